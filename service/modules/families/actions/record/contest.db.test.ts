import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { runStatement } from '#platform/db/query-builder.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { contestsThatWait } from '../../queries/record/contests-that-wait.ts';
import { childRecord } from '../../queries/record/child-record.ts';
import { exportLines } from '../../queries/exports/export-lines.ts';
import { personalRecordsOfFamilies } from '../../queries/record/personal-records.ts';
import { testFamilies } from '../../testing.ts';
import { beginStanding } from '../standing/begin-standing.ts';
import { answerContest } from './answer-contest.ts';
import { answerForReader } from './answer-for-reader.ts';
import { contestEntry } from './contest-entry.ts';
import { writeEntry } from './write-entry.ts';

/** A worry that a parent may read and says is not right; a colleague and a supervisor stand round. */
async function contested(t: TestContext) {
  const families = await testFamilies(t);
  const childId = await families.child();
  for (const [key, kind] of [
    ['parent', 'parent'],
    ['colleague', 'team-around'],
    ['supervisor', 'supervisor'],
    ['child', 'the-child'],
  ] as const) {
    const words = {
      personId: families.person(key),
      kind,
      because: 'They help.',
      until: undefined,
      isShownToFamily: true,
    };
    assert.ok((await families.as('lead', (ctx) => beginStanding(ctx, { childId, words }))).done);
  }
  const words = {
    kind: 'worry',
    body: 'Nobody was at home.',
    whoseWords: 'A neighbour',
    source: 'told at the door',
    saidOn: dayOf(2026, 11, 20),
    confidence: 'worried',
    wouldHelp: '',
    reviewOn: undefined,
    aboutPersonId: undefined,
    seenBy: 'around',
  } as const;
  const entry = await families.as('colleague', (ctx) => writeEntry(ctx, { childId, words }));
  assert.ok(entry.done);
  const shown = { childId, entryId: entry.value, personId: families.person('parent') };
  await families.as('lead', (ctx) => answerForReader(ctx, { ...shown, mayRead: true, why: 'Safe.' }));
  const account = 'I was in the garden.';
  const said = await families.as('parent', (ctx) =>
    contestEntry(ctx, { childId, entryId: entry.value, account }),
  );
  assert.ok(said.done);
  const answer = (key: string, changed: { finding?: 'stays' | undefined; words?: string } = {}) =>
    families.as(key, (ctx) =>
      answerContest(ctx, {
        childId,
        contestId: said.value,
        finding: 'both-stand',
        words: 'We talked in the garden. Both stand.',
        ...changed,
      }),
    );
  return { families, childId, entryId: entry.value, contestId: said.value, answer };
}

test('R51: what is said against an entry waits for the lead worker and its author with a day, and for a supervisor when late', async (t) => {
  const { families, answer } = await contested(t);
  const waits = async (key: string) =>
    (await families.as(key, contestsThatWait)).map(({ what, due, late }) => [what, due, late]);
  for (const key of ['lead', 'colleague'])
    assert.deepEqual(await waits(key), [['to-answer', '2026-12-21', false]], key);
  for (const key of ['supervisor', 'parent', 'child', 'stranger', 'manager', 'governance'])
    assert.deepEqual(await waits(key), [], key);
  families.at('2026-12-22T09:00:00Z');
  assert.deepEqual(await waits('lead'), [['to-answer', '2026-12-21', true]]);
  assert.deepEqual(await waits('supervisor'), [['to-see-to', '2026-12-21', true]]);
  assert.ok((await answer('lead')).done);
  for (const key of ['lead', 'colleague', 'supervisor']) assert.deepEqual(await waits(key), [], key);
});

test('R51: the answer stands beside it on the next request, in the record, in files and in what is held, and is given once', async (t) => {
  const { families, childId, answer } = await contested(t);
  assert.ok((await answer('colleague')).done);
  assert.deepEqual(await answer('lead'), {
    done: false,
    refusal: { reason: 'answered-already', byName: 'Ash colleague' },
  });
  for (const key of ['lead', 'colleague', 'supervisor', 'parent']) {
    const record = await families.as(key, (ctx) => childRecord(ctx, childId));
    const answers = record?.entries.worries.flatMap(({ contests }) =>
      contests.map(({ answer: given }) => [given?.finding, given?.words, given?.byName]),
    );
    assert.deepEqual(answers, [['both-stand', 'We talked in the garden. Both stand.', 'Ash colleague']], key);
  }
  const lines = await families.as('supervisor', (ctx) =>
    exportLines(ctx, { childId, purpose: 'supervision' }),
  );
  assert.match(lines.map(({ against }) => against).join(), /garden\.\nAnswered by Ash colleague: We talked/);
  const facts = await families.asService((ctx) =>
    personalRecordsOfFamilies.gather(ctx, { kind: 'child', id: childId }),
  );
  const given = facts.find(({ title }) => title === 'What was answered');
  assert.equal(given?.whose, 'Ash colleague');
});

test('R51: nobody answers who does not help, who said it, or without words; and the database alone says the same', async (t) => {
  const { families, childId, contestId, answer } = await contested(t);
  const refused = async (key: string, changed = {}) => {
    const came = await answer(key, changed);
    return came.done ? 'done' : came.refusal.reason;
  };
  assert.equal(await refused('parent'), 'not-allowed');
  assert.equal(await refused('supervisor'), 'not-allowed');
  // the child may not read the worry, and whoever does not stand to them finds no record
  assert.equal(await refused('child'), 'contest-missing');
  for (const key of ['stranger', 'manager', 'administrator', 'governance'])
    assert.equal(await refused(key), 'record-missing', key);
  assert.equal(await refused('lead', { finding: undefined }), 'finding-missing');
  assert.equal(await refused('lead', { words: '  ' }), 'words-missing');
  const past = (key: string) =>
    families.as(key, (ctx) =>
      runStatement(
        ctx.db,
        `insert into families.contest_answer values (gen_random_uuid(), platform.partnership(), $1, $2, 'stays', 'No.',
           platform.person(), 'Ash', platform.now())`,
        [childId, contestId],
      ),
    );
  for (const key of ['parent', 'child', 'supervisor', 'stranger', 'manager', 'governance'])
    await assert.rejects(past(key), /row-level security/, key);
  const rewritten = families.as('lead', (ctx) =>
    runStatement(ctx.db, `update families.contest_answer set words = 'x'`, []),
  );
  await assert.rejects(rewritten, /permission denied/);
  assert.equal(await refused('lead'), 'done');
});

test('R51: a lead worker who sees it differently is answered by whoever else helps', async (t) => {
  const { families, childId, entryId } = await contested(t);
  const account = 'I was there on Monday, and somebody opened.';
  const said = await families.as('lead', (ctx) => contestEntry(ctx, { childId, entryId, account }));
  assert.ok(said.done);
  const waits = async (key: string) =>
    (await families.as(key, contestsThatWait)).filter(({ contestId }) => contestId === said.value).length;
  assert.equal(await waits('lead'), 0);
  assert.equal(await waits('colleague'), 1);
  const given = { childId, contestId: said.value, finding: 'put-right', words: 'Thank you.' } as const;
  const own = await families.as('lead', (ctx) => answerContest(ctx, given));
  assert.deepEqual(own, { done: false, refusal: { reason: 'not-allowed' } });
  assert.ok((await families.as('colleague', (ctx) => answerContest(ctx, given))).done);
});
