import type { Method } from '../method.ts';
import { denominator, needed, orColumn, value } from './columns.ts';

/** Methods of groups in order of deprivation. */
export const places: readonly Method[] = [
  {
    name: 'quantile',
    says: 'the quantile (decile, quintile …) of each row within its group',
    columns: [needed(value)],
    settings: [
      { name: 'quantiles', takes: 'NUMBER', says: `how many: ${orColumn}; 10 where nothing is said` },
      {
        name: 'first',
        takes: 'END',
        says: 'which values make quantile 1: highest or lowest, or the name of a column that says so (true is highest); highest where nothing is said',
      },
    ],
    gives: [['quantile', 'from 1 to the number of quantiles; areas with one value are never split']],
    open: async () => (await import('../methods/quantile.ts')).quantiles,
  },
  {
    name: 'sii',
    says: 'the slope and the relative index of inequality of each group',
    more: [
      'A row is a quantile, 1 the most deprived. Errors are given with --se (on the scale of --type), or as 95% limits.',
    ],
    columns: [
      {
        name: 'quantile',
        says: 'its number, 1 the most deprived',
        knownAs: ['decile', 'quintile'],
        needed: 'always',
      },
      { ...denominator, name: 'population', says: 'people in it', knownAs: ['pop', 'n', 'denominator'] },
      { ...value, says: 'its value; a proportion lies between 0 and 1' },
      { name: 'se', says: 'its standard error', knownAs: ['standarderror', 'standard error', 'stderr'] },
      { name: 'lower', says: 'its lower 95% limit', knownAs: ['lowercl', 'lower95', 'lower cl'] },
      { name: 'upper', says: 'its upper 95% limit', knownAs: ['uppercl', 'upper95', 'upper cl'] },
    ],
    settings: [
      {
        name: 'type',
        takes: 'KIND',
        says: 'value (0), rate (1) or proportion (2), or the name of a column; value where nothing is said',
      },
      { name: 'transform', says: 'fit the line to logarithms (rates) or logits (proportions)' },
      {
        name: 'multiplier',
        takes: 'NUMBER',
        says: `100 for percentage points; negative where a high value is bad: ${orColumn}; 1 where nothing is said`,
      },
      {
        name: 'repetitions',
        takes: 'NUMBER',
        says: 'simulate the limits so many times; in closed form where there is one, else 100,000 times',
      },
      {
        name: 'seed',
        takes: 'NUMBER',
        says: 'where the simulation begins; the same seed gives the same limits',
      },
    ],
    gives: [
      ['sii', 'slope index'],
      ['sii_lower95, sii_upper95, sii_lower99_8, sii_upper99_8', 'its limits'],
      ['rii', 'relative index'],
      ['rii_lower95, rii_upper95, rii_lower99_8, rii_upper99_8', 'its limits'],
      ['intercept, at_least_deprived', 'the line at its most and at its least deprived end'],
      ['method', 'how the limits were made'],
    ],
    levels: 'asked',
    open: async () => (await import('../methods/sii.ts')).inequalities,
  },
];
