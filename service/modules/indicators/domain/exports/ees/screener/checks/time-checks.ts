import { inData, quoted } from '../check.ts';
import type { EesCheck, Found } from '../check.ts';
import type { EesPair } from '../pair.ts';

const column = 'time_period';

function digitsOnly({ data }: EesPair): Found[] {
  return [...data.items(column)]
    .filter(([period]) => !/^\d+$/.test(period))
    .map(([period, row]) =>
      inData(period === '' ? 'A row has no period.' : `The period “${period}” is not all digits.`, {
        line: data.lines[row] ?? 0,
        column,
      }),
    );
}

function identifiersKnown({ data, format }: EesPair): Found[] {
  const known = new Set(format.times.flatMap(({ identifiers }) => identifiers));
  return [...data.items('time_identifier')]
    .filter(([identifier]) => !known.has(identifier))
    .map(([identifier, row]) =>
      inData(identifier === '' ? 'A row has no kind of period.' : `“${identifier}” is no kind of period.`, {
        line: data.lines[row] ?? 0,
        column: 'time_identifier',
      }),
    );
}

function identifiersOfOneGroup({ data, format }: EesPair): Found[] {
  const met = [...data.items('time_identifier').keys()];
  const groups = format.times.filter(({ identifiers }) => met.some((each) => identifiers.includes(each)));
  if (groups.length < 2) return [];
  return [inData(`One table cannot hold ${quoted(met)} together.`, { column: 'time_identifier' })];
}

/** Every period beside the kinds that stand in its rows. */
function periodsWithKinds({ data }: EesPair): Map<string, { period: string; kind: string; row: number }> {
  const found = new Map<string, { period: string; kind: string; row: number }>();
  for (let row = 0; row < data.rows.length; row += 1) {
    const period = data.cell(row, column);
    const kind = data.cell(row, 'time_identifier');
    const key = `${period}|${kind}`;
    if (!found.has(key)) found.set(key, { period, kind, row });
  }
  return found;
}

function lengthForKind(pair: EesPair): Found[] {
  const digitsOf = new Map(
    pair.format.times.flatMap(({ digits, identifiers }) => identifiers.map((each) => [each, digits])),
  );
  return [...periodsWithKinds(pair).values()].flatMap(({ period, kind, row }) => {
    const digits = digitsOf.get(kind);
    if (digits === undefined || !/^\d+$/.test(period) || period.length === digits) return [];
    return [
      inData(`A ${kind} is written with ${digits === 4 ? 'four' : 'six'} digits, and “${period}” is not.`, {
        line: pair.data.lines[row] ?? 0,
        column,
      }),
    ];
  });
}

function yearsFollow({ data }: EesPair): Found[] {
  return [...data.items(column)]
    .filter(([period]) => /^\d{6}$/.test(period))
    .filter(([period]) => (Number(period.slice(2, 4)) + 1) % 100 !== Number(period.slice(4)))
    .map(([period, row]) =>
      inData(`The years in “${period}” do not follow one another.`, { line: data.lines[row] ?? 0, column }),
    );
}

/** When the rows are of. */
export const timeChecks: readonly EesCheck[] = [
  { name: 'time_validation', level: 'fail', holds: 'Periods are digits only.', find: digitsOnly },
  {
    name: 'time_identifier',
    level: 'fail',
    holds: 'Every kind of period is one of those known, letter for letter.',
    find: identifiersKnown,
  },
  {
    name: 'time_identifier_mix',
    level: 'fail',
    holds: 'Kinds of period that cannot be set beside one another stand in tables of their own.',
    find: identifiersOfOneGroup,
  },
  {
    name: 'time_period',
    level: 'fail',
    holds: 'Periods have four or six digits, as their kind asks.',
    find: lengthForKind,
  },
  {
    name: 'time_period_six',
    level: 'fail',
    holds: 'Six digits name two years that follow one another.',
    find: yearsFollow,
  },
];
