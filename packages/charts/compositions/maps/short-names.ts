import type { Area } from '../../series.ts';

/**
 * A name of at most four letters for each area, no two alike: the first letters of the name, or initials of several words; a
 * number takes the last letter's place where another area has it already.
 */
export function shortNames(
  areas: readonly Pick<Area, 'key' | 'name' | 'role'>[],
): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const found = new Map<string, string>();
  for (const { key, name, role } of areas) {
    if (role === 'benchmark') continue;
    const words = name
      .split(/[\s,-]+/)
      .filter((word) => /^[\p{L}]/u.test(word) && !/^(and|of|the|upon|on)$/i.test(word));
    const letters =
      words.length > 1
        ? words
            .map((word) => word[0] ?? '')
            .join('')
            .toUpperCase()
        : name;
    const first = letters.length > 1 ? letters.slice(0, 4) : name.slice(0, 4);
    const choices = [
      first,
      name.slice(0, 4),
      ...Array.from({ length: 99 }, (_, at) => `${first.slice(0, at > 7 ? 2 : 3)}${at + 2}`),
    ];
    const short = choices.find((choice) => !taken.has(choice)) ?? first;
    taken.add(short);
    found.set(key, short);
  }
  return found;
}
