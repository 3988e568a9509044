import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roles, type Role } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { storedId } from '#platform/kernel/id.ts';
import { addBoard, deliveryGround } from '../../store/testing.ts';
import { changeBody, endBody, setUpBody } from '../boards/keep-body.ts';
import { addSeat, endSeat } from '../boards/keep-seats.ts';
import { agreeTerms, standFor } from '../boards/keep-terms.ts';
import { addPaper, withdrawPaper } from './add-paper.ts';
import { makeCalendarFeed, revokeCalendarFeed } from './calendar-feeds.ts';
import { callMeeting, cancelMeeting, changeMeeting, moveMeeting } from './call-meeting.ts';
import { keepYear } from './keep-year.ts';
import { sayWhoCame } from './say-who-came.ts';

const on = dayOf(2026, 9, 10);
const at = '14:00';
const body = {
  ...({ name: 'Group', kind: 'group', lifeStage: '', purpose: 'Meets.', partOf: undefined } as const),
  ...{ from: dayOf(2024, 4, 1), quorum: { people: 1, organisations: 1 } },
};
const seat = {
  ...({
    personId: undefined,
    name: 'Ada',
    organisationKey: '',
    part: 'member',
    votes: true,
    email: '',
  } as const),
  from: dayOf(2024, 4, 1),
};
const meeting = {
  ...({
    kind: 'ordinary',
    title: 'Meeting',
    theme: '',
    on,
    at,
    minutes: 60,
    place: '',
    joining: '',
  } as const),
  element: { frameworkSlug: '', elementKey: '' },
};
const rule = {
  ...{
    from: dayOf(2026, 9, 1),
    pattern: { way: 'fixed', day: 3 } as const,
    at,
    minutes: 60,
    place: '',
    joining: '',
  },
  ...{
    schoolHolidays: [],
    meetings: [{ ...meeting, month: 10 }].map(({ month, kind, title, theme, element }) => ({
      month,
      kind,
      title,
      theme,
      element,
    })),
  },
};
const nowhere = { key: 'no-such', seen: 1 };
const unknown = '01900000-0000-7000-8000-00000000ffff';
const paper = {
  ...{ meetingKey: 'no-such', title: 'Paper', fileName: 'a.txt', content: Buffer.from('words') },
  ...({ publish: 'publish', groundKey: '' } as const),
};

type Act = (ctx: Ctx) => Promise<{ done: true } | { done: false; refusal: { reason: string } }>;

const keepers: readonly Role[] = ['manager'];

/** Written from what the product promises, apart from the code: who may do what with boards and meetings. */
const table: readonly { act: string; who: readonly Role[]; does: Act }[] = [
  { act: 'set up a body', who: keepers, does: (ctx) => setUpBody(ctx, body) },
  { act: 'change a body', who: keepers, does: (ctx) => changeBody(ctx, { ...nowhere, words: body }) },
  { act: 'end a body', who: keepers, does: (ctx) => endBody(ctx, { ...nowhere, on, followedBy: undefined }) },
  {
    act: 'agree terms',
    who: keepers,
    does: (ctx) => agreeTerms(ctx, { key: 'board', words: 'We meet.', agreedOn: on, reviewOn: undefined }),
  },
  { act: 'say what a body owns', who: keepers, does: (ctx) => standFor(ctx, { key: 'board', owners: [] }) },
  { act: 'give a seat', who: keepers, does: (ctx) => addSeat(ctx, { key: 'board', words: seat }) },
  {
    act: 'end a seat',
    who: keepers,
    does: (ctx) => endSeat(ctx, { key: 'board', seatId: storedId(unknown), on, next: undefined }),
  },
  { act: 'keep a year', who: keepers, does: (ctx) => keepYear(ctx, { key: 'board', title: 'A year', rule }) },
  { act: 'call a meeting', who: keepers, does: (ctx) => callMeeting(ctx, { key: 'board', words: meeting }) },
  {
    act: 'change a meeting',
    who: keepers,
    does: (ctx) => changeMeeting(ctx, { ...nowhere, words: meeting }),
  },
  {
    act: 'move a meeting',
    who: keepers,
    does: (ctx) => moveMeeting(ctx, { ...nowhere, on, at, reason: 'x' }),
  },
  { act: 'cancel a meeting', who: keepers, does: (ctx) => cancelMeeting(ctx, { ...nowhere, because: 'x' }) },
  { act: 'add a paper', who: keepers, does: (ctx) => addPaper(ctx, paper) },
  {
    act: 'withdraw a paper',
    who: keepers,
    does: (ctx) => withdrawPaper(ctx, { id: storedId(unknown), because: 'x' }),
  },
  {
    act: 'say who came',
    who: ['manager', 'board-member'],
    does: (ctx) => sayWhoCame(ctx, { key: 'no-such', attendance: [] }),
  },
  {
    act: 'make a calendar',
    who: roles,
    does: (ctx) => makeCalendarFeed(ctx, { bodyKey: '', token: ctx.newId() }),
  },
  { act: 'close a calendar', who: roles, does: (ctx) => revokeCalendarFeed(ctx, storedId(unknown)) },
];

test('H02 H03 R65 every act on boards and meetings is open to whom the product says, and to nobody else', async (t) => {
  const ground = await deliveryGround(t);
  const priya = await ground.person('Priya North', 'manager');
  await ground.as(priya, (ctx) => addBoard(ctx));
  const visitor = { actor: { kind: 'visitor' as const }, partnershipId: priya.partnershipId };
  for (const role of roles) {
    const who = await ground.person(`As ${role}`, role);
    for (const { act, who: may, does } of table) {
      const came = await ground.as(who, does);
      const refused = !came.done && came.refusal.reason === 'not-allowed';
      assert.equal(!refused, may.includes(role), `${role}: ${act}`);
    }
  }
  for (const { act, does } of table) {
    const came = await ground.as(visitor, does);
    assert.equal(!came.done && came.refusal.reason, 'not-allowed', `a visitor: ${act}`);
  }
});
