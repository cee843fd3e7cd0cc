type SideNamed = 'left' | 'right' | 'both';

/** A part of the body as a teacher names it, and the patches of skin (without sides) that it can rest on. The longest words come first. */
interface Part {
  readonly words: string;
  readonly patches: readonly string[];
}

const foot = [
  'sole',
  'ball',
  'heel',
  'heel-back',
  'foot-outer',
  'foot-top',
  'toes',
  'toe-tip',
  'toe-top',
  'ankle-outer',
];
const hand = ['palm', 'fingertip', 'hand-back', 'knuckles', 'wrist-ulnar'];
const seat = ['sit-bone', 'buttock'];
const thigh = ['thigh-front', 'thigh-back', 'thigh-outer'];
const shin = ['shin-mid', 'shank-outer'];
const knee = ['knee', 'kneecap', 'knee-outer', 'knee-inner'];
const wholeBack = ['lumbar-back', 'mid-back', 'upper-back', 'sacrum'];

const parts: readonly Part[] = [
  { words: 'tops? of (?:the|your) f(?:oo|ee)t', patches: ['foot-top', 'toe-top'] },
  { words: 'back of (?:the|your) head', patches: ['head-back'] },
  { words: 'back of (?:the|your) (?:(?:left|right) )?thigh', patches: ['thigh-back'] },
  { words: 'sitting bones?', patches: seat },
  { words: 'shoulder blades?', patches: ['shoulder-blade'] },
  { words: 'lower back', patches: ['lumbar-back', 'sacrum'] },
  { words: 'upper back', patches: ['upper-back', 'mid-back', 'shoulder-blade'] },
  // the word alone is mostly a direction: "hips sink back"
  { words: '(?<=(?:your|on your|flat on your|long|whole) )back(?! of)', patches: wholeBack },
  { words: 'upper arms?', patches: ['upper-arm-outer'] },
  { words: 'forearms?', patches: ['forearm-under', 'elbow'] },
  { words: 'forehead', patches: ['forehead'] },
  // a hand's breadth is a measure
  { words: "hands?(?!['’])", patches: hand },
  { words: 'palms?', patches: ['palm'] },
  { words: 'fists?', patches: ['knuckles', 'wrist-ulnar'] },
  { words: 'wrists?', patches: ['palm', 'wrist-ulnar'] },
  { words: 'fingers?', patches: ['fingertip'] },
  { words: 'elbows?', patches: ['elbow', 'forearm-under'] },
  { words: 'arms?', patches: ['forearm-under', 'elbow', 'upper-arm-outer', 'hand-back'] },
  { words: 'shoulders?', patches: ['shoulder-back', 'shoulder-side', 'shoulder-blade'] },
  { words: 'head', patches: ['head-back', 'head-side', 'forehead', 'crown'] },
  { words: 'chin', patches: ['chin'] },
  { words: 'chest', patches: ['chest'] },
  { words: 'belly', patches: ['belly'] },
  // "the seat" is the chair's
  { words: '(?<!the )seat', patches: seat },
  { words: 'tailbone', patches: ['sacrum', 'buttock', 'sit-bone'] },
  { words: 'pelvis', patches: ['sacrum', 'buttock', 'sit-bone'] },
  { words: 'hips?', patches: ['hip-side', 'sit-bone', 'buttock', 'thigh-outer'] },
  { words: 'thighs?', patches: thigh },
  { words: 'knees?', patches: knee },
  { words: 'shins?', patches: shin },
  { words: 'legs?', patches: [...thigh, ...shin, 'calf-back', 'heel-back'] },
  { words: 'ankles?', patches: ['ankle-outer', 'shank-outer'] },
  { words: 'heels?', patches: ['heel', 'heel-back'] },
  { words: 'toes?', patches: ['toes', 'toe-tip', 'toe-top', 'ball'] },
  { words: 'f(?:oo|ee)t', patches: foot },
];

const anyPart = new RegExp(parts.map(({ words }) => `(?<![\\w-])(${words})(?![\\w-])`).join('|'), 'g');

/**
 * Which contacts a spoken line names: "Right knee forward. Both hands stay." lights the right knee and both palms, if the pose
 * rests on them. A single part without a side belongs to the side named last in its sentence: "Left leg long, the top of the foot on the mat."
 *
 * @param text a line as it is said, its sides filled in
 * @param contacts patches that the pose rests on, such as `palm.left` or `forehead`
 * @returns those of `contacts` that are named, in their order
 */
export function namedContacts(text: string, contacts: readonly string[]): string[] {
  const named = new Map<string, Set<SideNamed>>();
  for (const sentence of text.toLowerCase().split(/[.!?]/)) {
    let lastSide: SideNamed = 'both';
    let readTo = 0;
    for (const match of sentence.matchAll(anyPart)) {
      const [word] = match;
      const before = sentence.slice(readTo, match.index);
      const after = sentence.slice(match.index + word.length);
      const own = sideBefore(before) ?? sideWithin(word) ?? sideAfter(after);
      const said = (before.match(/\b(?:left|right)\b(?! side)/g) as ('left' | 'right')[] | null)?.at(-1);
      if (own ?? said) lastSide = own ?? said ?? lastSide;
      const side = own ?? (isPlural(word) ? 'both' : lastSide);
      readTo = match.index + word.length;
      // "under your hips" says where the knees go
      if (asPlace.test(before)) continue;
      const part = parts[match.slice(1).findIndex((group) => group !== undefined)];
      for (const patch of part?.patches ?? []) named.set(patch, (named.get(patch) ?? new Set()).add(side));
    }
  }
  return contacts.filter((contact) => {
    const [patch = '', side] = contact.split('.');
    const sides = named.get(patch);
    return sides !== undefined && (side === undefined || sides.has('both') || sides.has(side as SideNamed));
  });
}

const asPlace =
  /\b(?:than|as|under|near|above|over|behind|beside|between|past|towards) (?:your |the |both )?(?:left |right )?$/;

/** "your right knee", "the left inner thigh", "both hands" */
function sideBefore(before: string): SideNamed | undefined {
  return /\b(left|right|both)(?: (?!side\b)\w+)?\s+$/.exec(before)?.[1] as SideNamed | undefined;
}

const sideWithin = (word: string): SideNamed | undefined => /\b(left|right)\b/.exec(word)?.[1] as SideNamed | undefined;

/** "the toes of your right foot" */
function sideAfter(after: string): SideNamed | undefined {
  return /^ of (?:your|the) (left|right)\b/.exec(after)?.[1] as SideNamed | undefined;
}

const isPlural = (word: string): boolean => /s$|feet$/.test(word) && !/^pelvis$/.test(word);
