import { mean } from '#packages/statistics';
import { estimated } from '../estimate.ts';
import { eachGroup, made, type Asked, type Worked } from '../method.ts';
import { refused } from '../refusal-words.ts';

/** The mean of each group's values with Student's t limits. */
export function means(asked: Asked): Worked {
  return eachGroup(asked, ({ rows }) => {
    const answer = mean(rows.map((row) => asked.number(row, 'value')));
    if (!answer.done) return refused(answer.refusal, rows);
    const { count, standardDeviation } = answer.value;
    return made({ count, standard_deviation: standardDeviation, ...estimated(asked, answer.value) });
  });
}
