import { addDays, dayOf, type Day } from '#platform/kernel/day.ts';

/** The years of plans round the day on which the demonstration is loaded: from 1 April to 31 March. */
export type Year = { key: string; name: string; from: Day; until: Day };

export function yearOf(today: Day): Year {
  const year = Number(today.slice(0, 4));
  return yearFrom(today.slice(5) >= '04-01' ? year : year - 1);
}

export function yearBefore({ from }: Year): Year {
  return yearFrom(Number(from.slice(0, 4)) - 1);
}

function yearFrom(year: number): Year {
  const short = String(year + 1).slice(2);
  return {
    key: `${year}-${short}`,
    name: `${year}/${short}`,
    from: dayOf(year, 4, 1),
    until: dayOf(year + 1, 3, 31),
  };
}

/** So many days from the day of loading; what was said is never said after it. */
export function inDays(today: Day, days: number): Day {
  return addDays(today, days);
}
