import type { Fault } from './fault.ts';
import { checkName, type Vocabulary } from './vocabulary.ts';
import { tokensIn, wordTokens } from './words.ts';

/** Everything outside a file that the file may name. */
export interface PoseContext {
  readonly vocabulary: Vocabulary;
  /** ids of content/sources.yaml */
  readonly sources: ReadonlySet<string>;
  /** keys of all keyframes that there are: without side, and for sided ones with either side too */
  readonly keyframes: ReadonlySet<string>;
  /** ids of all poses */
  readonly poses: ReadonlySet<string>;
  /** what can be a step of a practice: ids of poses, and `pose/variation` */
  readonly practised: ReadonlySet<string>;
}

/**
 * Names in a pose file that don't exist, and angles past a joint's range. Works on the plain data, so that a file with a mistake in
 * its form still hears about its names.
 */
export function nameFaults(data: unknown, context: PoseContext): Fault[] {
  const faults: Fault[] = [];
  const visit = (value: unknown, path: Path): void => {
    const dotted = path.join('.');
    for (const rule of rules) if (rule.where.test(dotted)) faults.push(...rule.check(value, path, context, data));
    if (typeof value === 'string') faults.push(...tokenFaults(value, path));
    if (Array.isArray(value)) value.forEach((item, index) => visit(item, [...path, index]));
    else if (isObject(value)) for (const [key, item] of Object.entries(value)) visit(item, [...path, key]);
  };
  visit(data, []);
  return faults;
}

type Path = readonly (string | number)[];

interface Rule {
  /** matched against the path, joined by dots */
  readonly where: RegExp;
  readonly check: (value: unknown, path: Path, context: PoseContext, data: unknown) => Fault[];
}

const named =
  (what: string, known: (context: PoseContext, data: unknown) => ReadonlySet<string>): Rule['check'] =>
  (value, path, context, data) =>
    typeof value === 'string' ? checkName(what, value, known(context, data), path) : [];

const keyframe = named('keyframe', (context) => context.keyframes);
const patch = named('contact patch', (context) => context.vocabulary.patches);
const landmark = named('landmark', (context) => context.vocabulary.landmarks);
const segment = named('segment', (context) => context.vocabulary.segments);
const source = named('source', (context) => context.sources);

const rules: readonly Rule[] = [
  { where: /(^|\.)source$/, check: source },
  { where: /^sources\.\d+$/, check: source },
  { where: /(^|\.)ways\.\d+\.from$/, check: keyframe },
  { where: /(^|\.)form\.(home|in|out)$/, check: keyframe },
  { where: /\.shape\.like$/, check: keyframe },
  { where: /(^|\.)answeredBy\.\d+$/, check: keyframe },
  { where: /(^|\.)standsIn\.\d+$/, check: named('pose or variation to practise', (context) => context.practised) },
  { where: /\.form\.pose$/, check: named('pose to practise', ({ poses, practised }) => inBoth(poses, practised)) },
  { where: /\.anchors\.\d+\.of$/, check: keyframe },
  { where: /\.props\.\d+\.at\.asIn$/, check: keyframe },
  { where: /^easier\.\d+\.pose$/, check: named('pose', (context) => context.poses) },
  { where: /^easier\.\d+\.variation$/, check: named('variation', (_, data) => variationsIn(data)) },
  { where: /\.contacts\.\d+\.patch$/, check: patch },
  { where: /\.anchors\.\d+\.patches\.\d+$/, check: patch },
  { where: /\.moves\.\d+\.patch$/, check: patch },
  { where: /\.balance\.over\.\d+$/, check: patch },
  { where: /\.path\.free\.\d+$/, check: patch },
  { where: /\.(touches|spacings)\.\d+\.(from|to)$/, check: landmark },
  { where: /\.places\.\d+\.point$/, check: landmark },
  { where: /\.props\.\d+\.at\.under\.\d+$/, check: landmark },
  { where: /\.facings\.\d+\.(towards\.)?segment$/, check: segment },
  { where: /\.shape\.angles\.[^]+$/, check: jointFaults },
];

function jointFaults(value: unknown, path: Path, { vocabulary }: PoseContext): Fault[] {
  const joint = String(path[path.length - 1]);
  const afterAngles = path[path.length - 2];
  if (afterAngles !== 'angles') return [];
  const range = vocabulary.joints.get(joint);
  if (range === undefined) return checkName('joint', joint, vocabulary.joints, path, 'key');
  const deg = isObject(value) ? value['deg'] : value;
  if (typeof deg !== 'number' || (deg >= range.minDeg && deg <= range.maxDeg)) return [];
  const [low, high] = [Math.ceil(range.minDeg), Math.floor(range.maxDeg)];
  return [
    {
      path,
      message: `${joint} moves between ${low}° and ${high}°; ${deg}° is outside the range`,
      valid: [`${low} … ${high}`],
    },
  ];
}

function tokenFaults(line: string, path: Path): Fault[] {
  return tokensIn(line)
    .filter((token) => !wordTokens.includes(token))
    .flatMap((token) => checkName('token', token, new Set(wordTokens), path));
}

function variationsIn(data: unknown): ReadonlySet<string> {
  const variations = isObject(data) && Array.isArray(data['variations']) ? data['variations'] : [];
  return new Set(variations.flatMap((one) => (isObject(one) && typeof one['id'] === 'string' ? [one['id']] : [])));
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const inBoth = (a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...a].filter((one) => b.has(one)));
