import {
  keyframeOf,
  mirrorKey,
  reachableFrom,
  tokensIn,
  type Catalogue,
  type Fault,
  type KeyframeKey,
  type PassageVariation,
  type Pose,
  type Way,
  type Words,
} from '@sacra/pose';

/** Where a person arrives on the mat: from here everything can be reached, and to here one can come back. */
const arrival: KeyframeKey = 'tabletop';

/**
 * What the graph has against a pose: keyframes that one can't get to or can't come back from, and lines that name a side, or a breath,
 * where there is none. Each fault has its place in the pose's file.
 */
export function wayFaults(catalogue: Catalogue, pose: Pose): Fault[] {
  const variations: readonly PassageVariation[] = pose.variations;
  const holders: readonly Holder[] = [
    { holder: pose, path: [], key: pose.id },
    ...variations.map((variation, index) => ({
      holder: { ...variation, words: { ...wordsUnder(catalogue, pose, variation), ...variation.words } },
      path: ['variations', index],
      key: `${pose.id}/${variation.id}`,
    })),
  ];
  const sided = pose.sides === 'one-then-other';
  return holders.flatMap(({ holder, path, key }) => [
    ...(holder.form.kind === 'hold' ? strandedFaults(catalogue, sided ? `${key}@right` : key, path) : []),
    ...wordTokenFaults(holder.words, sided, [...path, 'words']),
    ...holder.ways.flatMap((way, index) => wayTokenFaults(catalogue, way, sided, [...path, 'ways', index])),
  ]);
}

type Path = readonly (string | number)[];

/** A pose or a variation, with its place in the file and the key of its keyframe, if it has one. */
interface Holder {
  readonly holder: Pick<PassageVariation, 'form' | 'ways'> & { readonly words: Words };
  readonly path: Path;
  readonly key: string;
}

/** The words that a variation's own are laid over: those of the pose that it is, else those of the pose that it belongs to. */
function wordsUnder(catalogue: Catalogue, pose: Pose, { form }: PassageVariation): Words {
  return (form.kind === 'pose' ? catalogue.poses.get(form.pose) : undefined)?.words ?? pose.words;
}

function strandedFaults(catalogue: Catalogue, key: KeyframeKey, path: Path): Fault[] {
  const at = path.length === 0 ? ['ways'] : path;
  if (!reachableFrom(catalogue, arrival).has(key)) {
    return [{ path: at, message: `no way leads to "${key}" from "${arrival}"`, valid: [] }];
  }
  if (!reachableFrom(catalogue, key).has(arrival)) {
    return [{ path: at, message: `no way leads back from "${key}" to "${arrival}"`, valid: [] }];
  }
  return [];
}

function wordTokenFaults({ instruction, breath, there, cycle }: Words, sided: boolean, path: Path): Fault[] {
  const tokens = sided ? sideTokens : [];
  const inCycle = (lines: readonly string[] | undefined, half: 'in' | 'out'): Fault[] =>
    (lines ?? []).flatMap((line, index) => tokenFaults(line, [...tokens, 'breath'], [...path, 'cycle', half, index]));
  return [
    ...tokenFaults(instruction, tokens, [...path, 'instruction']),
    ...tokenFaults(breath, tokens, [...path, 'breath']),
    ...there.flatMap((line, index) => tokenFaults(line, tokens, [...path, 'there', index])),
    ...inCycle(cycle?.in, 'in'),
    ...inCycle(cycle?.out, 'out'),
  ];
}

/** A way has a side when one of its ends has. */
function wayTokenFaults(catalogue: Catalogue, { from, say, back }: Way, leadsToSided: boolean, path: Path): Fault[] {
  const fromSided = [from, `${from}@right`].some(
    (key) => catalogue.keyframes.has(key) && keyframeOf(catalogue, key).sided,
  );
  const tokens = leadsToSided || fromSided || mirrorKey(from) !== from ? sideTokens : [];
  return [
    ...say.flatMap((line, index) => tokenFaults(line, tokens, [...path, 'say', index])),
    ...(back?.say ?? []).flatMap((line, index) => tokenFaults(line, tokens, [...path, 'back', 'say', index])),
  ];
}

const sideTokens = ['side', 'other', 'Side', 'Other'];

function tokenFaults(line: string, allowed: readonly string[], path: Path): Fault[] {
  return tokensIn(line)
    .filter((token) => !allowed.includes(token))
    .map((token) => ({
      path,
      message: `{${token}} stands for nothing here`,
      valid: allowed.map((name) => `{${name}}`),
    }));
}
