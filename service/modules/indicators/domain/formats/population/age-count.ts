import { breakdownOf } from '../../observation.ts';
import type { Observation } from '../../observation.ts';
import { peopleByAge } from './population-measures.ts';

/** One age and sex of one authority in one year. */
export type AgeCount = Pick<Observation, 'area' | 'period' | 'line'> & {
  sex: string;
  age: number;
  people: number;
};

/** The observation that one count is. */
export function ofAge({ area, period, line, sex, age, people }: AgeCount): Observation {
  const breakdown = breakdownOf({ Age: String(age), Sex: sex });
  return { measure: peopleByAge, area, period, line, breakdown, value: people };
}
