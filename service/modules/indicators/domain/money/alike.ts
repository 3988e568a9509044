/** Services of several partners that say nearly the same of what they do. */
export type Alike = { readonly words: readonly string[]; readonly services: readonly Described[] };

export type Described = { readonly what: string; readonly partner: string };

/** Words that say nothing of what a service does. */
const empty = new Set(
  'a an and at by for from in of on our own the their to with children child young people families family service services team teams help support work workers county council'.split(
    ' ',
  ),
);

/** The words that say what a service does: without endings, capitals and the words that every service bears. */
function wordsOf(what: string): ReadonlySet<string> {
  const words = what.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words
      .filter((word) => word.length > 2 && !empty.has(word))
      .map((word) => word.replace(/(?:ing|es|s)$/, '')),
  );
}

/** Half of the words in common: they may do the same for the same children, or may need each other. */
const alikeFrom = 0.5;

/** Services of different partners whose words are alike, side by side; nobody says that one of them is too many. */
export function alike(services: readonly Described[]): readonly Alike[] {
  const known = [
    ...new Map(services.map((one) => [JSON.stringify([one.what, one.partner]), one])).values(),
  ].map((service) => ({ service, words: wordsOf(service.what) }));
  const groups: Alike[] = [];
  const taken = new Set<Described>();
  for (const { service, words } of known) {
    if (taken.has(service) || words.size === 0) continue;
    const found = known.filter(
      (other) =>
        !taken.has(other.service) &&
        other.service.partner !== service.partner &&
        likeness(words, other.words) >= alikeFrom,
    );
    if (found.length === 0) continue;
    const together = [service, ...found.map((other) => other.service)];
    for (const one of together) taken.add(one);
    groups.push({
      words: [...words].filter((word) => found.some((other) => other.words.has(word))),
      services: together,
    });
  }
  return groups;
}

/** Words in both, of the words in the shorter of the two. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shorter = Math.min(a.size, b.size);
  return shorter === 0 ? 0 : [...a].filter((word) => b.has(word)).length / shorter;
}
