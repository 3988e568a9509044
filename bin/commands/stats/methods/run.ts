import { runChart } from '#packages/statistics';
import { inOrder } from '../in-order.ts';
import { eachRowOfGroup, made, none, type Asked, type Worked } from '../method.ts';
import { refused } from '../refusal-words.ts';

/** A run chart of each series: its median, runs and crossings. */
export function runCharts(asked: Asked): Worked {
  return eachRowOfGroup(asked, (group) => {
    const order = inOrder(asked, group);
    const rows = order.map(({ row }) => row);
    const answer = runChart({
      values: rows.map((row) => asked.number(row, 'value')),
      freezeAfter: asked.numberOf('freeze', group),
    });
    if (!answer.done) return refused(answer.refusal, rows);
    const [part] = answer.value.parts;
    if (!part) return none('there is no point to make a median of');
    const { median, runs } = part;
    const [few] = answer.value.warnings;
    const result = {
      median,
      points: runs.points,
      useful: runs.useful,
      longest_run: runs.longestRun,
      longest_run_max: runs.longestRunMost,
      crossings: runs.crossings,
      crossings_min: runs.crossingsLeast,
      signal: runs.signals.join(' and ') || 'none',
    };
    return group.rows.map(() => made(result, few && `${few.useful} points off the median: 10 are wanted`));
  });
}
