/** Chance that is the same every time: each draw depends only on the words that name it, never on the draws before. */

/** A number from 0 up to 1, for a name. */
export function share(seed: string, ...name: readonly (string | number)[]): number {
  return scattered(fingerprint([seed, ...name].join('|'))) / 2 ** 32;
}

/** About normal, mean 0 and standard deviation 1, never beyond 3.5: four shares added. */
export function wobble(seed: string, ...name: readonly (string | number)[]): number {
  const four = [0, 1, 2, 3].map((part) => share(seed, ...name, part));
  return (four.reduce((sum, one) => sum + one, 0) - 2) * Math.sqrt(3);
}

/** FNV-1a over the characters' codes, 32 bits. */
function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash ^= character.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return hash;
}

/** Two neighbouring fingerprints land far apart (the finisher of MurmurHash3). */
function scattered(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
