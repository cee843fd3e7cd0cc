import type { RgbImage } from '@sacra/figure';

/** Seven rows of five pixels a character, as five-bit numbers in base 32, the upper row first. */
const glyphs: Readonly<Record<string, string>> = {
  a: '00e1fhf',
  b: 'ggmphhu',
  c: '00eggge',
  d: '11djhhf',
  e: '00ehvge',
  f: '698s888',
  g: '0fhhf1e',
  h: 'ggmphhh',
  i: '40c444e',
  j: '206222c',
  k: 'ggikoki',
  l: 'c44444e',
  m: '00qlllh',
  n: '00mphhh',
  o: '00ehhhe',
  p: '00uhugg',
  q: '0fhhf11',
  r: '00mpggg',
  s: '00fge1u',
  t: '88s8896',
  u: '00hhhjd',
  v: '00hhha4',
  w: '00hhlla',
  x: '00ha4ah',
  y: '00hhf1e',
  z: '00v248v',
  0: 'ehjlphe',
  1: '4c4444e',
  2: 'eh1248v',
  3: 'v24s11e',
  4: '26aiv22',
  5: 'vgu111e',
  6: '68guhhe',
  7: 'v124888',
  8: 'ehhehhe',
  9: 'ehhf12c',
  '-': '000v000',
  '/': '0124g00',
  '@': 'ehlnmgf',
  '>': '8421248',
  '.': '00000cc',
  '%': 'oo248jj',
  '?': 'eh12404',
};

/** Writes a line of small letters into a picture, its upper left corner at (x, y), each pixel of a letter `size` pixels large. */
export function writeText(image: RgbImage, text: string, x: number, y: number, size: number, grey: number): void {
  [...text.toLowerCase()].forEach((letter, n) => {
    if (letter === ' ') return;
    const rows = glyphs[letter] ?? glyphs['?']!;
    for (let row = 0; row < 7; row++) {
      const bits = Number.parseInt(rows[row]!, 32);
      for (let column = 0; column < 5; column++) {
        if (bits & (16 >> column)) fillRectangle(image, x + (n * 6 + column) * size, y + row * size, size, size, grey);
      }
    }
  });
}

function fillRectangle(image: RgbImage, x: number, y: number, width: number, height: number, grey: number): void {
  for (let row = Math.max(0, y); row < Math.min(image.heightPx, y + height); row++) {
    for (let column = Math.max(0, x); column < Math.min(image.widthPx, x + width); column++) {
      image.rgb.fill(grey, (row * image.widthPx + column) * 3, (row * image.widthPx + column) * 3 + 3);
    }
  }
}

/** Copies one picture into another, its upper left corner at (x, y). It has to fit. */
export function pasteImage(image: RgbImage, piece: RgbImage, x: number, y: number): void {
  for (let row = 0; row < piece.heightPx; row++) {
    const from = row * piece.widthPx * 3;
    image.rgb.set(piece.rgb.subarray(from, from + piece.widthPx * 3), ((y + row) * image.widthPx + x) * 3);
  }
}
