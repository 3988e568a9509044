import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { test, type TestContext } from 'node:test';
import type { Id } from '#platform/kernel/id.ts';
import { serveFile } from '#platform/outbound/testing/replaying-server.ts';
import { importGround, type ImportGround } from '../../testing.ts';
import { figuresOf } from '../bring-in/testing.ts';
import { imports } from '../../queries/imports.ts';
import { sourcesToFetch, type SourceLine } from '../../queries/fetching/sources.ts';
import { measuresById } from '../../store/measures.ts';
import { fetchAsked, type Fetched } from './fetch-asked.ts';
import { fetchDue, fetchingSchedule, fetchSource } from './fetch-source.ts';
import { addSource, pauseSource, removeSource, wantSourceNow, type SourceToAdd } from './keep-sources.ts';
import {
  dataSetId,
  eesText,
  fingertipsText,
  oldDataSetId,
  replayedPublishers,
  type Replayed,
} from './testing/replayed-publishers.ts';

type Ground = ImportGround & Replayed & { waits: number[] };

async function ground(t: TestContext): Promise<Ground> {
  const here = await importGround(t);
  const waits: number[] = [];
  const replayed = await replayedPublishers(t, { waitingFolder: here.keepIn, waits });
  return { ...here, ...replayed, waits };
}

const admissions: SourceToAdd = {
  kind: 'fingertips-indicator',
  identifier: '90284',
  title: 'Admissions',
  rhythm: 'weekly',
  comesIn: 'by-itself',
};

async function set(here: Ground, given: Partial<SourceToAdd> = {}): Promise<Id<'fetch-source'>> {
  const added = await here.act('write', (ctx) => addSource(ctx, { ...admissions, ...given }));
  assert.ok(added.done, JSON.stringify(added));
  return added.value;
}

async function fetched(here: Ground, id: Id<'fetch-source'>): Promise<Fetched> {
  const came = await fetchSource(here.act, { publishers: here.publishers, id });
  assert.ok(came.done);
  return came.value;
}

async function theSource(here: Ground): Promise<SourceLine> {
  const [source] = await here.act('read', sourcesToFetch);
  assert.ok(source);
  return source;
}

const admissionsOf = (here: Ground) => figuresOf(here.act, 'fingertips:90284', 'E10000013');

test('B04 an indicator of Fingertips is fetched, brought in at one stroke, and not fetched twice', async (t) => {
  const here = await ground(t);
  const id = await set(here);
  const first = await fetched(here, id);
  assert.equal(first.outcome, 'fresh', first.words);
  assert.equal(first.words, 'One file is brought in, with 4 figures.');
  assert.deepEqual(await admissionsOf(here), [
    ['2022-01-01', '2022-12-31', 'final', 90],
    ['2023-01-01', '2023-12-31', 'final', 85],
  ]);
  const { path } = here.server.asked[0] ?? { path: '' };
  assert.equal(
    path,
    '/api/all_data/csv/by_indicator_id?indicator_ids=90284&child_area_type_id=502&parent_area_type_id=15&include_sortable_time_periods=yes',
  );
  const second = await fetched(here, id);
  assert.equal(second.outcome, 'nothing-new');
  assert.equal(here.server.asked[1]?.headers['if-none-match'], '"first"');
  assert.equal((await here.act('read', imports)).length, 1);
  const source = await theSource(here);
  assert.equal(source.outcomeWords, 'Nothing new: what is published is here.');
  assert.equal(source.isAtWork, false);
  assert.deepEqual(
    here.facts.map(({ type }) => type),
    [
      'indicators.fetch-source-added',
      'indicators.figures-brought-in',
      'indicators.fetched-from-publisher',
      'indicators.fetched-from-publisher',
    ],
  );
});

test('the same content under another version writes nothing', async (t) => {
  const here = await ground(t);
  const id = await set(here);
  await fetched(here, id);
  here.stands.fingertips.etag = undefined;
  const again = await fetched(here, id);
  assert.equal(again.outcome, 'nothing-new');
  assert.equal((await here.act('read', imports)).length, 1);
});

test('what waits for a yes changes nothing, and what comes in by itself waits where it says something else', async (t) => {
  const here = await ground(t);
  const id = await set(here);
  await fetched(here, id);
  here.stands.fingertips = {
    body: fingertipsText([
      ['2022', 91],
      ['2023', 85],
      ['2024', 80],
    ]),
    etag: '"second"',
    type: 'text/csv',
  };
  const revised = await fetched(here, id);
  assert.equal(revised.outcome, 'fresh');
  assert.match(revised.words, /^One file waits for a yes.* It says something else than what is here\.$/);
  assert.equal((await admissionsOf(here)).length, 2);
  const other = await ground(t);
  const waiting = await fetched(other, await set(other, { comesIn: 'waits' }));
  assert.equal(waiting.words, 'One file waits for a yes, with 4 figures.');
  assert.deepEqual(await admissionsOf(other), []);
  assert.equal((await other.act('read', imports))[0]?.state, 'read');
});

test('B04 a data set of Explore Education Statistics is fetched with its meta file, and again only as a new version', async (t) => {
  const here = await ground(t);
  const id = await set(here, { kind: 'ees-data-set', identifier: dataSetId.toUpperCase() });
  const first = await fetched(here, id);
  assert.equal(first.outcome, 'fresh', first.words);
  const measure = 'ees:absence-by-school-type:share_absent';
  const [known] = [...(await here.act('read', (ctx) => measuresById(ctx, [measure]))).values()];
  assert.equal(known?.title, 'Share absent, of all', 'its columns are called what the publisher calls them');
  assert.deepEqual(await figuresOf(here.act, measure, 'E10000013'), [
    ['2023-09-01', '2024-08-31', 'final', 6.5],
  ]);
  const asked = here.server.asked.length;
  assert.equal((await fetched(here, id)).outcome, 'nothing-new');
  assert.equal(here.server.asked.length - asked, 1, 'one small question tells that the version is the same');
  here.stands.ees = {
    ...here.stands.ees,
    version: '1.1',
    body: eesText([
      ['202324', '6.5'],
      ['202425', 'c'],
    ]),
  };
  assert.equal((await fetched(here, id)).outcome, 'fresh');
  assert.equal((await figuresOf(here.act, measure, 'E10000013')).length, 2, 'the same measures go on');
});

test('a publication is walked page by page, and only what is kept up is fetched', async (t) => {
  const here = await ground(t);
  const address =
    'https://explore-education-statistics.service.gov.uk/find-statistics/invented-absence/2023-24';
  const came = await fetched(here, await set(here, { kind: 'ees-publication', identifier: address }));
  assert.equal(came.outcome, 'fresh', came.words);
  assert.deepEqual(
    came.files.map(({ name }) => name),
    ['invented-absence-by-school-type.csv'],
  );
  assert.deepEqual(
    here.server.asked.map(({ path }) =>
      path.replace('/statistics/v1', '').replace(/0f1e.*?0000(?=ff|0a)/, '…'),
    ),
    [
      '/publications?page=1&pageSize=20&search=invented+absence',
      '/publications?page=2&pageSize=20&search=invented+absence',
      ...[1, 2].map(
        (page) => `/publications/0f1e2d3c-0000-4000-8000-0000000000ff/data-sets?page=${page}&pageSize=20`,
      ),
      `/data-sets/${dataSetId}/csv?dataSetVersion=1.0`,
      `/data-sets/${dataSetId}/meta?dataSetVersion=1.0`,
    ].map((path) => path.replace(/0f1e.*?0000(?=ff|0a)/, '…')),
  );
});

const wrongs: readonly {
  what: string;
  make: (stands: Replayed['stands']) => void;
  says: RegExp;
  given?: Partial<SourceToAdd>;
}[] = [
  {
    what: 'a column has another name',
    make: (stands) =>
      void (stands.fingertips.body = stands.fingertips.body.replace('Time period,Value', 'Period,Worth')),
    says: /whose shape is not the one that is read here\. Its columns begin with Indicator ID/,
  },
  {
    what: 'a page says sorry',
    make: (stands) => void (stands.fingertips.type = 'text/html'),
    says: /but with text\/html\. Its interface may have changed/,
  },
  {
    what: 'a page says sorry and calls itself a table',
    make: (stands) => void (stands.fingertips.body = '<html><body>Sorry, not today</body></html>'),
    says: /shape is not the one that is read here/,
  },
  {
    what: 'a table without rows',
    make: (stands) => void (stands.fingertips.body = fingertipsText([])),
    says: /header and no rows/,
  },
  {
    what: 'an indicator that is not there',
    make: () => {},
    given: { identifier: '99999999' },
    says: /turned the question away \(it answered 500\)/,
  },
  {
    what: 'a data set that is not there',
    make: () => {},
    given: { kind: 'ees-data-set', identifier: '0f1e2d3c-0000-4000-8000-0000000000ee' },
    says: /nothing under that number any more \(it answered 404\)/,
  },
  {
    what: 'a data set that another has taken the place of',
    make: () => {},
    given: { kind: 'ees-data-set', identifier: oldDataSetId },
    says: new RegExp(`Another takes its place: fetch ${dataSetId} instead`),
  },
  {
    what: 'a publication that is not there',
    make: () => {},
    given: { kind: 'ees-publication', identifier: 'no-such-thing' },
    says: /No publication is called “no-such-thing” there/,
  },
  {
    what: 'columns of a data set are described in another way',
    make: (stands) => void (stands.ees.meta = { columns: [] }),
    given: { kind: 'ees-data-set', identifier: dataSetId },
    says: /“filters” is not as it was/,
  },
];

for (const { what, make, says, given } of wrongs)
  test(`where ${what}, nothing is brought in and it is said`, async (t) => {
    const here = await ground(t);
    make(here.stands);
    const came = await fetched(here, await set(here, given));
    assert.equal(came.outcome, 'failed');
    assert.match(came.words, says);
    const source = await theSource(here);
    assert.equal(source.outcomeWords, came.words);
    assert.equal(source.answeredAt, undefined);
    const visible = (await here.act('read', imports)).filter(({ state }) => state === 'visible');
    assert.deepEqual(visible, []);
  });

test('a file that could not be brought in is not handed in again and again', async (t) => {
  const here = await ground(t);
  here.stands.fingertips.body = fingertipsText([]);
  const id = await set(here);
  await fetched(here, id);
  const again = await fetched(here, id);
  assert.equal(again.outcome, 'failed');
  assert.match(
    again.words,
    /very file that could not be brought in before: The file has a header and no rows/,
  );
  assert.equal((await here.act('read', imports)).length, 1);
});

test('a download that breaks off again and again goes on at the next try, and leaves nothing behind', async (t) => {
  const here = await ground(t);
  const { body } = here.stands.fingertips;
  here.stands.instead = (question, answer) => {
    if (question.headers.range !== undefined) return false;
    answer.writeHead(200, { 'content-type': 'text/csv', 'content-length': body.length, etag: '"first"' });
    answer.write(body.slice(0, 500), () => setTimeout(() => answer.destroy(), 150));
    return true;
  };
  const came = await fetched(here, await set(here));
  assert.equal(came.outcome, 'fresh', came.words);
  assert.equal(here.server.asked[1]?.headers.range, 'bytes=500-');
  assert.equal((await admissionsOf(here)).length, 2);
  const [fetchedInto] = await readdir(`${here.keepIn}/fetched`);
  assert.deepEqual(await readdir(`${here.keepIn}/fetched/${fetchedInto}`), []);
});

test('what is due is fetched, one failure keeps nothing else from coming, and what is paused rests', async (t) => {
  const here = await ground(t);
  await set(here, { identifier: '11111', title: 'A failure' });
  await set(here, { title: 'B figures' });
  const resting = await set(here, { kind: 'ees-data-set', identifier: dataSetId, title: 'C rests' });
  const paused = await here.act('write', (ctx) => pauseSource(ctx, { id: resting, isPaused: true }));
  assert.ok(paused.done);
  const schedule = fetchingSchedule(here.publishers);
  assert.equal(schedule.turn({ now: new Date('2026-11-22T05:59:00Z'), today: '2026-11-22' }), '2026-11-22 0');
  assert.equal(schedule.turn({ now: new Date('2026-11-22T06:00:00Z'), today: '2026-11-22' }), '2026-11-22 1');
  await schedule.work({ act: here.act, signal: new AbortController().signal });
  const outcomes = async () => (await here.act('read', sourcesToFetch)).map(({ outcome }) => outcome);
  assert.deepEqual(await outcomes(), ['failed', 'fresh', undefined]);
  const asked = here.server.asked.length;
  await fetchDue(here.act, { publishers: here.publishers });
  assert.equal(here.server.asked.length - asked, 1, 'only what failed is tried at the next round');
});

test('a thing is set once, forgotten by removing it, and wanted now by asking', async (t) => {
  const here = await ground(t);
  const id = await set(here);
  const twice = await here.act('write', (ctx) => addSource(ctx, { ...admissions, title: 'Again' }));
  assert.deepEqual(twice, { done: false, refusal: { reason: 'set-already', title: 'Admissions' } });
  const wrong = await here.act('write', (ctx) => addSource(ctx, { ...admissions, identifier: '90284&x=1' }));
  assert.deepEqual(wrong, {
    done: false,
    refusal: { reason: 'not-an-identifier', kind: 'fingertips-indicator' },
  });
  assert.ok((await here.act('write', (ctx) => wantSourceNow(ctx, id))).done);
  assert.notEqual((await theSource(here)).askedAt, undefined);
  assert.ok((await here.act('write', (ctx) => removeSource(ctx, id))).done);
  assert.deepEqual(await here.act('read', sourcesToFetch), []);
});

test('two at once do not fetch the same thing twice', async (t) => {
  const here = await ground(t);
  const id = await set(here);
  const { body, type } = here.stands.fingertips;
  // the publisher answers the one only when the other has been told
  const asked = Promise.withResolvers<() => void>();
  here.stands.instead = (question, answer) => {
    asked.resolve(() => serveFile({ question, answer }, { body, type }));
    return true;
  };
  const one = fetched(here, id);
  const answer = await asked.promise;
  const other = await fetchSource(here.act, { publishers: here.publishers, id });
  answer();
  assert.deepEqual(other, { done: false, refusal: { reason: 'at-work' } });
  assert.equal((await one).outcome, 'fresh');
  assert.equal(here.server.asked.length, 1);
});

test('looking at what would come changes nothing', async (t) => {
  const here = await ground(t);
  const asked = { kind: 'fingertips-indicator', identifier: '90284', areaType: '502' } as const;
  const { act, publishers } = here;
  const came = await fetchAsked({ act, publishers, asked, remembered: {}, how: 'looked-at' });
  assert.equal(came.words, 'One file would be brought in, with 4 figures.');
  assert.deepEqual(await here.act('read', imports), []);
});
