import type { PageState } from './page-state.ts';

/** Pages of the year that turns, of its report, and of a director's Friday. */
export function ofYears(): readonly PageState[] {
  const [last, now] = planYears(new Date());
  return [
    { name: 'friday', reader: 'manager', path: '/friday', chosen: 'every-run' },
    { name: 'years', reader: 'manager', path: '/years' },
    { name: 'year-turning', reader: 'manager', path: `/years/${now}`, chosen: 'every-run' },
    { name: 'year-turning-analyst', reader: 'analyst', path: `/years/${now}` },
    { name: 'year-closed', reader: 'manager', path: `/years/${last}` },
    { name: 'year-report', reader: 'visitor', path: `/years/${last}/report` },
    { name: 'year-report-none', reader: 'visitor', path: `/years/${now}/report`, status: 404 },
    { name: 'year-draft', reader: 'manager', path: `/years/${last}/draft` },
    { name: 'year-draft-none', reader: 'manager', path: `/years/${now}/draft` },
    { name: 'year-draft-part', reader: 'manager', path: `/years/${last}/draft/in-short` },
  ];
}

/** Keys of the plans of last year and this year, as the invented county has them: from 1 April to 31 March. */
function planYears(today: Date): [string, string] {
  const year = today.getUTCMonth() >= 3 ? today.getUTCFullYear() : today.getUTCFullYear() - 1;
  const key = (from: number) => `${from}-${String(from + 1).slice(2)}`;
  return [key(year - 1), key(year)];
}
