import { toCsv } from '#packages/charts';
import { file, notFound, page, type Answer, type PageRequest, type Route } from '#platform/http/route.ts';
import { mostRefusedKept } from '../../domain/bringing-in/refusals.ts';
import type { RefusedRow } from '../../domain/observation.ts';
import { bringInFigures } from '../../domain/permissions.ts';
import { importById, rowsRefused } from '../../queries/imports.ts';
import type { ImportLine } from '../../queries/imports.ts';
import { importIdOf } from './acting.ts';
import { sayCount } from './import-words.ts';
import { importPlaces } from './places.ts';

/** The refused rows of a file, to be read and to be mended. */
export const refusedRowsRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: importPlaces.refused(':id'),
    policy: bringInFigures,
    answer: (request) => withRows(request, refusedPage),
  },
  {
    method: 'GET',
    path: importPlaces.refusedCsv(':id'),
    policy: bringInFigures,
    answer: (request) => withRows(request, refusedCsv),
  },
];

type Found = { batch: ImportLine; rows: readonly RefusedRow[] };

async function withRows(request: PageRequest, answer: (found: Found) => Answer): Promise<Answer> {
  const id = importIdOf(request);
  const found =
    id &&
    (await request.read(async (ctx) => {
      const batch = await importById(ctx, id);
      return batch && { batch, rows: await rowsRefused(ctx, batch) };
    }));
  return found ? answer(found) : notFound();
}

const mostShown = 200;

function refusedPage({ batch, rows }: Found): Answer {
  return page({
    title: `Refused rows: ${batch.fileName}`,
    wide: true,
    breadcrumbs: [
      { text: 'Published figures', href: importPlaces.all },
      { text: batch.fileName, href: importPlaces.one(batch.id) },
    ],
    body: (
      <>
        <h1>Refused rows of {batch.fileName}</h1>
        <p class="lead">{sayHowMany(batch, rows.length)}</p>
        {rows.length === 0 ? null : (
          <>
            <p>
              <a href={importPlaces.refusedCsv(batch.id)}>Download them as CSV</a>
            </p>
            <Rows rows={rows.slice(0, mostShown)} />
          </>
        )}
      </>
    ),
  });
}

function sayHowMany({ summary }: ImportLine, kept: number): string {
  const all = summary.refusals.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return 'No row of this file was refused.';
  const shown = Math.min(kept, mostShown);
  const rest = all > kept ? ` The first ${mostRefusedKept.toLocaleString('en-GB')} are kept.` : '';
  return `${sayCount(all, 'row or cell was', 'rows and cells were')} refused.${rest}${
    shown < kept ? ` These are the first ${shown}; the download holds all that are kept.` : ''
  }`;
}

function Rows({ rows }: { rows: readonly RefusedRow[] }) {
  return (
    <div class="table-scroll" role="region" aria-label="Refused rows" tabIndex={0}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col" class="number">
              Line
            </th>
            <th scope="col">Column</th>
            <th scope="col">What stands there</th>
            <th scope="col">Why it was refused</th>
            <th scope="col">What to do</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <th scope="row" class="number">
                {row.line > 0 ? row.line.toLocaleString('en-GB') : '–'}
              </th>
              <td>{row.column ?? ''}</td>
              <td>
                <bdi class="as-written">{row.text}</bdi>
              </td>
              <td>{row.words}</td>
              <td>{row.mend}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function refusedCsv({ batch, rows }: Found): Answer {
  const text = (words: string) => ({ kind: 'text' as const, text: words });
  const csv = toCsv({
    caption: `Refused rows of ${batch.fileName}`,
    columns: [
      { head: 'line', holds: 'numbers' },
      { head: 'column', holds: 'names' },
      { head: 'text', holds: 'notes' },
      { head: 'reason', holds: 'notes' },
      { head: 'why', holds: 'notes' },
      { head: 'what to do', holds: 'notes' },
    ],
    rowHeads: 1,
    rows: rows.map((row) => [
      { kind: 'number', number: row.line, decimals: 0 },
      text(row.column ?? ''),
      text(row.text),
      text(row.reason),
      text(row.words),
      text(row.mend),
    ]),
  });
  return file('text/csv; charset=utf-8', csv, `refused-rows-${batch.fileName.replace(/\.[^.]*$/, '')}.csv`);
}
