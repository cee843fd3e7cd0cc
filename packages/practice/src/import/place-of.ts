import type { Fault } from '@sacra/pose';

const fieldNames: Readonly<Record<string, string>> = {
  ...{ format: 'format', version: 'version', id: 'id', title: 'title', steps: 'steps', breath: 'breath' },
  ...{ inS: 'breathing in', outS: 'breathing out', catCowBreath: 'the breath of Cat and Cow' },
  ...{ opensIn: 'where it opens', closesIn: 'where it closes', pose: 'pose', variation: 'variation' },
  ...{ sides: 'sides', breaths: 'breaths' },
};

/** Where a fault lies, as one would say it: `step 3, pose`; `the file` for all of it. */
export function placeOf({ path }: Fault): string {
  const words = path.flatMap((part, index) => {
    if (typeof part === 'number') return path[index - 1] === 'steps' ? [`step ${part + 1}`] : [`${part + 1}`];
    if (part === 'steps' && typeof path[index + 1] === 'number') return [];
    return [Object.hasOwn(fieldNames, part) ? (fieldNames[part] ?? part) : `"${part.slice(0, 40)}"`];
  });
  return words.length === 0 ? 'the file' : words.join(', ');
}
