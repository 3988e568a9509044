import { englishBankHolidays } from '#reference/bank-holidays.ts';
import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { dayFrom } from '#platform/kernel/day.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Meeting } from '../../domain/meeting.ts';
import {
  endOfYear,
  meetingsOfYear,
  type PlannedMeeting,
  type YearRefusal,
  type YearRule,
} from '../../domain/meetings/year-of-meetings.ts';
import { keepBoards } from '../../domain/permissions.ts';
import { lockBody } from '../../store/bodies.ts';
import { addCycle, cyclesOf } from '../../store/meetings/cycles.ts';
import { keepMeeting } from '../../store/meetings.ts';
import { newMeeting } from './new-meeting.ts';

export type KeepYearRefusal =
  | NotAllowed
  | YearRefusal
  | { reason: 'body-missing' }
  | { reason: 'body-ended' }
  /** a year of meetings is made once: a single meeting is added or moved by hand */
  | { reason: 'year-made-already'; title: string };

/** Meetings that a rule makes, none on a bank holiday of England. Nothing is kept. */
export function previewYear(rule: YearRule): Outcome<readonly PlannedMeeting[], YearRefusal> {
  const table = englishBankHolidays();
  const days = [...table.days].flatMap(([text, because]) => {
    const day = dayFrom(text);
    return day ? [{ from: day, to: day, because }] : [];
  });
  const knownUntil = dayFrom(table.knownUntil);
  if (!knownUntil) throw new Error(`no day: ${table.knownUntil}`);
  return meetingsOfYear(rule, { days, knownUntil });
}

/** Keeps a year of meetings, each with an address of its own. */
export async function keepYear(
  ctx: Ctx,
  given: { key: string; title: string; rule: YearRule; keyed?: string },
): Promise<Outcome<readonly Meeting[], KeepYearRefusal>> {
  if (!allowed(ctx.actor, keepBoards)) return refuse({ reason: 'not-allowed' });
  const body = await lockBody(ctx, given.key);
  if (!body) return refuse({ reason: 'body-missing' });
  if (body.until !== undefined) return refuse({ reason: 'body-ended' });
  const planned = previewYear(given.rule);
  if (!planned.done) return planned;
  const { from } = given.rule;
  const until = endOfYear(given.rule);
  const before = (await cyclesOf(ctx, body.id)).find((cycle) => cycle.from < until && from < cycle.until);
  if (before) return refuse({ reason: 'year-made-already', title: before.title });
  const cycleId = ctx.newId<'cycle'>();
  await addCycle(ctx, { id: cycleId, bodyId: body.id, title: given.title, from, until, rule: given.rule });
  const meetings: Meeting[] = [];
  for (const { instead: _instead, ...words } of planned.value) {
    const meeting = await newMeeting(ctx, { body, cycleId, words, keyed: given.keyed });
    await keepMeeting(ctx, meeting);
    meetings.push(meeting);
  }
  await ctx.record({
    type: 'delivery.year-of-meetings-kept',
    subject: { kind: 'cycle', id: cycleId },
    details: { body: body.key, meetings: meetings.length },
  });
  return done(meetings);
}
