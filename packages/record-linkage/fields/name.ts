import { isPlaceholder } from './placeholder-names.ts';

/** Letters that stand for themselves in Unicode but are written with plain ones where a keyboard has no other. */
const plainLetters: ReadonlyMap<string, string> = new Map([
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ı', 'i'],
  ['ħ', 'h'],
  ['ŋ', 'n'],
]);

const titles = new Set(
  'mr mrs miss ms mx master mstr dr doctor rev reverend sir lady lord dame prof professor fr sr'.split(' '),
);

/**
 * A name as it can be compared: small letters without accents, apostrophes left out ("O’Neill" and "ONeill" are one),
 * hyphens and other marks as spaces, a title in front left out. Letters of other scripts stay. Undefined where no
 * letter remains or the name stands for "unknown".
 */
export function name(text: string): string | undefined {
  const parts = plain(text).split(' ');
  while (parts.length > 1 && titles.has(parts[0] ?? '')) parts.shift();
  const whole = parts.join(' ');
  return whole === '' || !/\p{L}/u.test(whole) || isPlaceholder(whole) ? undefined : whole;
}

/** Small letters, accents and apostrophes gone, every other mark a space, one space between parts. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[łøđðþßæœıħŋ]/g, (letter) => plainLetters.get(letter) ?? letter)
    .replace(/(?<=[a-z])\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/['’‘ʼ`´]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** The first part of a forename: "Anne-Marie Louise" is "anne". */
export function firstForename(text: string): string | undefined {
  return name(text)?.split(' ')[0];
}

/** The first letter of a name. */
export function initial(text: string): string | undefined {
  const whole = name(text);
  return whole === undefined ? undefined : String.fromCodePoint(whole.codePointAt(0) ?? 0);
}

/** Small words of surnames, which are no surname of their own. */
const particles = new Set(
  'al el bin ibn bint ben de da do di dos das du la le van von der den ter ten y e i and st saint mac mc o'.split(
    ' ',
  ),
);

/** The parts of a double-barrelled surname, particles left out unless nothing else is there; split at spaces. */
export function surnameParts(text: string): string | undefined {
  const whole = name(text);
  if (whole === undefined) return undefined;
  const parts = whole
    .split(' ')
    .filter((part) => !particles.has(part) && part.length > 1 && /\p{L}/u.test(part));
  return parts.length === 0 ? whole : parts.join(' ');
}

/** A name with nothing between its parts: "de la Cruz", "Delacruz" and "De-La-Cruz" are one. */
export function joinedName(text: string): string | undefined {
  return name(text)?.replaceAll(' ', '');
}

/** A name whose parts stand in the order of the alphabet, so that "Smith-Jones" and "Jones Smith" are one. */
export function sortedName(text: string): string | undefined {
  return name(text)?.split(' ').sort().join(' ');
}
