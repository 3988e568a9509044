import type { WordsFor } from '#platform/kernel/outcome.ts';
import type { DefineRefusal, RedefineRefusal } from '../../actions/formula/define-formula.ts';
import type { Part } from '../../domain/formula/formula-measure.ts';
import { formulaWords } from '../../domain/formula/refusal-words.ts';
import type { MeasureKind } from '../../domain/measure-facts.ts';
import type { UnderstandRefusal } from '../../queries/formula/worked-out.ts';

export const understandWords: WordsFor<UnderstandRefusal> = {
  ...formulaWords,
  'part-missing': ({ measure }) => `The catalogue has no measure “${measure}” any more. Take it out`,
};

export const defineWords: WordsFor<DefineRefusal | RedefineRefusal> = {
  ...understandWords,
  'not-allowed': () => 'You may not do this',
  'no-parts': () => 'Choose at least one measure whose own days count',
  'goes-round': ({ way }) => `It would be made of itself: ${way.join(' → ')}`,
  'title-without-letters': () => 'Give it a name with letters in it',
  'title-taken': ({ title }) => `“${title}” is the name of another measure of ours already`,
  'measure-missing': () => 'It is not there any more',
  'changed-meanwhile': ({ theirs }) =>
    `${theirs.byName} changed it while you were writing. It now says: ${theirs.formula}`,
};

/** What is taken of a measure, after its title. */
export function sayTake({ take, match }: Part, kind: MeasureKind | undefined): string {
  if (match === 'year-begun') return 'of the calendar year in which each period began';
  if (take === 'count') return kind === 'rate' ? 'how many events' : 'how many of them';
  if (take === 'base') return kind === 'rate' ? 'among how many people' : 'out of how many';
  return kind === 'count' ? 'the count' : 'its number';
}

/** A formula with the signs that people write. */
export function sayFormula(text: string): string {
  return text.replaceAll('*', '×').replaceAll('/', '÷').replaceAll('-', '−');
}

export const kindWords: { readonly [Kind in MeasureKind]: string } = {
  proportion: 'a share',
  rate: 'a rate',
  count: 'a count',
  mean: 'an average',
  gap: 'a difference',
  index: 'a ratio or an index',
  'not-known': 'not known',
};
