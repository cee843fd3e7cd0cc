/**
 * Cuts a text at its sentences, and a sentence longer than `longest` characters at its commas and then at its spaces.
 * Some browsers stop a long utterance after about fifteen seconds; none of these parts takes so long.
 */
export function splitUtterances(text: string, longest = 160): string[] {
  const sentences = text.match(/[^.!?…]+(?:[.!?…]+["'’”)]*|$)/gu) ?? [];
  return sentences.flatMap((sentence) => cutLong(sentence.trim(), longest)).filter((part) => part !== '');
}

function cutLong(sentence: string, longest: number): string[] {
  if (sentence.length <= longest) return [sentence];
  const comma = lastBreak(sentence, /[,;:]\s/gu, longest);
  const at = comma > 0 ? comma : lastBreak(sentence, /\s/gu, longest);
  if (at <= 0) return [sentence];
  return [sentence.slice(0, at).trim(), ...cutLong(sentence.slice(at).trim(), longest)];
}

/** The place after the last match that still keeps the first part within `longest` characters; 0 if there is none. */
function lastBreak(sentence: string, pattern: RegExp, longest: number): number {
  let at = 0;
  for (const match of sentence.matchAll(pattern)) {
    const end = match.index + match[0].length;
    if (end <= longest) at = end;
  }
  return at;
}
