import { letters, matches, takes, type Part } from '../../domain/formula/formula-measure.ts';

const all = '/formulas';

/** What stands in the address while a formula is made: nothing is kept before it is defined. */
export type Draft = {
  readonly parts: readonly Part[];
  readonly formula: string;
  /** the code of the measure whose definition is being changed */
  readonly change: string | undefined;
};

/** Where the pages of formulas stand. */
export const formulaPlaces = {
  all,
  choose: (draft: Draft, words = '') => `${all}/build/choose?${queryOf(draft, words)}`,
  write: (draft: Draft) => `${all}/build/write?${queryOf(draft)}`,
  choosePath: `${all}/build/choose`,
  writePath: `${all}/build/write`,
  one: (code: string) => `${all}/${encodeURIComponent(code)}`,
} as const;

export const emptyDraft: Draft = { parts: [], formula: '', change: undefined };

function queryOf(draft: Draft, words = ''): string {
  const query = new URLSearchParams(fieldsOf(draft));
  if (words !== '') query.append('q', words);
  return query.toString();
}

/** A draft as the fields of a form or an address. */
export function fieldsOf({ parts, formula, change }: Draft): [string, string][] {
  return [
    ...parts.map((part): [string, string] => ['part', partText(part)]),
    ...(formula === '' ? [] : [['formula', formula] satisfies [string, string]]),
    ...(change === undefined ? [] : [['change', change] satisfies [string, string]]),
  ];
}

function partText({ take, match, measure }: Part): string {
  return `${take} ${match} ${measure}`;
}

/** Reads a draft from an address or a form; what makes no sense is left out. */
export function draftFrom(all: { get(name: string): string | null; getAll(name: string): string[] }): Draft {
  const parts = all
    .getAll('part')
    .slice(0, letters.length)
    .flatMap((text, at): Part[] => {
      const [take, match, ...rest] = text.split(' ');
      const measure = rest.join(' ');
      const known = { take: takes.find((one) => one === take), match: matches.find((one) => one === match) };
      if (!known.take || !known.match || measure === '' || measure.length > 400) return [];
      return [{ letter: letters[at] ?? '', measure, take: known.take, match: known.match }];
    })
    .map((part, at) => ({ ...part, letter: letters[at] ?? '' }));
  return { parts, formula: (all.get('formula') ?? '').slice(0, 400), change: all.get('change') || undefined };
}
