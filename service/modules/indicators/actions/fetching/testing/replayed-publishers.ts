import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { openOutbound } from '#platform/outbound/outbound.ts';
import { usualSettings } from '#platform/outbound/settings.ts';
import {
  replayingServer,
  serveFile,
  type Reply,
  type Replaying,
} from '#platform/outbound/testing/replaying-server.ts';
import type { Publishers } from '../publishers.ts';

/** Both publishers on one machine of a test's own: invented figures, in the shapes of the real interfaces. */
export type Replayed = {
  server: Replaying;
  publishers: Publishers;
  /** what stands there now; a test changes it as a publisher would */
  stands: Standing;
};

export type Standing = {
  /** of Fingertips' indicator 90284 */
  fingertips: { body: string; etag: string | undefined; type: string };
  /** the version of the data set, and its table */
  ees: { version: string; body: string; meta: unknown };
  /** answers in place of what stands there, where it answers at all */
  instead: ((question: IncomingMessage, answer: ServerResponse) => boolean) | undefined;
};

export const dataSetId = '0f1e2d3c-0000-4000-8000-00000000000a';
export const oldDataSetId = '0f1e2d3c-0000-4000-8000-00000000000b';
const publicationId = '0f1e2d3c-0000-4000-8000-0000000000ff';

const fingertipsHeader =
  'Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,Category Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Lower CI 99.8 limit,Upper CI 99.8 limit,Count,Denominator,Value note,Recent Trend,Compared to England value or percentiles,Compared to percentiles,Time period Sortable,New data,Compared to goal,Time period range';

/** A file of Fingertips: years and values of one area, and England beside it. */
export function fingertipsText(years: readonly (readonly [year: string, value: number])[]): string {
  const row = (code: string, name: string, type: string) => (year: string, value: number) =>
    [
      ...['90284', 'Invented admissions (0 to 14 yrs)', code === 'E92000001' ? '' : 'E92000001', 'England'],
      ...[
        code,
        name,
        type,
        'Persons',
        '<15 yrs',
        '',
        '',
        year,
        value,
        value - 5,
        value + 5,
        value - 8,
        value + 8,
      ],
      ...[Math.round(value * 10), 100_000, '', '', '', '', `${year.slice(0, 4)}0000`, '', '', '1y'],
    ].join(',');
  const rows = years.flatMap(([year, value]) => [
    row('E92000001', 'England', 'England')(year, value + 1),
    row('E10000013', 'Gloucestershire', 'Counties & UAs (from Apr 2023)')(year, value),
  ]);
  return `${[fingertipsHeader, ...rows].join('\n')}\n`;
}

/** A table of Explore Education Statistics: years and shares of one authority. */
export function eesText(years: readonly (readonly [year: string, share: string])[]): string {
  const header =
    'time_period,time_identifier,geographic_level,country_code,country_name,new_la_code,la_name,old_la_code,school_type,pupil_count,share_absent';
  const rows = years.map(
    ([year, share]) =>
      `${year},Academic year,Local authority,E92000001,England,E10000013,Gloucestershire,916,Total,1200,${share}`,
  );
  return `${[header, ...rows].join('\n')}\n`;
}

const meta = {
  filters: [{ id: 'aaaaa', column: 'school_type', label: 'School type', hint: '', options: [] }],
  geographicLevels: [{ code: 'LA', label: 'Local authority' }],
  indicators: [
    { id: 'bbbbb', column: 'pupil_count', label: 'Pupils', unit: '', decimalPlaces: 0 },
    { id: 'ccccc', column: 'share_absent', label: 'Share absent, of all', unit: '%', decimalPlaces: 1 },
  ],
  locations: [],
  timePeriods: [],
};

/** Opens the server, and a door to it; `waits` are noted and not waited for. */
export async function replayedPublishers(
  t: { after(end: () => Promise<void>): void },
  given: { waitingFolder: string; waits?: number[] },
): Promise<Replayed> {
  const stands: Standing = {
    fingertips: {
      body: fingertipsText([
        ['2022', 90],
        ['2023', 85],
      ]),
      etag: '"first"',
      type: 'text/csv',
    },
    ees: { version: '1.0', body: eesText([['202324', '6.5']]), meta },
    instead: undefined,
  };
  const server = await replayingServer(t, replyOf(stands));
  const { waits } = given;
  const outbound = openOutbound(
    {
      ...usualSettings,
      pauseMs: 0,
      silenceMs: 20_000,
      hosts: new Map([[server.host, { mayBePrivate: true }]]),
    },
    async (ms) => void waits?.push(ms),
  );
  const { waitingFolder } = given;
  const [fingertips, ees] = [new URL(`${server.base}/api`), new URL(`${server.base}/statistics/v1`)];
  return { server, stands, publishers: { outbound, waitingFolder, fingertips, ees } };
}

function replyOf(stands: Standing): Reply {
  return (question, answer) => {
    if (stands.instead?.(question, answer)) return;
    const { pathname, searchParams } = new URL(question.url ?? '', 'http://replayed');
    if (pathname === '/api/all_data/csv/by_indicator_id') {
      const isKnown = searchParams.get('indicator_ids') === '90284' && searchParams.has('child_area_type_id');
      if (!isKnown) return void answer.writeHead(500, { 'content-type': 'text/html' }).end('<h1>Error</h1>');
      const { body, etag, type } = stands.fingertips;
      return serveFile({ question, answer }, { body, type, ...(etag === undefined ? {} : { etag }) });
    }
    const path = pathname.replace('/statistics/v1', '');
    const page = Number(searchParams.get('page') ?? 1);
    if (path === `/data-sets/${dataSetId}/csv`)
      return void answer
        .writeHead(200, { 'content-type': 'text/csv', 'content-encoding': 'gzip' })
        .end(gzipSync(stands.ees.body));
    const said = jsonAt(path, page, stands);
    if (said === undefined)
      return void answer
        .writeHead(404, { 'content-type': 'application/problem+json' })
        .end('{"title":"Not Found","status":404}');
    answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said));
  };
}

function jsonAt(path: string, page: number, { ees }: Standing): unknown {
  const dataSet = (id: string, title: string, rest: object = {}) => ({
    id,
    title,
    summary: 'Invented',
    status: 'Published',
    latestVersion: {
      version: ees.version,
      type: 'Major',
      totalResults: 2,
      geographicLevels: ['Local authority'],
    },
    ...rest,
  });
  const paged = (results: readonly (readonly unknown[])[]) => ({
    paging: { page, pageSize: 20, totalResults: results.flat().length, totalPages: results.length },
    results: results[page - 1] ?? [],
  });
  const kept = dataSet(dataSetId, 'Invented absence by school type 2023/24');
  const old = dataSet(oldDataSetId, 'Invented absence, as it was', {
    status: 'Deprecated',
    supersedingDataSetId: dataSetId,
  });
  const answers: Record<string, unknown> = {
    '/publications': paged([
      [{ id: oldDataSetId, slug: 'invented-attainment', title: 'Invented attainment' }],
      [{ id: publicationId, slug: 'invented-absence', title: 'Invented absence' }],
    ]),
    [`/publications/${publicationId}/data-sets`]: paged([[old], [kept]]),
    [`/data-sets/${dataSetId}`]: kept,
    [`/data-sets/${oldDataSetId}`]: old,
    [`/data-sets/${dataSetId}/meta`]: ees.meta,
  };
  return answers[path];
}
