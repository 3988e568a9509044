import type { Action } from '../action.ts';

/** What a plan needs: once, and each year that it goes on; with what nobody has costed. */
export type PlanTotals = {
  oneOffPounds: number;
  yearlyPounds: number;
  costed: number;
  /** neither pounds nor a plain nought: the true sum is higher */
  notCosted: readonly Action[];
};

/** Adds up what is asked for. What was stopped needs nothing more and is not counted. */
export function totalsOf(actions: readonly Action[]): PlanTotals {
  const counted = actions.filter(({ state }) => state !== 'stopped');
  const sum = (of: (action: Action) => number | undefined) =>
    counted.reduce((total, action) => total + (of(action) ?? 0), 0);
  const notCosted = counted.filter(
    ({ oneOffPounds, yearlyPounds }) => oneOffPounds === undefined && yearlyPounds === undefined,
  );
  return {
    oneOffPounds: sum(({ oneOffPounds }) => oneOffPounds),
    yearlyPounds: sum(({ yearlyPounds }) => yearlyPounds),
    costed: counted.length - notCosted.length,
    notCosted,
  };
}

/** "£12,500" */
export function sayPounds(pounds: number): string {
  return `£${pounds.toLocaleString('en-GB')}`;
}
