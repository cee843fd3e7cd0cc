import { bindState } from '@sacra/figure';
import type { Body } from '@sacra/body';
import type { Area } from '@sacra/pose';
import type { Vec3 } from '@sacra/geometry';
import { Eased } from './eased.ts';
import { areaPlaces, patchPlace, type MarkPlace } from './mark-places.ts';

/** A contact that is being named: a patch such as `palm.left`, and where it lies on the mat, if it does. */
export interface NamedContact {
  readonly patch: string;
  readonly onMatM?: readonly [x: number, y: number];
}

/** What is marked on the figure: areas that are worked, in a soft tint, and contacts that words name, in a glow. */
export interface Marked {
  readonly areas: readonly Area[];
  readonly named: readonly NamedContact[];
}

export const nothingMarked: Marked = { areas: [], named: [] };

/** Places on the body and pools of light on the mat that the shaders have room for. */
export const MOST_PLACES = 24;
export const MOST_POOLS = 8;
const AREA_S = 1.6;
const NAMED_S = 0.7;
const POOL_RADIUS_M = 0.15;

interface Mark {
  readonly kind: 'area' | 'named';
  readonly strength: Eased;
  places: readonly MarkPlace[];
  readonly poolM?: readonly [x: number, y: number];
}

/** Marks come and go softly. Writes what the shaders read; allocates nothing between changes. */
export class Marks {
  /** Two vectors a place in the bind pose: start and radius; end and strength, which is negative for a glow. */
  readonly places = new Float32Array(8 * MOST_PLACES);
  /** x, y, radius and strength of a pool of light on the mat. */
  readonly pools = new Float32Array(4 * MOST_POOLS);
  readonly #marks = new Map<string, Mark>();
  readonly #isStill: boolean;
  #body: Body;

  /** @param isStill marks are there or not, without fading */
  constructor(body: Body, isStill: boolean) {
    this.#body = body;
    this.#isStill = isStill;
  }

  setBody(body: Body): void {
    this.#body = body;
    for (const [name, mark] of this.#marks) mark.places = this.#placesOf(name, mark.kind);
  }

  mark({ areas, named }: Marked, nowMs: number): void {
    const wanted = new Set([...areas, ...named.map(nameOf)]);
    for (const [name, { strength, kind }] of this.#marks)
      if (!wanted.has(name)) strength.aim(0, this.#seconds(kind), nowMs);
    for (const area of areas) this.#raise(area, 'area', undefined, nowMs);
    for (const contact of named) this.#raise(nameOf(contact), 'named', contact.onMatM, nowMs);
  }

  /** Writes the arrays as they are at `nowMs`; true while something still fades. */
  update(nowMs: number): boolean {
    this.places.fill(0);
    this.pools.fill(0);
    let isFading = false;
    let place = 0;
    let pool = 0;
    for (const [name, { kind, strength, places, poolM }] of this.#marks) {
      const now = strength.at(nowMs);
      if (strength.isMoving(nowMs)) isFading = true;
      else if (now === 0) {
        this.#marks.delete(name);
        continue;
      }
      for (const { startM, endM, radiusM } of places) {
        if (place === MOST_PLACES) break;
        this.places.set([...startM, radiusM, ...endM, kind === 'named' ? -now : now], 8 * place++);
      }
      if (poolM !== undefined && pool < MOST_POOLS) this.pools.set([...poolM, POOL_RADIUS_M, now], 4 * pool++);
    }
    return isFading;
  }

  #raise(name: string, kind: Mark['kind'], poolM: Mark['poolM'], nowMs: number): void {
    const mark = this.#marks.get(name) ?? {
      ...{ kind, strength: new Eased(0), places: this.#placesOf(name, kind) },
      ...(poolM === undefined ? {} : { poolM }),
    };
    this.#marks.set(name, mark);
    if (mark.strength.goal !== 1) mark.strength.aim(1, this.#seconds(kind), nowMs);
  }

  #seconds(kind: Mark['kind']): number {
    return this.#isStill ? 0 : kind === 'area' ? AREA_S : NAMED_S;
  }

  #placesOf(name: string, kind: Mark['kind']): readonly MarkPlace[] {
    const bind = bindState(this.#body);
    return kind === 'area'
      ? areaPlaces(this.#body, bind, name as Area)
      : [patchPlace(this.#body, bind, name.split(' ')[0]!)];
  }
}

/** The same patch somewhere else is another mark: the pool there comes while the one here goes. */
const nameOf = ({ patch, onMatM }: NamedContact): string =>
  [patch, ...(onMatM ?? []).map((value) => value.toFixed(2))].join(' ');

/** Contacts of a pose that are named, with their middle on the mat; a hand is one, whatever of it touches. */
export function namedOf(
  named: readonly string[],
  contacts: readonly { readonly patch: string; readonly pointsM: readonly Vec3[] }[],
): NamedContact[] {
  return contacts.flatMap(({ patch, pointsM }): NamedContact[] => {
    const [part, side] = patch.split('.');
    if (!named.includes(patch) || (part === 'fingertip' && named.includes(`palm.${side}`))) return [];
    const [x, y, z] = [0, 1, 2].map((k) => pointsM.reduce((sum, at) => sum + at[k]!, 0) / pointsM.length);
    return [z !== undefined && z < ON_MAT_M ? { patch, onMatM: [x!, y!] } : { patch }];
  });
}

const ON_MAT_M = 0.03;
