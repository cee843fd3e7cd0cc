import { parseKey, variationFromStart, type Catalogue, type PracticePose } from '@sacra/pose';
import { vetSteps, type Barring, type Clearance } from '@sacra/safety';
import { canonicalKey, formOf, type PoseForm } from './form.ts';
import type { LeftOut, LeftOutWhy } from './left-out.ts';
import { isOnTheWay } from './openers.ts';
import type { ComposeRequest } from './request.ts';
import { whyNotToday } from './why-not.ts';

/** A form that may come into the practice. */
export interface Candidate {
  readonly form: PoseForm;
  /** the person asked for it in this form */
  readonly isKept: boolean;
  /** the pose that it stands in for, and why that one can't be done */
  readonly standsInFor?: { readonly pose: string; readonly because: readonly Barring[] };
}

export interface Candidates {
  readonly candidates: readonly Candidate[];
  readonly leftOut: readonly LeftOut[];
}

/** So many sessions begin at a chair or a wall where safety asks for it. */
const easyStartSessions = 3;

/** Which forms of which poses may come in, and why the others may not. Rules of docs/science/composer.md, part 1. */
export function candidatesFor(catalogue: Catalogue, request: ComposeRequest): Candidates {
  const { clearance } = request;
  const whyNot = whyNotToday(catalogue, request);
  const leftOut: LeftOut[] = [];
  const byPose = new Map<string, Candidate>(
    keptForms(catalogue, request)
      .filter((form) => whyNot(form) === undefined)
      .map((form) => [form.choice.pose, { form, isKept: true }]),
  );
  const startsEasy = clearance.startFrom.place === 'chair-or-wall' && request.lastSessions.length < easyStartSessions;
  const uprightForms = startsEasy ? uprightFormsOf(catalogue, whyNot) : new Map<string, PoseForm>();

  const stand = (standIn: PoseForm, pose: string, why?: LeftOutWhy): void => {
    const there = byPose.get(standIn.choice.pose);
    const isItsOwn = isFormOf(catalogue, standIn, pose) && there?.standsInFor !== undefined;
    if (there !== undefined && (!isItsOwn || isFormOf(catalogue, standIn, there.standsInFor?.pose ?? ''))) return;
    byPose.set(standIn.choice.pose, {
      ...{ form: standIn, isKept: false },
      standsInFor: { pose, because: why ? barringOf(why) : [] },
    });
  };
  const standIns: (() => void)[] = [];
  const alsoUpright: PracticePose[] = [];

  for (const pose of catalogue.poses.values()) {
    if (pose.purpose !== 'practice' || byPose.has(pose.id)) continue;
    const written = formOf(catalogue, { pose: pose.id, variation: variationFromStart(pose)?.id ?? null });
    const plain = formOf(catalogue, { pose: pose.id, variation: null });
    if (isOnTheWay(plain)) {
      leftOut.push({ pose: pose.id, why: whyNot(plain) ?? { kind: 'on-the-way' } });
      continue;
    }
    if (plain.isUpright) {
      leftOut.push({ pose: pose.id, why: whyNot(plain) ?? { kind: 'stand-in-only' } });
      if (uprightForms.size > 0) alsoUpright.push(pose);
      continue;
    }
    if (uprightForms.size > 0) {
      const upright = uprightForms.get(pose.id);
      leftOut.push({
        ...{ pose: pose.id, why: whyNot(plain) ?? { kind: 'easy-start' } },
        ...(upright === undefined ? {} : { standsIn: upright.choice }),
      });
      if (upright !== undefined) standIns.push(() => stand(upright, pose.id));
      continue;
    }
    const found = [written, plain].find((form) => whyNot(form) === undefined);
    if (found !== undefined) {
      byPose.set(pose.id, { form: found, isKept: false });
      continue;
    }
    const why: LeftOutWhy = whyNot(plain) ?? { kind: 'not-chosen' };
    const standIn = standInFor(catalogue, clearance, pose, why, whyNot);
    if (standIn?.choice.pose !== pose.id) {
      leftOut.push({ pose: pose.id, why, ...(standIn === undefined ? {} : { standsIn: standIn.choice }) });
    }
    if (standIn !== undefined) standIns.push(() => stand(standIn, pose.id, why));
  }
  // A pose that may come in by itself does so in its own form. A stand-in is told to be one for the pose that it is a form of, else for the
  // first that asked.
  for (const add of standIns) add();
  // Where one stays at chair and wall, what stands in for nothing comes too: else a few poses would have to fill the time again and again.
  for (const pose of alsoUpright) {
    const form = [null, ...pose.variations.map(({ id }) => id)]
      .map((variation) => formOf(catalogue, { pose: pose.id, variation }))
      .find((one) => one.isUpright && whyNot(one) === undefined);
    if (form !== undefined && !byPose.has(form.choice.pose)) byPose.set(form.choice.pose, { form, isKept: false });
  }
  return { candidates: [...byPose.values()], leftOut: leftOut.filter(({ pose }) => !byPose.has(pose)) };
}

/** The forms that the person keeps. What the catalogue has no more is passed over. */
function keptForms(catalogue: Catalogue, { kept }: ComposeRequest): PoseForm[] {
  return [...kept].flatMap((key) => {
    const parts = parseKey(canonicalKey(catalogue, key) ?? '');
    return parts === undefined ? [] : formOf(catalogue, { pose: parts.pose, variation: parts.variation ?? null });
  });
}

/** For each pose its first version at a chair or a wall that may be done; none at all where they don't make a practice. */
function uprightFormsOf(
  catalogue: Catalogue,
  whyNot: (form: PoseForm) => LeftOutWhy | undefined,
): ReadonlyMap<string, PoseForm> {
  const forms = new Map<string, PoseForm>();
  for (const pose of catalogue.poses.values()) {
    if (pose.purpose !== 'practice') continue;
    const found = pose.variations
      .map(({ id }) => formOf(catalogue, { pose: pose.id, variation: id }))
      .find((form) => form.isUpright && whyNot(form) === undefined);
    if (found !== undefined) forms.set(pose.id, found);
  }
  const moving = new Set(
    [...forms.values()].filter(({ done }) => done.character.depth !== 'rest').map(({ key }) => key),
  );
  const hasRest = [...forms.values()].some(({ done }) => done.character.depth === 'rest');
  return hasRest && moving.size >= 3 ? forms : new Map();
}

/** What the pose names for a limit or a depth that bars it; for anything else the first of its easier forms that may be done. */
function standInFor(
  catalogue: Catalogue,
  clearance: Clearance,
  pose: PracticePose,
  why: LeftOutWhy,
  whyNot: (form: PoseForm) => LeftOutWhy | undefined,
): PoseForm | undefined {
  if (why.kind === 'unwanted' || why.kind === 'painful') return undefined;
  if (why.kind === 'barred') {
    const suits = (choice: PoseForm['choice']): boolean => whyNot(formOf(catalogue, choice)) === undefined;
    const [vetted] = vetSteps(clearance, catalogue, [{ pose: pose.id, variation: null }], suits);
    return vetted?.kind === 'replaced' ? formOf(catalogue, vetted.by) : undefined;
  }
  const easier = pose.easier.flatMap(({ variation, pose: other }) =>
    variation !== undefined
      ? { pose: pose.id, variation }
      : other === undefined
        ? []
        : { pose: other, variation: null },
  );
  const others = pose.variations.map(({ id }) => ({ pose: pose.id, variation: id }));
  return [...easier, ...others].map((choice) => formOf(catalogue, choice)).find((form) => whyNot(form) === undefined);
}

/** Whether a form is the pose's own, or one of its variations though it is a pose of its own. */
function isFormOf(catalogue: Catalogue, { choice }: PoseForm, poseId: string): boolean {
  const pose = catalogue.poses.get(poseId);
  const isVariation =
    pose?.purpose === 'practice' &&
    pose.variations.some(({ form }) => form.kind === 'pose' && form.pose === choice.pose);
  return poseId === choice.pose || isVariation;
}

const barringOf = (why: LeftOutWhy): readonly Barring[] => (why.kind === 'barred' ? why.by : []);

/** Whether the form was done in any of the sessions. */
export function wasDone(catalogue: Catalogue, sessions: ComposeRequest['lastSessions'], { choice }: PoseForm): boolean {
  return sessions.some(({ done }) =>
    done.some((key) => (canonicalKey(catalogue, key) ?? key).split('/')[0] === choice.pose),
  );
}
