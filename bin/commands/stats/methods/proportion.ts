import { crudeRate, pooled, proportion, type CountAndBase } from '#packages/statistics';
import { estimated } from '../estimate.ts';
import { eachGroup, eachRow, made, none, type Asked, type Made, type Worked, type Row } from '../method.ts';
import { refused } from '../refusal-words.ts';

type Make = typeof proportion | typeof crudeRate;

/** Wilson limits of each row, or of each group's counts added up. */
export function proportions(asked: Asked): Worked {
  return estimates(asked, proportion, 100);
}

/** Exact or Byar's limits of each row, or of each group's counts added up. */
export function rates(asked: Asked): Worked {
  return estimates(asked, crudeRate, 100_000);
}

function estimates(asked: Asked, make: Make, customary: number): Worked {
  if (asked.grouped)
    return eachGroup(asked, (group) => {
      const multiplier = asked.numberOf('multiplier', group) ?? customary;
      const whole = pooled(group.rows.map((row) => partOf(asked, row)));
      if (!whole.done) return none('a count or a denominator of the group is missing');
      const answer = estimate(asked, make, { ...whole.value, multiplier });
      return answer.kind === 'made' ? made({ ...whole.value, ...answer.result }) : answer;
    });
  return eachRow(asked, (row) => {
    const { count, base } = partOf(asked, row);
    if (count === undefined || base === undefined) return none('the count or the denominator is missing');
    const multiplier = asked.numberOf('multiplier', { rows: [row] }) ?? customary;
    return estimate(asked, make, { count, base, multiplier });
  });
}

function partOf(asked: Asked, row: Row): { count: number | undefined; base: number | undefined } {
  return { count: asked.number(row, 'count'), base: asked.number(row, 'denominator') };
}

function estimate(asked: Asked, make: Make, given: CountAndBase): Made {
  const answer = make(given);
  return answer.done ? made(estimated(asked, answer.value)) : refused(answer.refusal);
}
