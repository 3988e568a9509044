import type { Cell, ChartTable, Column } from '#packages/charts';
import { sayPeriod } from '../../say-period.ts';
import { notWorkedOutWords } from '../gap-at.ts';
import { capital, namesOf, sayGap } from '../say-gap.ts';
import { isNumber, type Value } from '../../value.ts';
import { nameOfStatus } from '../../say-value.ts';
import type { Sureness } from '../certainty.ts';
import { standings, type FoundGap, type FoundGaps, type GapStanding } from './find-gaps.ts';

/** What each standing is called, on the page and in the file. */
export const standingNames: { readonly [Standing in GapStanding]: string } = {
  large: 'Surely large',
  sure: 'Surely there, but smaller',
  'could-be-chance': 'Could be chance',
  'certainty-not-known': 'Size known, certainty not',
  'too-few': 'Too few children to say',
  withheld: 'One side is withheld',
};

/** A gap that was found, in words; nothing of its numbers where too few children stand behind them. */
export function sayFound({ point, telling, definition }: FoundGap, standing: GapStanding): string {
  const names = namesOf(telling);
  return standing === 'too-few'
    ? `${capital(names.group)}: too few to say.`
    : sayGap(point, names, definition);
}

const columns: readonly Column[] = [
  { head: 'Standing', holds: 'names' },
  { head: 'Measure', holds: 'names' },
  { head: 'Group', holds: 'names' },
  { head: 'Beside', holds: 'names' },
  { head: 'Period', holds: 'periods' },
  { head: 'Unit', holds: 'names' },
  { head: 'The group', holds: 'numbers' },
  { head: 'The others', holds: 'numbers' },
  { head: 'Gap', holds: 'numbers' },
  { head: 'Gap, lower limit 95%', holds: 'numbers' },
  { head: 'Gap, upper limit 95%', holds: 'numbers' },
  { head: 'Times as often it fares badly', holds: 'numbers' },
  { head: 'Times, lower limit 95%', holds: 'numbers' },
  { head: 'Times, upper limit 95%', holds: 'numbers' },
  { head: 'Note', holds: 'notes' },
];

/** Every gap of the page in the page's order, for a file. */
export function finderTable(found: FoundGaps, area: string): ChartTable {
  return {
    caption: `Gaps, ${area}`,
    columns,
    rows: standings.flatMap((standing) => found[standing].map((gap) => rowOf(gap, standing))),
    rowHeads: 3,
  };
}

function rowOf({ title, telling, point, worse, definition }: FoundGap, standing: GapStanding): Cell[] {
  const names = namesOf(telling);
  const { decimals, name } = definition.unit;
  const tooFew = standing === 'too-few';
  return [
    text(standingNames[standing]),
    text(title),
    text(capital(names.group)),
    text(capital(names.others)),
    text(sayPeriod(point.period)),
    text(name),
    tooFew ? empty : valueCell(point.of.value, decimals),
    tooFew ? empty : valueCell(point.beside.value, decimals),
    ...(point.known && !tooFew
      ? [number(point.gap.difference, decimals), ...limits(point.gap.differenceSure, decimals)]
      : [empty, empty, empty]),
    ...(worse && !tooFew ? [number(worse.ratio, 2), ...limits(worse.sure, 2)] : [empty, empty, empty]),
    text(point.known ? '' : notWorkedOutWords[point.reason]),
  ];
}

const empty: Cell = { kind: 'empty' };

function text(words: string): Cell {
  return words === '' ? empty : { kind: 'text', text: words };
}

function number(value: number, decimals: number): Cell {
  return { kind: 'number', number: value, decimals };
}

function limits(sure: Sureness, decimals: number): Cell[] {
  return sure.known
    ? [number(sure.limits.lower, decimals), number(sure.limits.upper, decimals)]
    : [empty, empty];
}

function valueCell(value: Value, decimals: number): Cell {
  return isNumber(value) ? number(value, decimals) : text(nameOfStatus(value.status));
}
