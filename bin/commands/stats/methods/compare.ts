import {
  compare,
  compareWithControlLimits,
  notComparedWords,
  notControlledWords,
  verdictWords,
  type ComparisonMethod,
  type ConfidenceLevel,
  type Limits,
  type Polarity,
} from '#packages/statistics';
import { WrongUse } from '../../../command-line/command.ts';
import { numberIn } from '../cells.ts';
import { BadRow, eachRow, made, type Asked, type Made, type Worked, type Row } from '../method.ts';
import { polarityFrom } from '../polarity-words.ts';

/** Each row against its benchmark. */
export function comparisons(asked: Asked): Worked {
  return eachRow(asked, (row) => {
    const group = { rows: [row] } as const;
    const method = (asked.setting('method', group) ?? 'single-overlap').toLowerCase();
    const polarity = polarityFrom(asked, 'polarity', group);
    const rule = rules.get(method);
    if (rule) return rule(asked, row, polarity);
    throw new WrongUse(`--method is one of ${[...rules.keys()].join(', ')}; not “${method}”.`);
  });
}

type Rule = (asked: Asked, row: Row, polarity: Polarity) => Made;

/** By our names, and by the numbers that Fingertips has for them. */
const rules: ReadonlyMap<string, Rule> = new Map([
  ...named(['single-overlap', '1'], byLimits('single-overlap')),
  ...named(['two-level', '17'], byLimits('two-level')),
  ...named(['double-overlap', '12'], byLimits('double-overlap')),
  ...named(['single-overlap-998', '18'], byLimits('single-overlap-998')),
  ...named(['control-limits-proportion', '5'], byControl('proportion')),
  ...named(['control-limits-standardised-rate', '6'], byControl('standardised-rate')),
  ...named(['none', '-1'], byLimits('none')),
]);

function named(names: readonly string[], rule: Rule): readonly (readonly [string, Rule])[] {
  return names.map((name) => [name, rule]);
}

function byLimits(method: ComparisonMethod): Rule {
  return (asked, row, polarity) => {
    const answer = compare({
      method,
      polarity,
      value: asked.number(row, 'value'),
      limits95: limitsAt(asked, row, ['lower95', 'upper95']),
      limits998: limitsAt(asked, row, ['lower99_8', 'upper99_8']),
      benchmark: benchmarkOf(asked, row),
      benchmarkLimits95: limitsAt(asked, row, ['benchmark-lower95', 'benchmark-upper95']),
    });
    const level = answer.verdict === 'not-compared' ? undefined : answer.level;
    const words = verdictWords[answer.verdict];
    const note = answer.verdict === 'not-compared' ? notComparedWords[answer.reason] : undefined;
    return made({ verdict: answer.verdict, words, level, method }, note);
  };
}

function byControl(statistic: 'proportion' | 'standardised-rate'): Rule {
  return (asked, row, polarity) => {
    const level: ConfidenceLevel = asked.levels.some(({ suffix }) => suffix === '95') ? 0.95 : 0.998;
    const answer = compareWithControlLimits({
      statistic,
      polarity,
      level,
      value: asked.number(row, 'value'),
      benchmark: benchmarkOf(asked, row),
      base: asked.number(row, 'denominator'),
      multiplier: asked.numberOf('multiplier', { rows: [row] }) ?? 100,
    });
    const { verdict } = answer;
    const words = verdictWords[verdict];
    if (verdict === 'not-compared') return made({ verdict, words }, notControlledWords[answer.reason]);
    const { lower, upper } = answer.limits;
    return made({
      verdict,
      words,
      level: answer.level,
      method: answer.method,
      lower_limit: lower,
      upper_limit: upper,
    });
  };
}

/** A number for all, or a column with one for each row. */
function benchmarkOf(asked: Asked, row: Row): number | undefined {
  const said = asked.setting('benchmark', { rows: [row] });
  if (said === undefined) return undefined;
  const number = numberIn(said);
  if (number !== undefined) return number;
  throw new BadRow(
    row.line,
    `the benchmark is “${said}”, which is not a number`,
    'Write the number alone, or leave the cell empty.',
  );
}

function limitsAt(asked: Asked, row: Row, [low, high]: readonly [string, string]): Limits | undefined {
  const [lower, upper] = [asked.number(row, low), asked.number(row, high)];
  return lower === undefined || upper === undefined ? undefined : { lower, upper };
}
