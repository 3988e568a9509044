import { deprivationQuantiles } from '#packages/statistics';
import { WrongUse } from '../../../command-line/command.ts';
import { eachRowOfGroup, made, none, type Asked, type Group, type Worked } from '../method.ts';
import { refused } from '../refusal-words.ts';

/** The quantile of each row's value within its group. */
export function quantiles(asked: Asked): Worked {
  return eachRowOfGroup(asked, (group) => {
    const values = group.rows.map((row) => asked.number(row, 'value'));
    const answer = deprivationQuantiles({
      values,
      quantiles: asked.numberOf('quantiles', group) ?? 10,
      first: firstOf(asked, group),
    });
    if (!answer.done) return refused(answer.refusal, group.rows);
    return answer.value.map((quantile) =>
      quantile === undefined ? none('the value is missing') : made({ quantile }),
    );
  });
}

const firstWords: ReadonlyMap<string, 'highest' | 'lowest'> = new Map([
  ['highest', 'highest'],
  ['lowest', 'lowest'],
  ['true', 'highest'],
  ['false', 'lowest'],
]);

function firstOf(asked: Asked, group: Group): 'highest' | 'lowest' {
  const said = asked.setting('first', group) ?? 'highest';
  const first = firstWords.get(said.toLowerCase());
  if (first) return first;
  throw new WrongUse(`--first is highest or lowest, or the name of a column that says so; not “${said}”.`);
}
