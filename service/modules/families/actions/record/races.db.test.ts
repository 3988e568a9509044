import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayOf } from '#platform/kernel/day.ts';
import { entryKinds } from '../../domain/record/entry.ts';
import type { EntryWords } from '../../domain/record/new-entry.ts';
import { childRecord } from '../../queries/record/child-record.ts';
import { childrenOf } from '../../queries/record/children-of.ts';
import { personalRecordsOfFamilies } from '../../queries/record/personal-records.ts';
import { mayReach } from '../../queries/standing/reach.ts';
import { columnsOfRoom } from '../../store/testing.ts';
import { testFamilies } from '../../testing.ts';
import { beginStanding } from '../standing/begin-standing.ts';
import { endStanding } from '../standing/end-standing.ts';
import { keepAddress } from './keep-addresses.ts';
import { changeEntry, writeEntry } from './write-entry.ts';

const isFull = process.env['GOLDENTHREAD_FULL'] === '1';

const words = (body: string, kind: EntryWords['kind'] = 'worry'): EntryWords => ({
  kind,
  body,
  whoseWords: 'Mum',
  source: 'told at home',
  saidOn: dayOf(2026, 11, 20),
  confidence: 'known',
  wouldHelp: '',
  reviewOn: undefined,
  aboutPersonId: undefined,
  seenBy: 'around',
});

test('R7: in races of leaving and reading nobody reads once their leaving is acknowledged', async (t) => {
  const families = await testFamilies(t);
  const childId = await families.child();
  const rounds = isFull ? 1000 : 12;
  let readBefore = 0;
  let readAfter = 0;
  for (let round = 0; round < rounds; round += 1) {
    const begun = await families.as('lead', (ctx) =>
      beginStanding(ctx, {
        childId,
        words: {
          personId: families.person('colleague'),
          kind: 'team-around',
          because: 'They help.',
          until: undefined,
          isShownToFamily: true,
        },
      }),
    );
    assert.ok(begun.done);
    assert.ok(await families.as('colleague', (ctx) => mayReach(ctx, childId)), 'the door is open first');
    let left = false;
    const read = async (): Promise<void> => {
      const begunAfter = left;
      const reach = await families.as('colleague', (ctx) => mayReach(ctx, childId));
      if (reach && begunAfter) readAfter += 1;
      else if (reach) readBefore += 1;
    };
    const leave = families
      .as('lead', (ctx) => endStanding(ctx, { childId, standingId: begun.value }))
      .then(({ done }) => (left = done));
    await Promise.all([read(), leave.then(read), read(), leave.then(read)]);
  }
  t.diagnostic(
    `${rounds} races on the ${families.database.kind} database: ${readBefore} reads before, ${readAfter} after`,
  );
  assert.equal(readAfter, 0);
});

test('R25: of two who change one entry at the same time none loses a word', async (t) => {
  const families = await testFamilies(t);
  const childId = await families.child();
  const rounds = isFull ? 10_000 : 20;
  const written = await families.as('lead', (ctx) => writeEntry(ctx, { childId, words: words('At first.') }));
  assert.ok(written.done);
  let seen = 1;
  let lost = 0;
  for (let round = 0; round < rounds; round += 1) {
    const change = (body: string) =>
      families.as('lead', (ctx) =>
        changeEntry(ctx, { childId, entryId: written.value, seen, words: words(body) }),
      );
    const [one, other] = await Promise.all([change(`one ${round}`), change(`other ${round}`)]);
    const saved = [one, other].filter(({ done }) => done);
    if (saved.length !== 1) lost += 1;
    for (const outcome of [one, other])
      if (!outcome.done)
        assert.ok(
          outcome.refusal.reason === 'changed-meanwhile' && / \d+$/.test(outcome.refusal.theirs.body),
          'whoever came second is shown what was saved',
        );
    seen += 1;
  }
  t.diagnostic(`${rounds} rounds on the ${families.database.kind} database: ${lost} lost`);
  assert.equal(lost, 0);
});

test('R44, R68: what is written of children changes no list, whoever it is written of', async (t) => {
  const families = await testFamilies(t);
  const children: string[] = [];
  for (let n = 0; n < (isFull ? 500 : 6); n += 1)
    children.push(await families.child({ familyName: `Name${n}`, bornOn: dayOf(2014, 1 + (n % 12), 1) }));
  const list = async () =>
    (await families.as('lead', childrenOf)).map(({ title, reach }) => [title, reach.level]);
  const before = await list();
  const random = fc.sample(
    fc.array(fc.record({ child: fc.nat(children.length - 1), kind: fc.constantFrom(...entryKinds) }), {
      minLength: isFull ? 2000 : 12,
      maxLength: isFull ? 2000 : 12,
    }),
    { numRuns: 1, seed: 44 },
  )[0];
  for (const { child, kind } of random ?? [])
    await families.as('lead', (ctx) =>
      writeEntry(ctx, { childId: children[child] ?? '', words: words('Something.', kind) }),
    );
  assert.deepEqual(await list(), before);
});

test('R44, R49, R68: no column, address or statement holds a score, a rank or a count of what is written of a child', async (t) => {
  const families = await testFamilies(t);
  const columns = await families.asService(columnsOfRoom);
  const scoring =
    /(^|_)(score|rank|rating|weight|points?|index|percentile|total|counts?|sum|severity|priority)(_|$)/;
  assert.deepEqual(
    columns.filter(({ column }) => scoring.test(column)),
    [],
  );
  const ofChildren = new Set(columns.filter(({ column }) => column === 'child_id').map(({ table }) => table));
  const numbers = columns
    .filter(
      ({ table, type }) =>
        (ofChildren.has(table) || table === 'child') && /int|numeric|real|double/.test(type),
    )
    .map(({ column }) => column);
  // how often a row was changed, and in which order things were done about what somebody told
  assert.deepEqual(
    [...new Set(numbers)].filter((column) => column !== 'version' && column !== 'nth'),
    [],
  );
  const store = new URL('../../store/record/', import.meta.url);
  for (const file of readdirSync(store).filter((name) => name !== 'ended-records.ts')) {
    const text = readFileSync(new URL(file, store), 'utf8');
    assert.doesNotMatch(text, /\b(count|sum|avg|rank|row_number)\s*\(|groupBy\(|countAll/, file);
  }
});

test('R15, R21: what is held is handed over complete to whoever answers for it, but a safe address never', async (t) => {
  const families = await testFamilies(t);
  const childId = await families.child({ level: 'protected' });
  const address = (said: string, isSafe: boolean) =>
    families.as('lead', (ctx) =>
      keepAddress(ctx, { childId, seen: 0, words: { kind: 'home', words: said, isSafe, named: [] } }),
    );
  assert.ok((await address('3 Hidden Row', true)).done && (await address('4 Open Street', false)).done);
  for (const kind of entryKinds)
    assert.ok(
      (await families.as('lead', (ctx) => writeEntry(ctx, { childId, words: words(`Told ${kind}.`, kind) })))
        .done,
    );
  const subject = { kind: 'child' as const, id: childId };
  const gather = () =>
    families.as('governance', async (ctx) =>
      JSON.stringify(await personalRecordsOfFamilies.gather(ctx, subject)),
    );
  assert.equal(await gather(), '[]', 'nobody gathers who was not let in');
  const opening = {
    subject,
    personId: families.person('governance'),
    requestId: 'R1',
    until: new Date('2026-12-23T10:00:00Z'),
  };
  assert.equal(
    await families.as('governance', async (ctx) => personalRecordsOfFamilies.letIn?.(ctx, opening)),
    true,
  );
  const held = await gather();
  for (const kind of entryKinds) assert.ok(held.includes(`Told ${kind}.`), kind);
  assert.ok(held.includes('4 Open Street') && !held.includes('3 Hidden Row'));
  await families.as('governance', async (ctx) => personalRecordsOfFamilies.letOut?.(ctx, opening));
  assert.equal(await gather(), '[]');
  assert.equal(await families.as('governance', (ctx) => childRecord(ctx, childId)), undefined);
  const gone = await families.asService((ctx) =>
    personalRecordsOfFamilies.dispose(ctx, { class: 'families.record', ids: [childId] }),
  );
  assert.equal(gone.records, 1);
  assert.deepEqual(await families.as('lead', childrenOf), []);
});
