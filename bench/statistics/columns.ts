import { proportionColumns, rateColumns } from '#packages/statistics';
import { checkSum } from './pass.ts';
import type { Pass } from './pass.ts';

export const proportions: Pass = {
  name: 'proportions',
  prepare:
    ({ counts, bases }) =>
    () => {
      const made = proportionColumns({ counts, bases, multiplier: 100 });
      return made.done ? checkSum(made.value.uppers998) : Number.NaN;
    },
  inR: ['proportions', 'proportions, PHEindicatormethods'],
};

export const rates: Pass = {
  name: 'rates',
  prepare:
    ({ events, bases }) =>
    () => {
      const made = rateColumns({ counts: events, bases, multiplier: 1000 });
      return made.done ? checkSum(made.value.uppers998) : Number.NaN;
    },
  inR: ['rates', 'rates, exact below ten only', 'rates, PHEindicatormethods'],
};
