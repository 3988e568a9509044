import { Sparkline, type Point } from '#packages/charts';
import type {
  FrozenJudgement,
  FrozenPoint,
  FrozenRow,
  FrozenScorecard,
} from '../../domain/snapshots/frozen-scorecard.ts';
import { latestFiveYears } from '../../domain/figures/years.ts';
import { VerdictWord } from '../verdict.tsx';

/** A kept scorecard, drawn from what was written down and from nothing else. */
export function FrozenView({ document }: { document: FrozenScorecard }) {
  return (
    <div class="topics">
      {document.groups.map((group, at) => {
        const rows = group.rows.filter(({ latest }) => latest !== null);
        return rows.length === 0 ? null : (
          <details key={group.key} class="topic" open={at === 0}>
            <summary>
              <h2>{group.title}</h2>{' '}
              <span class="topic-count">{rows.length === 1 ? '1 measure' : `${rows.length} measures`}</span>
            </summary>
            <GroupTable title={group.title} rows={rows} document={document} />
          </details>
        );
      })}
    </div>
  );
}

const heads = [
  'England',
  'Neighbours’ average',
  'Compared with England',
  'Rank',
  'Five years, and the trend',
];

type GroupProps = { title: string; rows: readonly FrozenRow[]; document: FrozenScorecard };

function GroupTable({ title, rows, document: { area } }: GroupProps) {
  return (
    <div class="table-scroll" role="region" aria-label={`${title}: ${area.name}`} tabIndex={0}>
      <table class="table scorecard" role="table">
        <caption class="visually-hidden">
          {title}: {area.name}, as it stood
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              Measure
            </th>
            <th scope="col" role="columnheader" class="own-column number">
              {area.name}
            </th>
            {heads.map((head, at) => (
              <th key={head} scope="col" role="columnheader" class={at < 2 ? 'number' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <Row key={row.measure} row={row} area={area.name} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, area }: { row: FrozenRow; area: string }) {
  const { latest, england, neighbours, rank } = row;
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <TitleAndNotes row={row} />
      </th>
      <td role="cell" class="own-column number" data-label={area}>
        {latest?.said}
        <span class="beneath">
          {latest?.period}
          {latest?.provisional ? ', provisional' : ''}
        </span>
      </td>
      <td role="cell" class="number" data-label="England">
        {england ? england.said : <span class="quiet">none</span>}
        {england && england.period !== latest?.period ? <span class="beneath">{england.period}</span> : null}
      </td>
      <td role="cell" class="number" data-label="Neighbours’ average">
        {neighbours?.said}
      </td>
      <td role="cell" data-label="Compared with England">
        <Judgement judged={row.comparison} />
      </td>
      <td role="cell" data-label="Rank">
        {rank}
      </td>
      <td role="cell" data-label="Five years, and the trend">
        <FiveYears row={row} name={area} />
        {row.trend?.verdict === 'cannot-be-calculated' && row.trend.said.length === 0 ? null : (
          <Judgement judged={row.trend} />
        )}
      </td>
    </tr>
  );
}

function TitleAndNotes({ row: { title, notes } }: { row: FrozenRow }) {
  return (
    <>
      {title}
      {notes.map((note) => (
        <span key={note} class="beneath">
          {note}
        </span>
      ))}
    </>
  );
}

/** What was said in place of a verdict, else the verdict; without one, why, in the words of that day. */
function Judgement({ judged }: { judged: FrozenJudgement | null }) {
  if (!judged) return null;
  if (judged.said.length > 0)
    return (
      <>
        {judged.said.map((words) => (
          <span key={words} class="beneath" dir="auto">
            {words}
          </span>
        ))}
      </>
    );
  if (judged.verdict === 'not-compared' || judged.verdict === 'cannot-be-calculated')
    return <span class="uncompared">{judged.words}</span>;
  return <VerdictWord verdict={judged.verdict} words={judged.words} />;
}

function FiveYears({ row, name }: { row: FrozenRow; name: string }) {
  const points = latestFiveYears(row.points.map(pointOf));
  if (points.length < 2) return null;
  const { unit } = row;
  const drawn = { name: unit.name, symbol: unit.symbol ?? undefined, decimals: unit.decimals };
  return <Sparkline series={{ key: row.measure, name, role: 'own', points }} unit={drawn} />;
}

function pointOf({ period, order, end, amount, status, joinsPrevious }: FrozenPoint): Point {
  const drawn = status === null || status === 'not-compared' ? 'missing' : status;
  return {
    ...{ period, order, joinsPrevious, end: end ?? undefined },
    value: amount === null ? { kind: 'status', status: drawn } : { kind: 'number', number: amount },
  };
}
