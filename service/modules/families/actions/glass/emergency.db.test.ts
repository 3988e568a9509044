import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { dayOf } from '#platform/kernel/day.ts';
import type { MailTables } from '#platform/mail/tables.generated.ts';
import { auditEntries } from '#platform/audit/read-entries.ts';
import { mostToldADay } from '../../domain/search/ask-about.ts';
import { childRecord } from '../../queries/record/child-record.ts';
import { glassDesk } from '../../queries/glass/glass-desk.ts';
import { glassWaits } from '../../queries/glass/glass-waits.ts';
import { whoLookedAtChild } from '../../queries/standing/who-looked-at-child.ts';
import { mayReach } from '../../queries/standing/reach.ts';
import { testFamilies, type TestFamilies } from '../../testing.ts';
import { askAboutChild } from '../search/ask-about-child.ts';
import { endGlass, endGlassInTime } from './end-glass.ts';
import { openGlass } from './open-glass.ts';
import { reviewGlass } from './review-glass.ts';

const isFull = process.env['GOLDENTHREAD_FULL'] === '1';
const reason = 'A neighbour rang: shouting, and the child is inside.';

const open = (
  families: TestFamilies,
  childId: string,
  how: { key?: string; reason?: string; proved?: number | undefined } = {},
) =>
  families.as(
    how.key ?? 'stranger',
    (ctx) => openGlass(ctx, { childId, category: 'danger-now', reason: how.reason ?? reason }),
    'proved' in how
      ? how.proved === undefined
        ? {}
        : { provedMinutesAgo: how.proved }
      : { provedMinutesAgo: 1 },
  );

const letters = (families: TestFamilies) =>
  families.asService((ctx: Ctx) =>
    ctx.db
      .withTables<MailTables>()
      .selectFrom('platform.letter')
      .select(['key', 'to_address', 'parts', 'subject'])
      .execute(),
  );

test('R13: a protected record opens in an emergency, to read, for three hours, told at once, and is looked at by somebody else', async (t) => {
  const families = await testFamilies(t);
  const childId = await families.child({ level: 'protected' });
  const opened = await open(families, childId);
  assert.ok(opened.done);
  const record = await families.as('stranger', (ctx) => childRecord(ctx, childId));
  assert.equal(record?.reach.relationship, 'glass');
  assert.equal(record.reach.mayWrite, false);
  assert.deepEqual((await letters(families)).map(({ to_address: to }) => to).toSorted(), [
    'governance@example.org',
    'lead@example.org',
  ]);
  assert.ok(
    !JSON.stringify(await letters(families)).includes('Testerley'),
    'no letter says whose record it is',
  );
  for (const key of ['governance', 'lead']) assert.equal((await families.as(key, glassWaits)).length, 1);
  const [onDesk] = (await families.as('governance', glassDesk)).openings;
  assert.equal(onDesk?.child, undefined, 'governance reads the reason, and not the record');
  const review = (key: string) =>
    families.as(key, (ctx) =>
      reviewGlass(ctx, { glassId: opened.value.id, finding: 'right', words: 'It could not wait.' }),
    );
  assert.ok(!(await review('stranger')).done, 'never by whoever opened it');
  assert.ok(!(await review('lead')).done);
  assert.ok((await review('governance')).done);
  const seen = await families.as('lead', (ctx) => whoLookedAtChild(ctx, { childId, before: undefined }));
  assert.ok(
    seen?.looks.some(({ entry }) => entry.relationship === 'glass'),
    'it stands in the access history',
  );
});

test('R13: it ends by a button, by itself, and for good, whatever a clock says afterwards', async (t) => {
  const families = await testFamilies(t);
  const childId = await families.child({ level: 'protected' });
  const reads = () => families.as('stranger', (ctx) => mayReach(ctx, childId));
  const first = await open(families, childId);
  assert.ok(first.done && (await reads()));
  assert.ok((await families.as('stranger', (ctx) => endGlass(ctx, first.value.id))).done);
  assert.equal(await reads(), undefined);
  assert.ok((await open(families, childId)).done);
  for (const [instant, alive] of [
    ['2026-11-23T12:59:59Z', true],
    ['2026-11-23T13:00:00Z', false],
    ['2026-11-24T10:00:01Z', false],
    ['2026-11-22T10:00:00Z', false],
  ] as const) {
    families.at(instant);
    assert.equal((await reads()) !== undefined, alive, instant);
  }
  families.at('2026-11-23T13:05:00Z');
  await endGlassInTime.work({
    turn: '',
    act: (_access, work) => families.asService(work),
    signal: new AbortController().signal,
  });
  families.at('2026-11-23T11:00:00Z');
  assert.equal(await reads(), undefined, 'a clock put back opens nothing again');
});

test('R13, R14: of many attempts none without a reason, a proof or a protected record comes through, and each that does is told and audited', async (t) => {
  const families = await testFamilies(t);
  const attempts = isFull ? 1000 : 48;
  const children: Record<string, Id<'child'>> = {
    normal: await families.child({ level: 'normal' }),
    protected: await families.child({ level: 'protected' }),
    closed: await families.child({ level: 'closed' }),
  };
  const said = ['', '  ', 'help', reason];
  const proofs = [undefined, 0, 19, 21, 24 * 60];
  const people = [
    'stranger',
    'colleague',
    'reader',
    'supervisor',
    'administrator',
    'governance',
    'parent',
    'manager',
    'reporter',
  ];
  let through = 0;
  for (let n = 0; n < attempts; n += 1) {
    const level = ['normal', 'protected', 'closed', 'protected', 'protected'][n % 5] ?? 'normal';
    // coprime to one another, so that the attempts differ
    const how = {
      key: people[(n * 2) % people.length] ?? '',
      reason: n % 3 === 0 ? (said[(n >> 2) % 4] ?? '') : reason,
      proved: n % 7 === 0 ? proofs[n % 5] : 2,
    };
    const opened = await open(families, children[level] ?? '', how);
    const should =
      level === 'protected' &&
      how.reason === reason &&
      (how.proved ?? 99) <= 20 &&
      ['stranger', 'colleague', 'reader', 'supervisor'].includes(how.key);
    assert.equal(opened.done, should, JSON.stringify({ level, how, opened }));
    if (!opened.done) continue;
    through += 1;
    assert.deepEqual(
      [...opened.value.toldTo].toSorted(),
      [families.person('governance'), families.person('lead')].toSorted(),
    );
    assert.ok((await families.as(how.key, (ctx) => endGlass(ctx, opened.value.id))).done);
  }
  assert.equal((await letters(families)).length, through * 2);
  const audited = await families.asService((ctx) =>
    auditEntries(ctx, {
      subject: { kind: 'child', id: children['protected'] ?? '' },
      before: undefined,
      limit: 10_000,
    }),
  );
  assert.equal(audited.filter(({ act }) => act === 'families.glass-opened').length, through);
  t.diagnostic(`${attempts} attempts, ${through} came through, all told and audited`);
  assert.ok(through > attempts / 10);
});

test('R12: asking about a child takes two identifiers and a reason, says only whom to ring, and never speaks of a closed record', async (t) => {
  const families = await testFamilies(t);
  await families.child({ givenNames: 'Zoë', familyName: 'Ó Briain' });
  await families.child({ familyName: 'Vale', level: 'closed' });
  const ask = (words: Partial<Parameters<typeof askAboutChild>[1]>) =>
    families.as('stranger', (ctx) =>
      askAboutChild(ctx, {
        familyName: 'o briain',
        givenNames: '',
        bornOn: dayOf(2014, 5, 9),
        reason: 'Her school rang.',
        ...words,
      }),
    );
  const found = await ask({});
  assert.ok(found.done);
  assert.deepEqual(
    found.value.map(({ organisation, lead, isProtected }) => ({ organisation, lead, isProtected })),
    [{ organisation: 'Invented Council', lead: { name: 'Ash lead', job: 'lead' }, isProtected: false }],
  );
  for (const refused of [{ familyName: ' ' }, { bornOn: undefined }, { reason: 'why' }])
    assert.equal((await ask(refused)).done, false);
  for (const nothing of [{ familyName: 'Vale' }, { familyName: 'Briain' }, { bornOn: dayOf(2014, 5, 10) }])
    assert.deepEqual(await ask(nothing), { done: true, value: [] });
  const own = await families.as('lead', (ctx) =>
    askAboutChild(ctx, {
      familyName: 'O Briain',
      givenNames: '',
      bornOn: dayOf(2014, 5, 9),
      reason: 'Her school rang.',
    }),
  );
  assert.deepEqual(own, { done: true, value: [] }, 'one’s own children are not pointed to');
  for (const key of ['administrator', 'manager', 'parent', 'reporter', 'analyst'])
    assert.deepEqual(
      await families.as(key, (ctx) =>
        askAboutChild(ctx, {
          familyName: 'O Briain',
          givenNames: '',
          bornOn: dayOf(2014, 5, 9),
          reason: 'Her school rang.',
        }),
      ),
      { done: false, refusal: { reason: 'not-allowed' } },
    );
});

test('R12, R61: whoever asks about everybody is told of twenty records at most, and is heard of', async (t) => {
  const families = await testFamilies(t);
  const asks = isFull ? 10_000 : 80;
  for (let n = 0; n < 60; n += 1)
    await families.child({ familyName: `Known${n}`, bornOn: dayOf(2014, 1 + (n % 12), 1 + (n % 28)) });
  const told = new Set<string>();
  for (let n = 0; n < asks; n += 1) {
    const at = n % 60;
    const answer = await families.as('stranger', (ctx) =>
      askAboutChild(ctx, {
        familyName: `Known${at}`,
        givenNames: '',
        bornOn: dayOf(2014, 1 + (at % 12), 1 + (at % 28)),
        reason: 'I try every name.',
      }),
    );
    if (answer.done) for (const { childId } of answer.value) told.add(childId);
  }
  t.diagnostic(`${asks} asks told of ${told.size} records`);
  assert.ok(told.size > 0 && told.size <= mostToldADay);
  const waiting = await families.as('governance', glassWaits);
  assert.deepEqual(
    waiting.map(({ what, who }) => [what, who]),
    [['alarm', 'Ash stranger']],
  );
  assert.equal(
    (await letters(families)).filter(({ subject }) => subject.includes('many children')).length,
    1,
  );
});
