import { expandPaired, jointNames, landmarkNames, patchNames, segmentNames } from '@sacra/body';
import {
  checkName,
  resolveShape,
  shapeOf,
  withoutSide,
  type Catalogue,
  type Fault,
  type KeyframeSource,
  type ShapeSource,
} from '@sacra/pose';
import { jointGroups } from '@sacra/solve';

/** Groups of wishes that a shape doesn't name itself. */
const unnamedGroups = ['touch', 'stance', 'facing'];

/**
 * What one sees of a keyframe's shape only when all it is like is laid together: contacts on things that aren't there, groups that give
 * way but that no shape knows, nothing of its own, no start, or a circle. Each fault has its place in the file of the keyframe's pose.
 */
export function shapeFaults(catalogue: Catalogue, keyframe: KeyframeSource): Fault[] {
  const path = [...placeOf(keyframe), 'form', 'shape'];
  const fault = (message: string, at = path): Fault[] => [{ path: at, message, valid: [] }];
  if (Object.keys(keyframe.shape).every((part) => part === 'like')) return fault('the shape says nothing of its own');
  const chain = likeChain(catalogue, keyframe);
  if (chain.closed)
    return fault(`shapes are like one another in a circle: ${chain.keys.join(' → ')}`, [...path, 'like']);
  if (!chain.hasStart) return fault('missing key "start", here or in a shape that this one is like');

  const shape = resolveShape(keyframe.shape, (key) => shapeOf(catalogue, key), {
    isPaired: (name) => expandPaired(name).length === 2,
  });
  const surfaces = new Set(['mat', ...shape.props.map((prop) => prop.name)]);
  const groups = groupsIn(catalogue);
  const gives = (keyframe.variation ?? keyframe.pose).bodies?.gives ?? {};
  const parts = partsIn(catalogue);
  return [
    ...(keyframe.shape.without ?? []).flatMap((name, index) =>
      checkName('part', name, parts, [...path, 'without', index]),
    ),
    ...(keyframe.shape.contacts ?? []).flatMap((contact, index) =>
      checkName('surface', contact.on ?? 'mat', surfaces, [...path, 'contacts', index, 'on']),
    ),
    ...(keyframe.shape.givesWay ?? []).flatMap((group, index) =>
      checkName('group', group, groups, [...path, 'givesWay', index]),
    ),
    ...Object.keys(gives).flatMap((group) =>
      checkName('group', group, groupsOf(shape), [...placeOf(keyframe), 'bodies', 'gives', group], 'key'),
    ),
    ...Object.keys(keyframe.shape.givesAtMost ?? {}).flatMap((group) =>
      checkName('group', group, groups, [...path, 'givesAtMost', group], 'key'),
    ),
  ];
}

function likeChain(
  catalogue: Catalogue,
  keyframe: KeyframeSource,
): { keys: string[]; closed: boolean; hasStart: boolean } {
  const keys = [withoutSide(keyframe.key)];
  let hasStart = keyframe.shape.start !== undefined;
  for (let { like } = keyframe.shape; like !== undefined;) {
    const closed = keys.includes(withoutSide(like));
    keys.push(withoutSide(like));
    if (closed) return { keys, closed, hasStart };
    const next = shapeOf(catalogue, like);
    hasStart ||= next?.start !== undefined;
    like = next?.like;
  }
  return { keys, closed: false, hasStart };
}

function placeOf({ pose, variation }: KeyframeSource): (string | number)[] {
  if (variation === undefined) return [];
  return ['variations', pose.variations.findIndex((one) => one.id === variation.id)];
}

/** Names for what can give way: a list may go on naming a group whose wishes a variation has left out. */
function groupsIn(catalogue: Catalogue): ReadonlySet<string> {
  return new Set([...catalogue.keyframes.values()].flatMap(({ shape }) => [...groupsOf(shape)]));
}

/** Names for what can give way in one shape. */
function groupsOf({ contacts = [], touches = [], spacings = [], places = [], facings = [] }: ShapeSource): Set<string> {
  const ofContacts = contacts.map((wish) => wish.group ?? withoutBodySide(wish.patch));
  const named = [...touches, ...spacings, ...places, ...facings].flatMap(({ group }) => group ?? []);
  return new Set([...jointGroups, ...unnamedGroups, ...ofContacts, ...named]);
}

/** Whatever a wish can be about: parts of the body, with and without their side, and things to lean on. */
function partsIn(catalogue: Catalogue): ReadonlySet<string> {
  const ofBody = [...jointNames, ...segmentNames, ...landmarkNames, ...patchNames].flatMap((name) => [
    name,
    withoutBodySide(name),
  ]);
  const props = [...catalogue.keyframes.values()].flatMap(({ shape }) => shape.props ?? []).map((prop) => prop.name);
  return new Set([...ofBody, ...props]);
}

const withoutBodySide = (name: string): string => name.replace(/\.(left|right)$/, '');
