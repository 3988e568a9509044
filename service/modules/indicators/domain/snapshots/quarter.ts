import { addDays, dayOf, type Day } from '#platform/kernel/day.ts';

/** A quarter of a financial year, which begins on 1 April: the quarters in which partnerships report. */
export type Quarter = {
  /** "Quarter 2, 2026/27" */
  name: string;
  start: Day;
  end: Day;
};

/** The quarter that a day falls in. */
export function quarterOf(day: Day): Quarter {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const firstMonth = month - ((month - 1) % 3);
  const financialYear = firstMonth < 4 ? year - 1 : year;
  const number = firstMonth < 4 ? 4 : (firstMonth - 1) / 3;
  const next = firstMonth === 10 ? dayOf(year + 1, 1, 1) : dayOf(year, firstMonth + 3, 1);
  return {
    name: `Quarter ${number}, ${financialYear}/${String(financialYear + 1).slice(2)}`,
    start: dayOf(year, firstMonth, 1),
    end: addDays(next, -1),
  };
}

/** The last quarter that has ended: what a scorecard that is kept today is most likely of. */
export function lastQuarter(today: Day): Quarter {
  return quarterOf(addDays(quarterOf(today).start, -1));
}
