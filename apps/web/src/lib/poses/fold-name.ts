/**
 * A name as it sounds to somebody who has only heard it: without accents and case, and with the spellings of Sanskrit that go by one
 * sound made one (`Śavāsana`, `Shavasana`, `savasana`; `Svanasana`, `Shwanasana`). Words stand apart by single spaces.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/w/g, 'v')
    .replace(/([bcdgjkpst])h/g, '$1')
    .replace(/([a-z])\1+/g, '$1');
}
