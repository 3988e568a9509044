import type { WordsFor } from '#platform/kernel/outcome.ts';
import type { SayColumnsRefusal } from '../../../actions/columns/say-columns.ts';
import type { YearKind } from '../../../domain/formats/mapped/column-mapping.ts';
import type { MeasureKind, MeasurePolarity } from '../../../domain/measure-facts.ts';
import { sayWaiting } from '../import-words.ts';

export const yearKindWords: { readonly [Kind in YearKind]: string } = {
  calendar: 'Calendar years: 2024, or 2022-24 pooled',
  financial: 'Financial years in full: 2024/25',
  academic: 'Academic years in full: 2024/25',
  'financial-ending': 'Financial years by the year they end in: 2025 is 2024/25',
  'academic-ending': 'Academic years by the year they end in: 2025 is 2024/25',
  quarter: 'Quarters of calendar years: 2024 Q1',
  month: 'Months: 2024-04 or April 2024',
  day: 'Single days: 2024-03-31 or 31/03/2024',
};

export const measureKindWords: { readonly [Kind in MeasureKind]: string } = {
  proportion: 'A share: of these children, so many in a hundred',
  rate: 'A rate: so many per 1,000, 10,000 or 100,000',
  count: 'A plain number',
  mean: 'An average',
  gap: 'A gap between two groups',
  index: 'A score or an index',
  'not-known': 'I do not know',
};

export const polarityWords: { readonly [Polarity in MeasurePolarity]: string } = {
  'high-is-good': 'More is better',
  'low-is-good': 'Less is better',
  'no-judgement': 'Neither: it only tells where we are',
};

export const sayColumnsWords: WordsFor<SayColumnsRefusal> = {
  'not-allowed': () => 'You may not bring figures in.',
  'no-such-import': () => 'That file is not here any more.',
  'not-waiting': ({ state }) => sayWaiting(state),
  'file-gone': () => 'The file is no longer where it was kept. Hand it in again.',
  'measure-missing': () => 'That measure is not in the catalogue any more. Choose another.',
  'own-measure': () =>
    'That is a measure of our own, whose small numbers have to be protected first. Enter its figures under “Our own measures”.',
  'title-without-letters': () => 'Both the measure and the publication need a name with letters in it.',
  'title-taken': () =>
    'This publication has a measure of that name here already. Choose it in the list, or give this one another name.',
  'name-taken': ({ name }) => `“${name}” is the name of other columns. Choose another name.`,
};

/** The field beside which a refusal stands. */
export function fieldOf({ reason }: SayColumnsRefusal): string {
  if (reason === 'name-taken') return 'saveAs';
  return reason === 'title-taken' || reason === 'title-without-letters' ? 'title' : 'measureId';
}
