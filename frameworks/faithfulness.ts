import type { FrameworkDocument } from '#modules/strategy/index.ts';

/** Whether an encoded strategy is whole in itself and faithful to its source: what library.test.ts asks of every file. */

/** The most words of a source that may stand here in a row: a label. */
export const labelWords = 12;

type LineRange = { first: number; last: number };
type Located = { where: string; line: LineRange };
export type Claim = Located & { words: string };

/** Small words without case or punctuation; an apostrophe joins, everything else parts. */
export function fold(text: string): string[] {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’‘]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/**
 * Whether words marked as published really stand on the lines that they name, read across or, in a table whose
 * cells are cut over several lines, down one column.
 */
export function standsOn(claim: Claim, lines: readonly string[]): boolean {
  const rows = lines.slice(claim.line.first - 1, claim.line.last);
  const cells = rows.map((row) => row.split('\t'));
  const widest = Math.max(0, ...cells.map((row) => row.length));
  const columns = Array.from({ length: widest }, (_, column) =>
    cells.map((row) => row[column] ?? '').join('\n'),
  );
  const words = ` ${fold(claim.words).join(' ')} `;
  return [rows.join('\n'), ...columns].some((text) => ` ${fold(text).join(' ')} `.includes(words));
}

/** The runs of a text that are longer than a label and stand in the source word for word. */
export function copiedRuns(text: string, source: string): string[] {
  const words = fold(text);
  const runs = words.map((_, start) => words.slice(start, start + labelWords + 1).join(' '));
  return runs
    .slice(0, Math.max(0, words.length - labelWords))
    .filter((run) => ` ${source} `.includes(` ${run} `));
}

/** Every string of a document, whatever it stands for. */
export function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(texts);
  return [];
}

function range(line: number | string | undefined): LineRange {
  const [first = 0, last = first] = String(line ?? 0)
    .split('-')
    .map(Number);
  return { first, last };
}

/** Everything that says where in the source it stands. */
export function located(document: FrameworkDocument): Located[] {
  const { tiers, elements, owners, organisations, passages } = document;
  return [...tiers, ...elements, ...owners, ...organisations, ...passages]
    .filter((one) => one.line !== undefined)
    .map((one) => ({ where: one.key, line: range(one.line) }));
}

/** Everything marked as the publisher's own words, with where it should stand. */
export function published(document: FrameworkDocument): Claim[] {
  const labels = document.elements
    .filter((one) => one.labelWording === 'published')
    .map((one) => ({ where: one.key, words: one.label, line: range(one.line) }));
  const statements = document.elements
    .filter((one) => one.statementWording === 'published')
    .map((one) => ({ where: one.key, words: one.statement ?? '', line: range(one.line) }));
  const passages = document.passages
    .filter((one) => one.wording === 'published')
    .map((one) => ({ where: one.key, words: one.text, line: range(one.line) }));
  const periods = document.periodStatements.map((one) => ({
    where: 'period',
    words: one.words,
    line: range(one.line),
  }));
  return [...labels, ...statements, ...passages, ...periods];
}

/** What stands twice, and every reference to something that the document does not have. */
export function looseReferences(document: FrameworkDocument): string[] {
  const { tiers, elements, owners, organisations, passages, measures, unanswered, wayIn } = document;
  const known = {
    tier: new Set(tiers.map((one) => one.key)),
    element: new Set(elements.map((one) => one.key)),
    owner: new Set(owners.map((one) => one.key)),
    organisation: new Set(organisations.map((one) => one.key)),
  };
  const absent = (from: string, kind: keyof typeof known, keys: readonly string[]): string[] =>
    keys.filter((key) => !known[kind].has(key)).map((key) => `${from}: no ${kind} ${key}`);
  return [
    ...Object.entries({
      tier: tiers,
      element: elements,
      owner: owners,
      organisation: organisations,
      passage: passages,
    }).flatMap(([kind, list]) =>
      twice(
        kind,
        list.map((one) => one.key),
      ),
    ),
    ...elements.flatMap((one) => [
      ...absent(one.key, 'tier', [one.tier, ...one.servesTiers]),
      ...absent(one.key, 'element', one.serves),
      ...absent(one.key, 'owner', one.owners),
      ...absent(one.key, 'organisation', one.organisations),
    ]),
    ...owners.flatMap((one) => absent(one.key, 'owner', one.partOf === undefined ? [] : [one.partOf])),
    ...passages.flatMap((one) => absent(one.key, 'element', one.about)),
    ...[...measures, ...unanswered].flatMap((one) => absent('measures', 'element', [one.element])),
    ...twice(
      'measure',
      measures.map((one) => `${one.element} ${one.source} ${one.code} ${one.role}`),
    ),
    ...absent('way in', 'element', wayIn),
    ...twice('way in', wayIn),
  ];
}

/** A sentence for each key that stands more than once. */
export function twice(kind: string, keys: readonly string[]): string[] {
  return keys.filter((key, index) => keys.indexOf(key) < index).map((key) => `${kind} ${key} stands twice`);
}

/** The elements that serve themselves, by however long a way. */
export function circles(document: FrameworkDocument): string[] {
  const { elements } = document;
  const above = new Map(
    elements.map((one) => [
      one.key,
      [
        ...one.serves,
        ...elements.filter((other) => one.servesTiers.includes(other.tier)).map((other) => other.key),
      ],
    ]),
  );
  return [...above.keys()].filter((start) => {
    const seen = new Set<string>();
    const waiting = [...(above.get(start) ?? [])];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(...(above.get(next) ?? []));
    }
    return seen.has(start);
  });
}
