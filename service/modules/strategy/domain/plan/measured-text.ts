/** Letters of about the same width, with that width in thousandths of the type size: a plain sans-serif such as Arial. */
const widths: readonly [letters: string, width: number][] = [
  ["ijl'|", 222],
  [' !,./:;ftI[]\\’‘·', 278],
  ['r()-`{}"“”', 345],
  ['ckvxyzsJ*', 500],
  ['abdeghnopqu0123456789?$#_L–', 556],
  ['+<>=~^TFZ', 605],
  ['ABEKPSVXY&', 667],
  ['wCDHNRU', 722],
  ['GOQ', 778],
  ['mM%', 850],
  ['W—…•@', 1000],
];

const widthOf = new Map(
  widths.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width] as const)),
);

/** Fonts differ from place to place: a little more than the letters need, so that words stay in their box. */
const allowance = 1.06;

export type Weight = 'plain' | 'bold';

/** How wide a line of text is likely to be, in the unit of its size. An estimate: no font is asked. */
export function textWidth(text: string, size: number, weight: Weight = 'plain'): number {
  let thousandths = 0;
  for (const letter of text) thousandths += widthOf.get(letter) ?? unlisted(letter);
  return (thousandths / 1000) * size * allowance * (weight === 'bold' ? 1.08 : 1);
}

function unlisted(letter: string): number {
  const plain = letter.normalize('NFD').charAt(0);
  const known = widthOf.get(plain);
  if (known !== undefined) return known;
  return (letter.codePointAt(0) ?? 0) > 0x1100 ? 1000 : 667;
}

export type Measure = { width: number; size: number; weight?: Weight };

/** Words broken into lines that fit a width; a word longer than a whole line is broken within. */
export function wrapped(text: string, { width, size, weight = 'plain' }: Measure): string[] {
  const fits = (line: string) => textWidth(line, size, weight) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    if (line !== '' && fits(`${line} ${word}`)) {
      line = `${line} ${word}`;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = broken(word, fits);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return line === '' ? lines : [...lines, line];
}

function broken(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word)) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && !fits(piece + letter)) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece];
}
