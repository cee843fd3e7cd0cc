/** The values of sliders in words: shown, and read out by a screen reader. */

export function secondsInWords(seconds: number): string {
  const number = Number.isInteger(seconds) ? String(seconds) : seconds.toFixed(1);
  return seconds === 1 ? '1 second' : `${number} seconds`;
}

export function percentInWords(part: number): string {
  return part === 0 ? 'off' : `${Math.round(part * 100)} %`;
}

export function rateInWords(rate: number): string {
  if (Math.abs(rate - 1) < 0.01) return 'as the voice comes';
  const percent = Math.round(Math.abs(rate - 1) * 100);
  return `${percent} % ${rate < 1 ? 'slower' : 'faster'}`;
}

export function breathsInWords(breaths: number): string {
  return `${breaths} breaths`;
}
