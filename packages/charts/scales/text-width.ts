const narrow = new Set("ijlI.,:;'|!’‘·()[] ");
const slender = new Set('frt-–/"“”');
const broad = new Set('mwMW%@—');

/**
 * About how wide a text is, in the unit of its size: an estimate for common system sans-serif faces that errs on the
 * wide side, because a server has no face to measure with.
 */
export function textWidth(text: string, fontSize: number, weight: 'regular' | 'bold' = 'regular'): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return Math.ceil(ems * fontSize * (weight === 'bold' ? 1.12 : 1) * 10) / 10;
}

/**
 * How many times as wide a text becomes, at most about, when its reader sets letters 0.12 and words 0.16 of their size
 * apart (WCAG 2.2, 1.4.12): what stands beside text with nothing between keeps so much room.
 */
export const widestSetting = 1.25;

function emsOf(character: string): number {
  if (narrow.has(character)) return 0.32;
  if (slender.has(character)) return 0.42;
  if (broad.has(character)) return 0.96;
  if (character >= '⺀') return 1.05;
  return character === character.toLowerCase() ? 0.625 : 0.72;
}

/** A size and weight of text. */
export type Face = { fontSize: number; weight?: 'regular' | 'bold' };

/** The text broken between words into lines no wider than asked, except where one word alone is wider. */
export function wrapText(text: string, width: number, face: Face): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, face.fontSize, face.weight) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line === '' ? lines : [...lines, line];
}
