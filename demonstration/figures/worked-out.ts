import { defineFormula, pairMeasures, type Act, type rememberColumns } from '#modules/indicators/index.ts';
import { county } from '../county.ts';

type Saved = Parameters<typeof rememberColumns>[1];
type Reading = Saved['reading'];

/** Children in a permanent home, and how long it took: six years of each, with limits. */
const homes = [71, 74, 79, 86, 92, 101].map((count, at) => [2020 + at, count, 9 + at / 3] as const);
const days = [402, 409, 421, 447, 462, 489].map((count, at) => [2020 + at, count, 14] as const);

function permanenceReading(
  column: string,
  said: { title: string; unit: string; kind: 'count' | 'mean'; polarity: 'high-is-good' | 'low-is-good' },
): Reading {
  return {
    layout: {
      ...{
        area: 'area',
        value: column,
        beside: { lower95: 'lower', upper95: 'upper' },
        groups: [],
        everybody: [],
      },
      time: { in: 'one-column', column: 'year', years: 'financial-ending' },
    },
    measure: {
      ...{ named: 'new', ...said },
      ...{ publisher: 'Brackenshire partnership (invented)', publication: 'Permanence table' },
    },
  };
}

function permanenceText(column: string, rows: readonly (readonly [number, number, number])[]): string {
  const lines = rows.map(([year, value, half]) =>
    [county.code, year, value, (value - half).toFixed(1), (value + half).toFixed(1)].join(','),
  );
  return `${[`area,year,${column},lower,upper`, ...lines].join('\n')}\n`;
}

const permanence = [
  {
    column: 'children',
    rows: homes,
    said: {
      title: 'Children in care in a permanent home',
      unit: 'children',
      kind: 'count',
      polarity: 'high-is-good',
    },
  },
  {
    column: 'days',
    rows: days,
    said: { title: 'Days until a permanent home', unit: 'days', kind: 'mean', polarity: 'low-is-good' },
  },
] as const;

/** What the columns of the two tables are. */
export const permanenceColumns: readonly Saved[] = permanence.map(({ column, said }) => ({
  name: `Permanence: ${column}`,
  headers: ['area', 'year', column, 'lower', 'upper'],
  reading: permanenceReading(column, said),
}));

/** The two tables. */
export const permanenceTexts = permanence.map(({ column, rows }) => ({
  name: `invented-permanence-${column}.csv`,
  text: permanenceText(column, rows),
}));

/** A measure by formula, and two that are read together. */
export async function defineOthers(act: Act): Promise<void> {
  const plans = { measure: 'lait:PrevRegCPR', match: 'same-days' } as const;
  await act('write', (ctx) =>
    defineFormula(ctx, {
      title: 'Protection plans that are a child’s first',
      parts: [
        { letter: 'a', take: 'count', ...plans },
        { letter: 'b', take: 'base', ...plans },
      ],
      formula: '(b − a) ÷ b per 100',
      polarity: 'high-is-good',
      decimals: 1,
      reason: 'The board asked for the good news beside second plans',
    }),
  );
  await act('write', (ctx) =>
    pairMeasures(ctx, {
      title: 'Permanent homes, and in time',
      howMany: 'other:permanence-table:children-in-care-in-a-permanent-home',
      howLong: 'other:permanence-table:days-until-a-permanent-home',
      words: 'More children in care find a permanent home, and none of them waits longer for it.',
    }),
  );
}
