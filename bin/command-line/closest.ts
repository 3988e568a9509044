/** The word most like the one given, where one is like enough to have been meant. */
export function closest(given: string, words: readonly string[]): string | undefined {
  const [best] = words
    .map((word) => ({ word, apart: stepsBetween(given.toLowerCase(), word.toLowerCase()) }))
    .toSorted((a, b) => a.apart - b.apart);
  return best && best.apart <= Math.ceil(best.word.length / 3) ? best.word : undefined;
}

/** How many letters have to be added, taken away or changed (Levenshtein's distance). */
function stepsBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [down, letter] of Array.from(from).entries()) {
    const next = [down + 1];
    for (const [across, other] of Array.from(to).entries()) {
      const changed = (row[across] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[across + 1] ?? 0) + 1, (next[across] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
