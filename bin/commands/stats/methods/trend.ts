import { noTrendWords, recentTrend, trendWords, type TrendPoint } from '#packages/statistics';
import { WrongUse } from '../../../command-line/command.ts';
import { BadRow, eachGroup, made, type Asked, type Group, type Worked, type Row } from '../method.ts';
import { periodOf } from '../periods.ts';
import { polarityFrom } from '../polarity-words.ts';

/** Whether the last five years of each series rise or fall by more than chance. */
export function trends(asked: Asked): Worked {
  return eachGroup(asked, (group) => {
    const answer = recentTrend({
      method: methodOf(asked, group),
      polarity: polarityFrom(asked, 'polarity', group),
      points: group.rows.map((row) => pointOf(asked, row)),
    });
    const words = trendWords[answer.verdict];
    const { verdict, method } = answer;
    if (verdict === 'cannot-be-calculated')
      return made({ verdict, words, method }, noTrendWords[answer.reason]);
    const { chiSquared, slope, from, to, passedOver } = answer;
    return made({
      verdict,
      words,
      chi_squared: chiSquared,
      slope,
      from: from.firstDay,
      to: to.lastDay,
      passed_over: passedOver,
      method,
    });
  });
}

function methodOf(asked: Asked, group: Group): 'limits' | 'counts' {
  const said =
    asked.setting('method', group) ?? (asked.has('lower') && asked.has('upper') ? 'limits' : 'counts');
  const plain = said.toLowerCase();
  if (plain === 'counts' || plain === 'proportion') return 'counts';
  if (plain === 'limits' || plain === 'ci') return 'limits';
  throw new WrongUse(`--method is limits or counts, or the name of a column that says so; not “${said}”.`);
}

function pointOf(asked: Asked, row: Row): TrendPoint {
  const text = asked.text(row, 'date');
  const period = periodOf(text);
  if (!period)
    throw new BadRow(
      row.line,
      `“${text}” is not a period that can be read`,
      'Write it as 2024, 2023/24, 202324 or 2024-03-31.',
    );
  const [lower, upper] = [asked.number(row, 'lower'), asked.number(row, 'upper')];
  return {
    ...period,
    value: asked.number(row, 'value'),
    limits95: lower === undefined || upper === undefined ? undefined : { lower, upper },
    count: asked.number(row, 'count'),
    base: asked.number(row, 'denominator'),
    breakBefore: breakOf(asked, row),
  };
}

function breakOf(asked: Asked, row: Row): 'definition' | 'area' | undefined {
  const said = asked.text(row, 'break').toLowerCase();
  if (['', 'no', 'none', 'false', '0'].includes(said)) return undefined;
  return said === 'area' ? 'area' : 'definition';
}
