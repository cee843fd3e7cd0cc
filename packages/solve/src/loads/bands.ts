import { norm } from '@sacra/geometry';
import type { Body, Result, Side } from '@sacra/body';
import { bandBetween, handsBand, type Band, type HandsBand } from './band.ts';
import type { Posture } from './bearing-points.ts';
import { armsHeldOut, bendingForward, standing } from './everyday-postures.ts';
import type { JointLoad } from './joint-loads.ts';
import { loadsOf, type Loads, type OutOfBalance } from './loads.ts';

/** All that is shown of loads: bands, never numbers. */
export interface Bands {
  readonly lowerBack: Band;
  readonly hips: Readonly<Record<Side, Band>>;
  readonly knees: Readonly<Record<Side, Band>>;
  readonly shoulders: Readonly<Record<Side, Band>>;
  readonly hands: HandsBand;
}

/** The everyday postures that a part's bands lie between. Neither standing nor bending forward gives a hanging arm anything to do. */
export const bandMarks = {
  lowerBack: ['standing', 'bending-forward'],
  hips: ['standing', 'bending-forward'],
  knees: ['standing', 'bending-forward'],
  shoulders: ['standing', 'arms-held-out'],
} as const;

/** The loads of the everyday postures on a body: the marks of its bands. */
export interface EverydayLoads {
  readonly standing: Loads;
  readonly bendingForward: Loads;
  readonly armsHeldOut: Loads;
}

/** The bands of a keyframe on a body. A keyframe that nothing holds up has none: the fault comes back. */
export function bandsOf(body: Body, posture: Posture, everyday = everydayLoads(body)): Result<Bands, OutOfBalance> {
  const loads = loadsOf(body, posture);
  return loads.ok ? { ok: true, value: bandsBetween(body, loads.value, everyday) } : loads;
}

/** The same for every keyframe of a body; worth keeping when many are asked for. */
export function everydayLoads(body: Body): EverydayLoads {
  return {
    standing: balanced(loadsOf(body, standing(body))),
    bendingForward: balanced(loadsOf(body, bendingForward(body))),
    armsHeldOut: balanced(loadsOf(body, armsHeldOut(body))),
  };
}

export function bandsBetween(
  body: Body,
  loads: Loads,
  { standing, bendingForward, armsHeldOut }: EverydayLoads,
): Bands {
  const band = (part: Part, segment: string, upper: Loads): Band => {
    const [now, low, high] = [loads, standing, upper].map((some) => pressN(body, part, some.joints.get(segment)!));
    return bandBetween(now!, low!, high!);
  };
  const bothSides = (part: Part, segment: string, upper: Loads): Record<Side, Band> => ({
    left: band(part, `${segment}.left`, upper),
    right: band(part, `${segment}.right`, upper),
  });
  return {
    lowerBack: band('lowerBack', 'lumbar-lower', bendingForward),
    hips: bothSides('hips', 'thigh', bendingForward),
    knees: bothSides('knees', 'shank', bendingForward),
    shoulders: bothSides('shoulders', 'upper-arm', armsHeldOut),
    hands: handsBand(loads.handsShare),
  };
}

type Part = keyof typeof bandMarks;

/**
 * Distance from a joint's centre at which its muscles pull, metres at 1.70 m (K: erector spinae 5–6 cm, chaffin-1999; patellar tendon about
 * 4 cm; the rest in between, D).
 */
const leverM: Readonly<Record<Part, number>> = { lowerBack: 0.055, hips: 0.055, knees: 0.04, shoulders: 0.03 };
const leverStatureM = 1.7;

/**
 * Roughly what presses a joint together, N: the force that goes through it and the pull of one muscle that holds its moment,
 * |F| + |M| / lever. It leaves out every muscle that pulls against another.
 */
export function pressN(body: Body, part: Part, { forceN, momentNm }: JointLoad): number {
  return norm(forceN) + norm(momentNm) / (leverM[part] * (body.person.statureM / leverStatureM));
}

/** The everyday postures are balanced by how they are made. */
function balanced(loads: Result<Loads, OutOfBalance>): Loads {
  if (!loads.ok)
    throw new Error(`An everyday posture isn't in balance: ${loads.error.leftOver} of the weight is left over.`);
  return loads.value;
}
