import { legsOf, type Catalogue, type Leg } from '@sacra/pose';

const legsByCatalogue = new WeakMap<Catalogue, ReadonlyMap<string, Leg>>();

/** The one way that leads straight from a keyframe to another, if there is one. The quicker of two. */
export function directWay(catalogue: Catalogue, fromKey: string, toKey: string): Leg | undefined {
  let legs = legsByCatalogue.get(catalogue);
  if (legs === undefined) {
    legs = directLegs(catalogue);
    legsByCatalogue.set(catalogue, legs);
  }
  return legs.get(`${fromKey}>${toKey}`);
}

function directLegs(catalogue: Catalogue): ReadonlyMap<string, Leg> {
  const legs = new Map<string, Leg>();
  for (const leg of [...catalogue.ways.values()].flatMap(legsOf)) {
    const key = `${leg.from}>${leg.to}`;
    const known = legs.get(key);
    if (known === undefined || leg.seconds < known.seconds) legs.set(key, leg);
  }
  return legs;
}
