/** A key for something called by these words: its first few, small, with hyphens; numbered where it is taken. */
export function keyFor(words: string, taken: ReadonlySet<string>): string {
  const plain = words
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const key = shortened(plain) || 'element';
  if (!taken.has(key)) return key;
  for (let number = 2; ; number += 1) {
    const numbered = `${key}-${number}`;
    if (!taken.has(numbered)) return numbered;
  }
}

/** Whole words up to forty letters: a key stands in addresses. */
function shortened(key: string): string {
  if (key.length <= 40) return key;
  const cut = key.slice(0, 41).lastIndexOf('-');
  return cut > 0 ? key.slice(0, cut) : key.slice(0, 40);
}
