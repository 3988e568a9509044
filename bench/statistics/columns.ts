import { proportionColumns, rateColumns } from '#packages/statistics';
import { checkSum } from './pass.ts';
import type { Pass } from './pass.ts';

export const proportions: Pass = {
  name: 'proportions',
  prepare: ({ counts, bases }) => {
    const given = { counts, bases, multiplier: 100 };
    const first = proportionColumns(given);
    const into = first.done ? first.value : undefined;
    return () => {
      const made = proportionColumns({ ...given, into });
      return made.done ? checkSum(made.value.uppers998) : Number.NaN;
    };
  },
  inR: ['proportions', 'proportions, PHEindicatormethods'],
};

export const rates: Pass = {
  name: 'rates',
  prepare: ({ events, bases }) => {
    const given = { counts: events, bases, multiplier: 1000 };
    const first = rateColumns(given);
    const into = first.done ? first.value : undefined;
    return () => {
      const made = rateColumns({ ...given, into });
      return made.done ? checkSum(made.value.uppers998) : Number.NaN;
    };
  },
  inR: ['rates', 'rates, exact below ten only', 'rates, PHEindicatormethods'],
};
