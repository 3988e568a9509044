import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { sql } from 'kysely';
import { roles, type Role } from '#platform/access/policy.ts';
import type { Who } from '#platform/db/transactions.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { minutesForEverybody, minutesToPublish } from '../../queries/minutes/minutes-for-everybody.ts';
import { minutesOf } from '../../queries/minutes/minutes-of.ts';
import { addBoard, addMeeting, deliveryGround } from '../../store/testing.ts';
import { agreeMinutes, endMeeting } from './close-meeting.ts';
import { publishMinutes, type WhoReadsMinutes } from './publish-minutes.ts';
import { writeNote } from './write-note.ts';

/** From what the product promises to whom, apart from the code. */
const publishes: readonly Role[] = ['manager'];
const readsAll: readonly Role[] = [
  'manager',
  'analyst',
  'board-member',
  'partner-lead',
  'participation-worker',
  'young-inspector',
  'governance-lead',
];

const meetingKey = 'board-june';
const nothingKept = new Map<number, string>();
const said = (given: Partial<WhoReadsMinutes>): WhoReadsMinutes => ({
  ...{ meetingKey, seen: 0, publish: 'publish', groundKey: '', withhold: nothingKept, reason: '' },
  ...given,
});

/** A meeting of June with one note, whose minutes the meeting of today can agree. */
async function ground(t: TestContext) {
  const opened = await deliveryGround(t);
  const manager = await opened.person('Mina Manager', 'manager');
  await opened.as(manager, async (ctx) => {
    const board = await addBoard(ctx);
    await addMeeting(ctx, board, { key: meetingKey, on: dayOf(2026, 6, 4), title: 'The Board in June' });
    await addMeeting(ctx, board);
    const note = { meetingKey, itemId: undefined, clientKey: 'one', seen: 0 };
    assert.ok((await writeNote(ctx, { ...note, words: 'Mina Manager asked about the bus.' })).done);
    assert.ok((await endMeeting(ctx, meetingKey)).done);
  });
  const agree = () =>
    opened.as(manager, (ctx) => agreeMinutes(ctx, { meetingKey, agreedIn: 'board-september' }));
  const say = (who: Who, given: Partial<WhoReadsMinutes>) =>
    opened.as(who, (ctx) => publishMinutes(ctx, said(given)));
  const visitor: Who = { actor: { kind: 'visitor' }, partnershipId: opened.partnershipId };
  const open = async () => (await opened.as(visitor, (ctx) => minutesForEverybody(ctx, meetingKey)))?.said;
  return { ...opened, manager, visitor, agree, say, open };
}

test('R65 H02 who publishes agreed minutes and who reads what, role by role; never before they are agreed', async (t) => {
  const { as, person, manager, visitor, agree, say, open } = await ground(t);
  const early = await say(manager, {});
  assert.equal(!early.done && early.refusal.reason, 'minutes-not-agreed');
  await assert.rejects(
    as(manager, (ctx) =>
      sql`insert into delivery.minutes_publishing (id, partnership_id, meeting_id, nth, publish, edition, ground, reason, document, said_at, said_by_name)
        select ${ctx.newId()}, partnership_id, id, 1, 'publish', 1, '', '', '{}', ${ctx.now}, 'x' from delivery.meeting where key = ${meetingKey}`.execute(
        ctx.db,
      ),
    ),
    /minutes_publishing_meeting_id_fkey/,
  );
  assert.ok((await agree()).done);
  const asking: [string, Who][] = [['visitor', visitor]];
  for (const role of roles) asking.push([role, await person(`As ${role}`, role)]);
  for (const [role, who] of asking) {
    const tried = await say(who, { publish: 'withdraw' });
    const isPublisher = publishes.some((one) => one === role);
    assert.equal(!tried.done && tried.refusal.reason, isPublisher ? 'already-so' : 'not-allowed', role);
    const sight = await as(who, (ctx) => minutesToPublish(ctx, { meetingKey, withhold: nothingKept }));
    assert.equal(sight !== undefined, isPublisher, `${role} chooses`);
    const read = await as(who, (ctx) => minutesOf(ctx, meetingKey));
    assert.equal(
      read !== undefined,
      readsAll.some((one) => one === role),
      `${role} reads all`,
    );
  }
  assert.equal(await open(), undefined);
  assert.ok((await say(manager, {})).done);
  for (const [role, who] of asking) {
    const read = await as(who, (ctx) => minutesForEverybody(ctx, meetingKey));
    assert.match(JSON.stringify(read?.said), /a named person asked about the bus/, role);
    assert.doesNotMatch(
      JSON.stringify(read?.said?.publish === 'publish' && read.said.document),
      /Mina/,
      role,
    );
  }
});

test('H02 minutes are taken back with a reason, published anew as an edition, and none of it can be undone', async (t) => {
  const { as, manager, agree, say, open } = await ground(t);
  assert.ok((await agree()).done);
  assert.ok((await say(manager, {})).done);
  const unseen = await say(manager, { publish: 'withdraw', reason: 'It names a school' });
  assert.equal(!unseen.done && unseen.refusal.reason, 'said-meanwhile');
  assert.ok((await say(manager, { publish: 'withdraw', reason: 'It names a school', seen: 1 })).done);
  assert.deepEqual([(await open())?.publish, (await open())?.reason], ['withdraw', 'It names a school']);
  const groundless = await say(manager, { publish: 'exempt', seen: 2, reason: 'x' });
  assert.equal(!groundless.done && groundless.refusal.reason, 'ground-missing');
  const withhold = new Map([[0, 'identity']]);
  const anew = await say(manager, { withhold, reason: 'Without the school', seen: 2 });
  assert.equal(anew.done && anew.value.edition, 2);
  const now = await open();
  assert.ok(now?.publish === 'publish');
  assert.match(now.document.items[0]?.ground ?? '', /work out who a person is/);
  assert.deepEqual(now.document.items[0]?.notes, []);
  assert.ok((await say(manager, { publish: 'exempt', groundKey: 'identity', reason: 'x', seen: 3 })).done);
  assert.match((await open())?.ground ?? '', /work out who a person is/);
  for (const wrong of [
    'delete from delivery.minutes_publishing',
    "update delivery.minutes_publishing set reason = ''",
  ])
    await assert.rejects(
      as(manager, (ctx) => sql.raw(wrong).execute(ctx.db)),
      /permission denied/,
    );
});
