import {
  inequality,
  type Estimate,
  type InequalityGroup,
  type InequalityKind,
  type UnequalGroups,
} from '#packages/statistics';
import { WrongUse } from '../../../command-line/command.ts';
import { limitColumns } from '../estimate.ts';
import { BadRow, eachGroup, made, type Asked, type Group, type Worked, type Row } from '../method.ts';
import { refused } from '../refusal-words.ts';

/** Slope and relative index of inequality of each group: a row is a quantile. */
export function inequalities(asked: Asked): Worked {
  return eachGroup(asked, (group) => {
    const kind = kindOf(asked, group);
    const rows = group.rows.toSorted(
      (left, right) => needed(asked, left, 'quantile') - needed(asked, right, 'quantile'),
    );
    const answer = inequality({
      groups: rows.map((row) => groupOf(asked, row)),
      kind,
      fit: asked.said('transform') ? 'transformed' : 'values',
      multiplier: asked.numberOf('multiplier', group) ?? 1,
      simulation: simulationOf(asked),
    });
    if (!answer.done) return refused(answer.refusal, rows);
    const { slope, relative, atMostDeprived, atLeastDeprived } = answer.value;
    return made(
      {
        sii: slope.value,
        ...limitColumns(asked, slope, 'sii_'),
        rii: relative.done ? relative.value.value : undefined,
        ...relativeLimits(asked, relative.done ? relative.value : undefined),
        intercept: atMostDeprived,
        at_least_deprived: atLeastDeprived,
        method: slope.method,
      },
      relative.done ? undefined : relativeWords[relative.refusal.reason],
    );
  });
}

const relativeWords = {
  'line-not-positive': 'no relative index: the line touches or crosses zero',
  'limits-unbounded': 'no relative index: an end of the line is not surely above zero',
} as const;

function relativeLimits(asked: Asked, relative: Estimate<string> | undefined) {
  const nothing = { lower: Number.NaN, upper: Number.NaN };
  const columns = limitColumns(asked, relative ?? { limits95: nothing, limits998: nothing }, 'rii_');
  return relative ? columns : Object.fromEntries(Object.keys(columns).map((name) => [name, undefined]));
}

function groupOf(asked: Asked, row: Row): InequalityGroup {
  const [population, value] = [needed(asked, row, 'population'), needed(asked, row, 'value')];
  const standardError = asked.number(row, 'se');
  if (standardError !== undefined) return { population, value, standardError };
  const [lower, upper] = [asked.number(row, 'lower'), asked.number(row, 'upper')];
  if (lower !== undefined && upper !== undefined) return { population, value, limits95: { lower, upper } };
  throw new BadRow(
    row.line,
    'the standard error is missing, and so are the 95% limits',
    'Name a column of standard errors with --se, or those of limits with --lower and --upper.',
  );
}

const kinds: ReadonlyMap<string, InequalityKind> = new Map([
  ['value', 'value'],
  ['rate', 'rate'],
  ['proportion', 'proportion'],
  ['0', 'value'],
  ['1', 'rate'],
  ['2', 'proportion'],
]);

function kindOf(asked: Asked, group: Group): InequalityKind {
  const said = asked.setting('type', group) ?? 'value';
  const kind = kinds.get(said.toLowerCase());
  if (kind) return kind;
  throw new WrongUse(`--type is value, rate or proportion (0, 1 or 2), not “${said}”.`);
}

function simulationOf(asked: Asked): UnequalGroups['simulation'] {
  const [repetitions, seed] = [asked.numberOf('repetitions'), asked.numberOf('seed')];
  if (repetitions === undefined && seed === undefined) return undefined;
  return { repetitions: repetitions ?? 100_000, seed: seed ?? 1 };
}

function needed(asked: Asked, row: Row, column: string): number {
  const number = asked.number(row, column);
  if (number !== undefined) return number;
  throw new BadRow(
    row.line,
    `--${column} is missing`,
    'Every quantile needs it: an index of what is left is not that of all.',
  );
}
