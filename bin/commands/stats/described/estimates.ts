import type { Method } from '../method.ts';
import { count, denominator, estimate, multiplier, needed, orColumn, value } from './columns.ts';

/** Methods that give a value with its limits. */
export const estimates: readonly Method[] = [
  {
    name: 'proportion',
    says: 'proportions with Wilson limits',
    more: [
      'With --group the counts and denominators of a group are added up first; a missing one leaves the whole group without a value.',
    ],
    columns: [needed(count), needed(denominator)],
    settings: [multiplier('100')],
    gives: estimate('Wilson'),
    levels: 'asked',
    open: async () => (await import('../methods/proportion.ts')).proportions,
  },
  {
    name: 'rate',
    says: 'crude rates with exact limits below ten events, and Byar’s from ten on',
    more: [
      'With --group the counts and denominators of a group are added up first; a missing one leaves the whole group without a value.',
    ],
    columns: [needed(count), needed(denominator)],
    settings: [multiplier('100,000')],
    gives: estimate('exact Poisson or Byar'),
    levels: 'asked',
    open: async () => (await import('../methods/proportion.ts')).rates,
  },
  {
    name: 'mean',
    says: 'the mean of each group with Student’s t limits',
    more: ['A row is one value; there is one answer for each group.'],
    columns: [needed(value)],
    settings: [],
    gives: [
      ['count', 'how many values'],
      ['standard_deviation', 'of the values, with n − 1'],
      ...estimate('Student’s t'),
    ],
    levels: 'asked',
    open: async () => (await import('../methods/mean.ts')).means,
  },
  {
    name: 'dsr',
    says: 'directly standardised rates with Dobson’s limits',
    more: [
      'A row is an age band of an area; there is one answer for each group. Fewer than ten events have no rate.',
      'Where one person can have several events, a row is an age band and a frequency: --frequency says how many events each had, --count how many people, and --band which rows are one age band.',
    ],
    columns: [
      {
        name: 'count',
        says: 'events in the band (with --frequency: people)',
        knownAs: ['numerator', 'x', 'events', 'persons', 'people'],
        needed: 'always',
      },
      needed(denominator),
      {
        name: 'standard',
        says: 'people of the standard population in the band',
        knownAs: ['stdpop', 'standard population', 'esp2013', 'esp', 'weight', 'esp1976'],
        needed: 'always',
      },
      { name: 'frequency', says: 'how many events each person had', knownAs: undefined },
      { name: 'band', says: 'the age band', knownAs: ['ageband', 'age band', 'age'] },
    ],
    settings: [multiplier('100,000')],
    gives: [['total_count, total_denominator', 'events and people of all bands'], ...estimate('Dobson')],
    levels: 'asked',
    open: async () => (await import('../methods/standardised.ts')).directRates,
  },
  {
    name: 'isr',
    says: 'indirectly standardised rates or ratios',
    more: ['A row is an age band of an area beside the reference’s; there is one answer for each group.'],
    columns: [
      { ...count, says: 'events of the area in the band; or give them whole with --observed' },
      needed(denominator),
      {
        name: 'reference-count',
        says: 'events of the reference in the band',
        knownAs: ['refcount', 'ref count', 'x_ref'],
        needed: 'always',
      },
      {
        name: 'reference-denominator',
        says: 'people of the reference in the band',
        knownAs: ['refpop', 'ref pop', 'n_ref', 'reference population'],
        needed: 'always',
      },
    ],
    settings: [
      { name: 'observed', takes: 'NUMBER', says: `events of all bands together: ${orColumn}` },
      {
        name: 'as',
        takes: 'KIND',
        says: 'rate or ratio; rate where nothing is said',
        oneOf: ['rate', 'ratio'],
      },
      multiplier('100,000 for a rate, 1 for a ratio'),
    ],
    gives: [
      ['observed, expected', 'events there were, and events that the reference leads to expect'],
      ...estimate('exact Poisson or Byar'),
    ],
    levels: 'asked',
    open: async () => (await import('../methods/standardised.ts')).indirectRates,
  },
];
