import type { Cell, ChartTable, Column } from '#packages/charts';
import { samePeriod } from '../../period.ts';
import { sayPeriod } from '../../say-period.ts';
import { nameOfStatus } from '../../say-value.ts';
import { isNumber, type Value } from '../../value.ts';
import type { MeasureDefinition } from '../../figures/measure-definition.ts';
import type { Place } from '../../figures/place.ts';
import type { Sureness } from '../certainty.ts';
import { notWorkedOutWords } from '../gap-at.ts';
import type { CardGap } from './gap-card.ts';
import type { GapPoint } from '../gap-series.ts';
import { namesOf } from '../say-gap.ts';
import type { Side } from '../side.ts';

/** Every number that a card shows, year by year, as one table for a file: made from the same protected sides. */
export function gapTable(card: CardGap, place: Place): ChartTable {
  const { definition } = card.series;
  const names = namesOf(card.series.telling);
  return {
    caption: `${definition.title}: ${names.group} beside ${names.others}, ${place.name}`,
    columns: columnsOf(names, definition),
    rows: card.series.points.map((point) => rowOf(point, card, place)),
    rowHeads: 2,
  };
}

function columnsOf(names: { group: string; others: string }, { unit }: MeasureDefinition): Column[] {
  const inUnit = unit.name === '' ? '' : ` (${unit.name})`;
  const numbers = [
    ...sideHeads(`${names.group}${inUnit}`),
    ...sideHeads(`${names.others}${inUnit}`),
    'Gap: the group less the others',
    'Gap, lower limit 95%',
    'Gap, upper limit 95%',
    'Ratio: the group over the others',
    'Ratio, lower limit 95%',
    'Ratio, upper limit 95%',
    'All children',
    'The same group in England',
    'The others in England',
  ];
  return [
    { head: 'Area', holds: 'names' },
    { head: 'Period', holds: 'periods' },
    ...numbers.map((head): Column => ({ head, holds: 'numbers' })),
    { head: 'How the limits were made', holds: 'notes' },
    { head: 'Note', holds: 'notes' },
  ];
}

function sideHeads(name: string): string[] {
  return [capital(name), `${capital(name)}, lower limit 95%`, `${capital(name)}, upper limit 95%`];
}

function rowOf(point: GapPoint, card: CardGap, place: Place): Cell[] {
  const { definition, telling } = card.series;
  const { decimals } = definition.unit;
  const there = card.englandSeries?.points.find(({ period }) => samePeriod(period, point.period));
  return [
    text(place.name),
    text(sayPeriod(point.period)),
    ...sideCells(point.of, decimals),
    ...sideCells(point.beside, decimals),
    ...gapCells(point, decimals),
    point.all ? valueCell(point.all.value, decimals) : empty,
    there ? valueCell(there.of.value, decimals) : empty,
    there ? valueCell(there.beside.value, decimals) : empty,
    text(point.known && point.gap.differenceSure.known ? point.gap.differenceSure.method : ''),
    text(noteOf(point, telling.beside.kind)),
  ];
}

export function sideCells({ value, interval }: Side, decimals: number): Cell[] {
  const limits = isNumber(value) && interval.known ? interval.limits : undefined;
  return [valueCell(value, decimals), number(limits?.lower, decimals), number(limits?.upper, decimals)];
}

export function gapCells(point: GapPoint, decimals: number): Cell[] {
  if (!point.known) return Array.from({ length: 6 }, () => empty);
  const { difference, differenceSure, ratio, ratioSure } = point.gap;
  return [
    number(difference, decimals),
    ...limitCells(differenceSure, decimals),
    number(ratio, 2),
    ...limitCells(ratioSure, 2),
  ];
}

function limitCells(sure: Sureness, decimals: number): Cell[] {
  return sure.known
    ? [number(sure.limits.lower, decimals), number(sure.limits.upper, decimals)]
    : [empty, empty];
}

export function noteOf(point: GapPoint, kind: 'others' | 'rest' | 'all'): string {
  if (!point.known) return notWorkedOutWords[point.reason];
  const { differenceSure } = point.gap;
  const beside = {
    others: '',
    rest: 'The others are all children less the group, worked out from the published counts.',
    all: 'The group is among all children, so the gap looks smaller than it is.',
  }[kind];
  return [beside, differenceSure.known ? '' : differenceSure.words].filter(Boolean).join(' ');
}

export const empty: Cell = { kind: 'empty' };

export function text(words: string): Cell {
  return words === '' ? empty : { kind: 'text', text: words };
}

function number(value: number | undefined, decimals: number): Cell {
  return value === undefined ? empty : { kind: 'number', number: value, decimals };
}

function valueCell(value: Value, decimals: number): Cell {
  return isNumber(value) ? number(value, decimals) : text(nameOfStatus(value.status));
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
