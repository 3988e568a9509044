import type { Cell, ChartTable } from '#packages/charts';
import { sayYear } from '../../domain/money/financial-year.ts';
import { lineHeads } from '../../domain/money/read-table.ts';
import { sayPrices } from '../../domain/money/prices.ts';
import type { ShownLine } from '../../domain/money/shown-lines.ts';
import type { MoneyView } from '../../queries/money/money-view.ts';
import type { SpendBeside } from '../../queries/money/spend-beside.ts';

function number(value: number | undefined, decimals: number): Cell {
  return value === undefined ? { kind: 'empty' } : { kind: 'number', number: value, decimals };
}

function textCell(text: string): Cell {
  return text === '' ? { kind: 'empty' } : { kind: 'text', text };
}

/** The lines in sight as a file that can be brought in again. */
export function linesTable({ lines, places }: MoneyView): ChartTable {
  return {
    caption: 'Lines of spend and staff',
    columns: lineHeads.map(({ heads: [head] }) => ({ head, holds: 'names' })),
    rowHeads: 1,
    rows: lines.map((line) => lineCells(line, places)),
  };
}

function lineCells(line: ShownLine, places: MoneyView['places']): Cell[] {
  const [whole] = places;
  const place =
    line.areaCode === whole?.code
      ? 'whole area'
      : (places.find(({ code }) => code === line.areaCode)?.name ?? line.areaCode);
  return [
    textCell(line.what),
    textCell(line.partner),
    textCell(place),
    textCell(line.help),
    textCell(line.helpSource),
    textCell(line.kind),
    textCell(line.lasting),
    textCell(sayYear(line.year)),
    textCell(line.state),
    line.amount === 'held-back' ? textCell('held back') : number(line.amount, line.kind === 'spend' ? 2 : 1),
    number(line.people, 0),
    textCell(line.planLink),
    textCell(line.source),
    textCell(line.note),
    textCell(line.audience),
  ];
}

/** Spend for each child beside need, as the page and its file hold it. */
export function needTable(view: SpendBeside): ChartTable {
  const { measure, rows, prices, year } = view;
  const unit = measure?.unit;
  return {
    caption: `Spend for each child beside need${year === undefined ? '' : `, ${sayYear(year)}`}, ${sayPrices(prices)}`,
    columns: [
      { head: 'Zone', holds: 'names' },
      { head: 'Spend (£)', holds: 'numbers' },
      { head: 'Children', holds: 'numbers' },
      { head: 'Spend for each child (£)', holds: 'numbers' },
      {
        head: measure ? `${measure.title}${unit?.name ? ` (${unit.name})` : ''}` : 'Need',
        holds: 'numbers',
      },
    ],
    rowHeads: 1,
    rows: rows.map((row) => [
      textCell(row.name),
      number(row.lines === 0 ? undefined : row.spend, 0),
      number(row.children, 0),
      number(row.perChild, 0),
      number(row.need, unit?.decimals ?? 1),
    ]),
  };
}

/** The shares of early and late help over the years. */
export function sharesTable({ shares, prices }: MoneyView): ChartTable {
  return {
    caption: `How early help comes, by year, ${sayPrices(prices)}`,
    columns: [
      { head: 'Financial year', holds: 'periods' },
      { head: 'Early: for everybody and early help (%)', holds: 'numbers' },
      { head: 'Between: targeted (%)', holds: 'numbers' },
      { head: 'Late: statutory (%)', holds: 'numbers' },
      { head: 'All spend (£)', holds: 'numbers' },
    ],
    rowHeads: 1,
    rows: shares.map(({ year, early, targeted, late, total }) => [
      textCell(sayYear(year)),
      number(early, 1),
      number(targeted, 1),
      number(late, 1),
      number(total, 0),
    ]),
  };
}
