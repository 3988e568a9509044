import type { Cell, ChartTable, Column } from '#packages/charts';
import { verdictWords } from '#packages/statistics';
import { isNumber } from '../value.ts';
import type { Value } from '../value.ts';
import { nameOfStatus } from '../say-value.ts';
import { sayPeriod, shortPeriod } from '../say-period.ts';
import { sayComparison } from './comparison.ts';
import { sayNeighbours } from './neighbours-average.ts';
import type { ScorecardRow } from './row.ts';
import type { Scorecard } from './scorecard.ts';
import { sayStanding } from './rank.ts';
import { sayJudgedTrend } from './trend.ts';

const columns: readonly Column[] = [
  { head: 'Topic', holds: 'names' },
  { head: 'Measure', holds: 'names' },
  { head: 'Source', holds: 'names' },
  { head: 'Code', holds: 'names' },
  { head: 'Unit', holds: 'names' },
  { head: 'Area', holds: 'names' },
  { head: 'Area code', holds: 'names' },
  { head: 'Period', holds: 'periods' },
  { head: 'Period ends', holds: 'periods' },
  { head: 'Value', holds: 'numbers' },
  { head: 'Lower limit, 95%', holds: 'numbers' },
  { head: 'Upper limit, 95%', holds: 'numbers' },
  { head: 'How the limits were made', holds: 'notes' },
  { head: 'England', holds: 'numbers' },
  { head: "England's period", holds: 'periods' },
  { head: 'Neighbours', holds: 'numbers' },
  { head: 'What the neighbours are', holds: 'notes' },
  { head: 'Compared with England', holds: 'notes' },
  { head: 'Rank among areas', holds: 'notes' },
  { head: 'Recent trend', holds: 'notes' },
  { head: 'Notes', holds: 'notes' },
  { head: 'Publisher', holds: 'notes' },
  { head: 'Publication', holds: 'notes' },
  { head: 'Link', holds: 'notes' },
  { head: 'Brought in on', holds: 'notes' },
];

/** A scorecard as one flat table: the page's words and numbers, cell by cell, for a file. */
export function scorecardTable(scorecard: Scorecard): ChartTable {
  const rows = scorecard.groups.flatMap((group) =>
    group.rows.map((row) => [text(group.title), ...cellsOf(row, scorecard)]),
  );
  return { caption: `Scorecard of ${scorecard.place.name}`, columns, rows, rowHeads: 2 };
}

function cellsOf(row: ScorecardRow, { place }: Scorecard): Cell[] {
  const { definition, latest, interval, benchmark, neighbours } = row;
  const { decimals } = definition.unit;
  const shown = benchmark.kind === 'usable' || benchmark.kind === 'shown' ? benchmark.figure : undefined;
  return [
    text(definition.title),
    text(definition.source),
    text(definition.code),
    text(definition.unit.name),
    text(place.name),
    text(place.code),
    text(latest && sayPeriod(latest.period)),
    text(latest?.period.end),
    latest ? valueCell(latest.value, decimals) : text(nameOfStatus('missing')),
    interval?.known ? number(interval.limits.lower, decimals) : none,
    interval?.known ? number(interval.limits.upper, decimals) : none,
    text(interval?.known ? interval.method : undefined),
    shown ? number(shown.value, decimals) : none,
    text(shown && shortPeriod(shown.period)),
    neighbours?.known ? number(neighbours.average, decimals) : none,
    text(neighbours && sayNeighbours(neighbours)),
    text(row.comparison ? sayComparison(row.comparison) : verdictWords['not-compared']),
    text(row.standing && sayStanding(row.standing)),
    text(row.trend && sayJudgedTrend(row.trend)),
    text([...row.notes, ...row.caveats].join(' ')),
    text(place.isInvented ? `Invented, in the form of: ${definition.publisher}` : definition.publisher),
    text(definition.publication),
    text(place.isInvented ? undefined : definition.link),
    text(row.broughtInOn),
  ];
}

const none: Cell = { kind: 'empty' };

function text(words: string | undefined): Cell {
  return words === undefined || words === '' ? none : { kind: 'text', text: words };
}

function number(value: number, decimals: number): Cell {
  return { kind: 'number', number: value, decimals };
}

function valueCell(value: Value, decimals: number): Cell {
  return isNumber(value) ? number(value, decimals) : text(nameOfStatus(value.status));
}
