import { Sparkline } from '#packages/charts';
import { shortPeriod } from '../../domain/say-period.ts';
import { measurePath, sayInUnit, chartUnit } from '../../domain/figures/measure-definition.ts';
import type { Freshness } from '../../domain/exceptions/freshness.ts';
import type { ScorecardRow } from '../../domain/scorecard/row.ts';
import type { Scorecard, ScorecardGroup } from '../../domain/scorecard/scorecard.ts';
import { sayGroup } from '../../domain/scorecard/asked-for.ts';
import { sayQuarter } from '../../domain/scorecard/rank.ts';
import { latestFiveYears } from '../../domain/figures/years.ts';
import { ValueWords } from '../value-words.tsx';
import { LateMark } from './late-mark.tsx';
import { TrendVerdict, VerdictWords } from '../verdict.tsx';

export type ScorecardViewProps = {
  scorecard: Scorecard;
  open: 'all' | 'first';
  freshness: ReadonlyMap<string, Freshness>;
};

/** The scorecard, a topic at a time: each says what it holds, and unfolds to a table with the reader's own area first. */
export function ScorecardView({ scorecard, open, freshness }: ScorecardViewProps) {
  return (
    <div class="topics">
      {scorecard.groups.map((group, index) => (
        <details key={group.key} class="topic" id={`topic-${group.key}`} open={open === 'all' || index === 0}>
          <summary>
            <h2>{group.title}</h2> <span class="topic-count">{sayGroup(scorecard, group)}</span>
          </summary>
          <TopicTable group={group} scorecard={scorecard} freshness={freshness} />
        </details>
      ))}
    </div>
  );
}

type TopicProps = Pick<ScorecardViewProps, 'scorecard' | 'freshness'> & { group: ScorecardGroup };

function TopicTable({ group, scorecard, freshness }: TopicProps) {
  const { place } = scorecard;
  return (
    <div class="table-scroll" role="region" aria-label={`${group.title}: ${place.name}`} tabIndex={0}>
      <table class="table scorecard" role="table">
        <caption class="visually-hidden">
          {group.title}: {place.name}, each measure at its latest figure, beside England and its statistical
          neighbours
        </caption>
        <Heads scorecard={scorecard} />
        <tbody role="rowgroup">
          {group.rows.map((row) => (
            <Row
              key={row.definition.id}
              row={row}
              scorecard={scorecard}
              fresh={freshness.get(row.definition.id)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Heads({ scorecard: { place, neighbourSet } }: { scorecard: Scorecard }) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th scope="col" role="columnheader">
          Measure
        </th>
        <th scope="col" role="columnheader" class="own-column number">
          {place.name}
        </th>
        <th scope="col" role="columnheader" class="number">
          England
        </th>
        <th scope="col" role="columnheader" class="number">
          {neighbourSet ? `Neighbours’ average, ${neighbourSet.year}` : 'Neighbours’ average'}
        </th>
        <th scope="col" role="columnheader">
          Compared with England
        </th>
        <th scope="col" role="columnheader">
          Rank, 1 is best
        </th>
        <th scope="col" role="columnheader">
          Five years, and the trend
        </th>
      </tr>
    </thead>
  );
}

type RowProps = { row: ScorecardRow; scorecard: Scorecard; fresh: Freshness | undefined };

function Row({ row, scorecard, fresh }: RowProps) {
  const { definition, latest } = row;
  const { unit } = definition;
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <a href={measurePath(definition, scorecard.place.code)}>{definition.title}</a>
        {unit.symbol || unit.name === '' ? null : <span class="beneath">{unit.name}</span>}
        {row.notes.map((note) => (
          <span key={note} class="beneath">
            {note}
          </span>
        ))}
      </th>
      <td role="cell" class="own-column number" data-label={scorecard.place.name}>
        {latest ? <ValueWords value={latest.value} unit={unit} /> : <span class="nothing">Nothing yet</span>}
        {latest ? <span class="beneath">{sayWhen(row)}</span> : null}
        {fresh?.late ? <LateMark fresh={fresh} /> : null}
      </td>
      <td role="cell" class="number" data-label="England">
        <England row={row} />
      </td>
      <td role="cell" class="number" data-label="Neighbours’ average">
        <Neighbours row={row} />
      </td>
      <td role="cell" data-label="Compared with England">
        <VerdictWords comparison={row.comparison} />
      </td>
      <td role="cell" data-label="Rank, 1 is best">
        <Rank row={row} />
      </td>
      <td role="cell" data-label="Five years, and the trend">
        <FiveYears row={row} name={scorecard.place.name} />
        <Trend row={row} />
      </td>
    </tr>
  );
}

function sayWhen({ latest }: ScorecardRow): string {
  if (!latest) return '';
  const state = latest.period.state === 'final' ? '' : `, ${latest.period.state}`;
  return `${shortPeriod(latest.period)}${state}`;
}

function England({ row: { benchmark, definition, latest } }: { row: ScorecardRow }) {
  if (benchmark.kind === 'none') return latest ? <span class="quiet">none</span> : null;
  if (benchmark.kind === 'stopped') return <span class="quiet">cannot be right</span>;
  const other = benchmark.kind === 'usable' && !benchmark.samePeriodAsLatest;
  return (
    <>
      {sayInUnit(benchmark.figure.value, { ...definition.unit, name: definition.unit.symbol ?? '' })}
      {other ? <span class="beneath">{shortPeriod(benchmark.figure.period)}</span> : null}
    </>
  );
}

function Neighbours({ row: { neighbours, definition } }: { row: ScorecardRow }) {
  if (!neighbours) return null;
  if (!neighbours.known) return <span class="quiet">none</span>;
  const { average, available, of } = neighbours;
  return (
    <>
      {sayInUnit(average, { ...definition.unit, name: definition.unit.symbol ?? '' })}
      {available < of ? <span class="beneath">{`${available} of ${of}`}</span> : null}
    </>
  );
}

const noRank = { 'no-value': 'no number', 'no-judgement': 'none is better', alone: 'no others' } as const;

function Rank({ row: { standing } }: { row: ScorecardRow }) {
  if (!standing) return null;
  if (!standing.ranked) return <span class="quiet">{noRank[standing.reason]}</span>;
  return (
    <>
      {`${standing.rank} of ${standing.of}`}
      <span class="beneath">{sayQuarter(standing)}</span>
    </>
  );
}

function FiveYears({ row, name }: { row: ScorecardRow; name: string }) {
  const points = latestFiveYears(row.points);
  if (points.length < 2) return points.length === 1 ? <span class="quiet">one year</span> : null;
  const { unit } = row.definition;
  return <Sparkline series={{ key: row.definition.id, name, role: 'own', points }} unit={chartUnit(unit)} />;
}

/** The tested trend where one could be worked out: most rows cannot, and the measure's own page says why. */
function Trend({ row: { trend } }: { row: ScorecardRow }) {
  if (!trend || ('reason' in trend.came && trend.overruled.standing.length === 0)) return null;
  return (
    <span class="trend-of-row">
      <TrendVerdict trend={trend} />
    </span>
  );
}
