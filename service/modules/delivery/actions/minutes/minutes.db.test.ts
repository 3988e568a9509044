import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { sql } from 'kysely';
import { roles } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Who } from '#platform/db/transactions.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { emptyDecision } from '../../domain/decisions/new-decision.ts';
import { agendaFor } from '../../queries/meetings/agenda-for.ts';
import { minutesOf } from '../../queries/minutes/minutes-of.ts';
import { lockAction } from '../../store/actions.ts';
import { tables } from '../../store/delivery-tables.ts';
import { meetingByKey } from '../../store/meetings.ts';
import { minuteNotesOf } from '../../store/minutes/minute-notes.ts';
import { actionWords, addBoard, addMeeting, deliveryGround } from '../../store/testing.ts';
import { addItem, changeItem, moveItem, removeItem, takeSuggestions } from '../agenda/write-agenda.ts';
import { decide } from '../decisions/decide.ts';
import { changeMeeting } from '../meetings/call-meeting.ts';
import { noteProgress } from '../plan/say-progress.ts';
import { makeAction } from '../plan/write-action.ts';
import { agreeMinutes, endMeeting } from './close-meeting.ts';
import { writeNote } from './write-note.ts';

const meetingKey = 'board-september';
const published = { publish: 'publish', ground: '' } as const;
const itemWords = (title: string) =>
  ({
    title,
    words: '',
    asks: 'to-talk',
    minutes: 20,
    leadName: 'Priya North',
    publishing: published,
  }) as const;

async function ground(t: TestContext) {
  const opened = await deliveryGround(t);
  const priya = await opened.person('Priya North', 'manager');
  const ada = await opened.person('Ada Member', 'board-member');
  await opened.as(priya, async (ctx) => {
    const board = await addBoard(ctx);
    await addMeeting(ctx, board);
    await addMeeting(ctx, board, { key: 'board-june', on: dayOf(2026, 6, 4), title: 'The Board in June' });
  });
  const note = (who: Who, [clientKey, words]: readonly [string, string], seen = 0) =>
    opened.as(who, (ctx) => writeNote(ctx, { meetingKey, itemId: undefined, clientKey, words, seen }));
  const notes = async () =>
    opened.as(priya, async (ctx) => {
      const minutes = await minutesOf(ctx, meetingKey);
      return (minutes?.items ?? []).flatMap((item) =>
        item.notes.map((seen) => [
          seen.note.author.name,
          seen.note.words,
          ...seen.before.map(({ words }) => words),
        ]),
      );
    });
  return { ...opened, priya, ada, note, notes };
}

test('H02 two people who take minutes at once: both are kept, and neither changes the other’s', async (t) => {
  const { priya, ada, note, notes, later } = await ground(t);
  assert.ok((await note(priya, ['one', 'The bus is late.'])).done);
  later(1);
  assert.ok((await note(ada, ['two', 'Tam says the bus never came.'])).done);
  const over = await note(ada, ['one', 'Mine now.'], 1);
  assert.deepEqual(!over.done && over.refusal, { reason: 'note-of-another', authorName: 'Priya North' });
  assert.deepEqual(await notes(), [
    ['Priya North', 'The bus is late.'],
    ['Ada Member', 'Tam says the bus never came.'],
  ]);
});

test('H02 a note that is sent twice, or late, is kept once; one that goes on grows', async (t) => {
  const { priya, note, notes } = await ground(t);
  const [first, second] = await Promise.all([
    note(priya, ['one', 'The bus']),
    note(priya, ['one', 'The bus']),
  ]);
  assert.ok(first?.done && second?.done);
  assert.equal(first.value.note.id, second.value.note.id);
  const grown = await note(priya, ['one', 'The bus is late.'], 1);
  assert.equal(grown.done && grown.value.note.version, 2);
  const straggler = await note(priya, ['one', 'The bus'], 0);
  assert.equal(straggler.done && straggler.value.note.words, 'The bus is late.');
  const answerLost = await note(priya, ['one', 'The bus is late again.'], 1);
  assert.ok(answerLost.done);
  assert.deepEqual(await notes(), [['Priya North', 'The bus is late again.', 'The bus is late.']]);
});

test('H02 a note written in two places keeps both wordings and says so; none can be taken away', async (t) => {
  const { as, priya, note, notes } = await ground(t);
  await note(priya, ['one', 'Agreed to wait']);
  await note(priya, ['one', 'Agreed to wait until May.'], 1);
  const stale = await note(priya, ['one', 'Agreed to go on.'], 1);
  assert.equal(stale.done && stale.value.besides, 'Agreed to wait until May.');
  assert.deepEqual(await notes(), [['Priya North', 'Agreed to go on.', 'Agreed to wait until May.']]);
  for (const wrong of [
    'delete from delivery.minute_note_before',
    "update delivery.minute_note_before set words = ''",
  ])
    await assert.rejects(
      as(priya, (ctx) => sql.raw(wrong).execute(ctx.db)),
      /permission denied/,
    );
});

test('H03 a meeting ends on its day and not before; a later one agrees its minutes, which then stand', async (t) => {
  const { as, priya, note, later } = await ground(t);
  const end = (key: string) => as(priya, (ctx) => endMeeting(ctx, key));
  await as(priya, async (ctx) => {
    const now = await meetingByKey(ctx, meetingKey);
    const board = now && { ...(await addBoard(ctx, { key: 'other', name: 'Another' })) };
    assert.ok(now && board);
    await addMeeting(ctx, { ...board, id: now.bodyId }, { key: 'board-october', on: dayOf(2026, 10, 1) });
  });
  assert.equal((await end('board-october')).done, false);
  await note(priya, ['one', 'All came.']);
  assert.ok((await end(meetingKey)).done);
  const agree = (agreedIn: string) => as(priya, (ctx) => agreeMinutes(ctx, { meetingKey, agreedIn }));
  for (const wrong of ['board-june', 'board-october', 'nowhere']) {
    const refused = await agree(wrong);
    assert.equal(!refused.done && refused.refusal.reason, 'not-a-later-meeting', wrong);
  }
  later(30 * 24 * 60);
  assert.ok((await agree('board-october')).done);
  assert.equal((await agree('board-october')).done, false);
  const kept = await as(priya, (ctx) => minutesOf(ctx, meetingKey));
  assert.deepEqual(
    kept?.agreed?.document.items.flatMap(({ notes }) => notes),
    [{ words: 'All came.', author: 'Priya North' }],
  );
  const { version: seen = 0 } = (await as(priya, (ctx) => meetingByKey(ctx, meetingKey))) ?? {};
  const rewritten = await as(priya, (ctx) =>
    changeMeeting(ctx, { key: meetingKey, seen, words: { place: 'Elsewhere' } }),
  );
  assert.equal(!rewritten.done && rewritten.refusal.reason, 'minutes-agreed');
  const after = await note(priya, ['two', 'One more thing.']);
  assert.equal(!after.done && after.refusal.reason, 'minutes-agreed');
  const words = { ...emptyDecision, title: 'Late', words: 'Late', reason: 'Late' };
  const decided = await as(priya, (ctx) => decide(ctx, { meetingKey, itemId: undefined, words }));
  assert.equal(!decided.done && decided.refusal.reason, 'minutes-agreed');
});

/** A late action that holds up another, a finding that is due, a decision of June to hear of. */
async function thingsThatWait(ctx: Ctx) {
  const late = await makeAction(ctx, actionWords({ title: 'Mend the roof', due: dayOf(2026, 8, 1) }), {});
  const waits = await makeAction(ctx, actionWords({ title: 'Open the hub' }), {});
  assert.ok(late.done && waits.done);
  const partnership_id = ctx.partnershipId;
  await tables(ctx)
    .insertInto('delivery.action_waits_for')
    .values({ partnership_id, action_id: waits.value.id, waits_for: late.value.id })
    .execute();
  await sql`update delivery.action set reason = 'Because the slater is ill' where id = ${late.value.id}`.execute(
    ctx.db,
  );
  await sql`insert into delivery.finding (id, partnership_id, number, kind, title, words, found_by, found_on, source_title,
    source_link, framework_slug, element_key, owner_name, owner_organisation, due_on, state, evidence, closed_by_name,
    closing_words, version, changed_at, changed_by_name)
    values (${ctx.newId()}, ${partnership_id}, 1, 'audit', 'Plans without a child’s words', '', 'Ten readers', '2026-05-01',
    '', '', '', '', '', '', '2026-09-01', 'open', '', '', '', 1, ${ctx.now}, 'test')`.execute(ctx.db);
  const words = {
    ...emptyDecision,
    title: 'Close the annexe',
    words: 'It closes in August.',
    reason: 'It is cold.',
    due: dayOf(2026, 9, 1),
    publishing: { publish: 'exempt', ground: 'Schedule 12A, paragraph 3' },
  } as const;
  assert.ok((await decide(ctx, { meetingKey: 'board-june', itemId: undefined, words })).done);
}

test('H04 an agenda is suggested from what is late, due and found; taken in with one press, once', async (t) => {
  const { as, priya, ada, partnershipId } = await ground(t);
  await as(priya, thingsThatWait);
  await as(priya, (ctx) => endMeeting(ctx, 'board-june'));
  const seen = async (who: Who) => as(who, (ctx) => agendaFor(ctx, meetingKey));
  const before = await seen(priya);
  assert.deepEqual(
    before?.suggestions.map(({ origin, title, words, isTaken }) => [origin, title, words, isTaken]),
    [
      [
        'decision-due',
        'What came of “Close the annexe”?',
        'D1, decided on 4 June 2026. We wanted to hear by 1 September 2026.',
        false,
      ],
      ['late-action', 'Late: Mend the roof', 'A1, 33 days past its day. It holds up A2.', false],
      [
        'finding',
        'Plans without a child’s words',
        'F1, to be mended by 1 September 2026, and still open.',
        false,
      ],
    ],
  );
  const [first] = before?.suggestions ?? [];
  assert.ok(first);
  const { origin, subject } = first;
  const take = (which: Parameters<typeof takeSuggestions>[1]['which']) =>
    as(priya, (ctx) => takeSuggestions(ctx, { meetingKey, which }));
  const counts = [await take({ origin, ...subject }), await take({ origin, ...subject }), await take('all')];
  assert.deepEqual(
    counts.map((came) => came.done && came.value),
    [1, 0, 2],
  );
  const after = await seen(priya);
  assert.ok(after?.suggestions.every(({ isTaken }) => isTaken));
  assert.deepEqual(
    after?.items.map(({ startsAt, item }) => [startsAt, item.place]),
    [
      ['14:00', 1],
      ['14:05', 2],
      ['14:15', 3],
    ],
  );
  assert.deepEqual(after?.time, { planned: 25, length: 120 });
  assert.deepEqual(
    [(await seen(ada))?.suggestions.length, (await seen(ada))?.lastTime?.decisions.length],
    [0, 1],
  );
  const visitor = await seen({ actor: { kind: 'visitor' }, partnershipId });
  assert.deepEqual([visitor?.suggestions, visitor?.lastTime?.decisions], [[], []]);
  assert.deepEqual(
    visitor?.items.map(({ item }) => item.title),
    ['Not published', 'Late: Mend the roof', 'Plans without a child’s words'],
  );
  assert.doesNotMatch(JSON.stringify(visitor), /annexe|Ten readers|the slater is ill/);
  await as(priya, async (ctx) => {
    const action = await lockAction(ctx, 1);
    assert.ok(action);
    const said = { state: 'done', words: '', due: undefined } as const;
    await noteProgress(ctx, { action, said, seen: 1, by: { name: 'Priya', organisation: '' }, way: 'page' });
  });
  assert.deepEqual(
    (await seen(priya))?.suggestions.map((one) => one.origin),
    ['decision-due', 'finding'],
  );
});

test('H03 items are added, changed, moved and taken off; what was noted under one stays', async (t) => {
  const { as, priya } = await ground(t);
  const add = (title: string) => as(priya, (ctx) => addItem(ctx, { meetingKey, words: itemWords(title) }));
  const [one, two] = [await add('Buses'), await add('Beds')];
  assert.ok(one.done && two.done);
  const itemId = two.value.id;
  assert.ok((await as(priya, (ctx) => moveItem(ctx, { meetingKey, itemId, way: 'up' }))).done);
  const titles = async () =>
    (await as(priya, (ctx) => agendaFor(ctx, meetingKey)))?.items.map(({ item }) => item.title);
  assert.deepEqual(await titles(), ['Beds', 'Buses']);
  const change = (seen: number) =>
    as(priya, (ctx) => changeItem(ctx, { meetingKey, itemId, seen, words: itemWords('Bunks') }));
  assert.ok((await change(1)).done);
  const stale = await change(1);
  assert.equal(!stale.done && stale.refusal.reason, 'changed-meanwhile');
  const note = { meetingKey, itemId, clientKey: 'one', words: 'Twelve are broken.', seen: 0 };
  assert.ok((await as(priya, (ctx) => writeNote(ctx, note))).done);
  assert.ok((await as(priya, (ctx) => removeItem(ctx, { meetingKey, itemId }))).done);
  const left = await as(priya, async (ctx) => minuteNotesOf(ctx, two.value.meetingId));
  assert.deepEqual([await titles(), left.map(({ words }) => words)], [['Buses'], ['Twelve are broken.']]);
});

/** Written from what the product promises, apart from the code. */
const whoMay: Readonly<Record<string, readonly string[]>> = {
  agenda: ['manager'],
  note: ['manager', 'board-member'],
  end: ['manager', 'board-member'],
  agree: ['manager'],
  minutes: [
    'manager',
    'analyst',
    'board-member',
    'partner-lead',
    'participation-worker',
    'young-inspector',
    'governance-lead',
  ],
};

test('H02 who makes agendas, takes minutes, agrees and reads them: every role', async (t) => {
  const { as, person, partnershipId } = await ground(t);
  const asking: Who[] = [{ actor: { kind: 'visitor' }, partnershipId }];
  for (const role of roles) asking.push(await person(`As ${role}`, role));
  for (const who of asking) {
    const role = who.actor.kind === 'person' ? (who.actor.roles[0] ?? '') : 'visitor';
    const tried: Record<string, boolean> = await as(who, async (ctx) => {
      const note = { meetingKey, itemId: undefined, clientKey: role, words: 'Said.', seen: 0 };
      const ended = await endMeeting(ctx, 'nowhere');
      const agreed = await agreeMinutes(ctx, { meetingKey: 'nowhere', agreedIn: '' });
      return {
        agenda: (await addItem(ctx, { meetingKey, words: itemWords('Buses') })).done,
        note: (await writeNote(ctx, note)).done,
        end: !ended.done && ended.refusal.reason === 'meeting-missing',
        agree: !agreed.done && agreed.refusal.reason === 'meeting-missing',
        minutes: (await minutesOf(ctx, meetingKey)) !== undefined,
      };
    });
    for (const [act, may] of Object.entries(whoMay))
      assert.equal(tried[act], may.includes(role), `${role}: ${act}`);
  }
});
