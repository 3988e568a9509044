import type { Option } from '../../../command-line/command.ts';
import type { ColumnOption, Method } from '../method.ts';

export const orColumn = 'a number, or the name of a column';

/** Columns and options that several methods have. */
export const count: ColumnOption = {
  name: 'count',
  says: 'people or events counted',
  knownAs: ['numerator', 'x', 'observed', 'obs', 'events'],
};
/** What denominators are usually called. */
export const usualDenominators: readonly string[] = ['n', 'base', 'population', 'pop', 'days'];

export const denominator: ColumnOption = {
  name: 'denominator',
  says: 'people or things that the count is out of',
  knownAs: usualDenominators,
};
export const value: ColumnOption = {
  name: 'value',
  says: 'the value',
  knownAs: ['values', 'y', 'v'],
};
export const date: ColumnOption = {
  name: 'date',
  says: 'the date or period, which puts a series in order (2024-05-31, 2024-05, 2024 Q2, 2023/24, 2024)',
  knownAs: ['period', 'time period', 'time_period', 'month', 'year'],
};

/** A column that the method cannot do without. */
export function needed(column: ColumnOption): ColumnOption {
  return { ...column, needed: 'always' };
}

export const multiplier = (customary: string): Option => ({
  name: 'multiplier',
  takes: 'NUMBER',
  says: `what the ratio is multiplied by: ${orColumn}; ${customary} where nothing is said`,
});
export const polarity = (name: string): Option => ({
  name,
  takes: 'WAY',
  says: 'which way is good: increase (or high-is-good), decrease (or low-is-good), neutral (or no-judgement), not-applicable, a Fingertips polarity number, or the name of a column; neutral where nothing is said',
});

const limitColumns: Method['gives'] = [
  ['lower95, upper95', '95% limits'],
  ['lower99_8, upper99_8', '99.8% limits'],
];
export const estimate = (method: string): Method['gives'] => [
  ['value', 'the value, per multiplier'],
  ...limitColumns,
  ['method', `how the limits were made: ${method}`],
  ['multiplier', 'what was multiplied by'],
];
