import { exceptions } from '#modules/indicators/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { sayDay } from '#platform/kernel/day.ts';
import type { Body } from '../../domain/body.ts';
import { sayDecisionNumber, type Decision } from '../../domain/decision.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { sayPast, type Suggestion } from '../../domain/meetings/agenda.ts';
import { findingsDue, heldUpBy, lateActions, type LateAction } from '../../store/agenda/what-waits.ts';
import { decisionsToHearOf } from '../../store/decisions.ts';
import { mattersOfBody, type MattersOfBody } from './matters-of-body.ts';

/** Unanswered asks, once there are any: the room that keeps them answers here. */
export type AsksOf = (ctx: Ctx, matters: MattersOfBody) => Promise<readonly Suggestion[]>;

const published = { publish: 'publish', ground: '' } as const;

/** More figures than these no meeting can talk about. */
const mostFigures = 6;

/** What the system holds that a meeting of a body should hear of: what is due, what is late, what stands out. */
export async function suggestionsFor(
  ctx: Ctx,
  { meeting, body, asksOf }: { meeting: Meeting; body: Body; asksOf?: AsksOf | undefined },
): Promise<Suggestion[]> {
  const matters = await mattersOfBody(ctx, body, meeting.on);
  const decisions = await decisionsToHearOf(ctx, { bodyId: body.id, by: meeting.on });
  return [
    ...decisions.filter(({ meetingId }) => meetingId !== meeting.id).map(ofDecision),
    ...(await ofLateActions(ctx, matters)),
    ...(await ofFindings(ctx, matters, meeting)),
    ...((await asksOf?.(ctx, matters)) ?? []),
    ...(await ofFigures(ctx, matters)),
  ];
}

function ofDecision(decision: Decision): Suggestion {
  const due = decision.due === undefined ? '' : ` We wanted to hear by ${sayDay(decision.due)}.`;
  return {
    origin: 'decision-due',
    subject: { kind: 'decision', id: decision.id },
    title: `What came of “${decision.title}”?`,
    words: `${sayDecisionNumber(decision)}, decided on ${sayDay(decision.decidedOn)}.${due}`,
    asks: 'to-know',
    minutes: 5,
    link: `/decisions/${decision.number}`,
    publishing: decision.publishing,
  };
}

async function ofLateActions(ctx: Ctx, matters: MattersOfBody): Promise<Suggestion[]> {
  const late = (await lateActions(ctx)).filter(({ element }) => matters.isFor(element));
  const held = await heldUpBy(
    ctx,
    late.map(({ id }) => id),
  );
  return late.map((action) => ({
    origin: 'late-action',
    subject: { kind: 'action', id: action.id },
    title: `Late: ${action.title}`,
    words: sayLate(ctx, action, held.get(action.id) ?? []),
    asks: 'to-talk',
    minutes: 10,
    link: `/actions/${action.number}`,
    publishing: published,
  }));
}

/** An agenda is read by everybody, so that what was said to the board does not stand in it. */
function sayLate(ctx: Ctx, action: LateAction, holdsUp: readonly number[]): string {
  const past =
    action.due === undefined || action.due >= ctx.today ? 'said to be late' : sayPast(action.due, ctx.today);
  const numbers = holdsUp.map((number) => `A${number}`).join(', ');
  const held = holdsUp.length === 0 ? '' : ` It holds up ${numbers}.`;
  return `A${action.number}, ${past}.${held}`;
}

async function ofFindings(ctx: Ctx, matters: MattersOfBody, { on }: Meeting): Promise<Suggestion[]> {
  const due = (await findingsDue(ctx, on)).filter(({ element }) => matters.isFor(element));
  return due.map((finding) => ({
    origin: 'finding',
    subject: { kind: 'finding', id: finding.id },
    title: finding.title,
    words: `F${finding.number}, to be mended by ${sayDay(finding.due)}, and still open.`,
    asks: 'to-talk',
    minutes: 10,
    link: `/findings/${finding.number}`,
    publishing: published,
  }));
}

async function ofFigures(ctx: Ctx, { figures }: MattersOfBody): Promise<Suggestion[]> {
  const found = new Map<string, Suggestion>();
  for (const asked of figures)
    for (const one of (await exceptions(ctx, asked))?.measures ?? [])
      if (one.kind !== 'late' && !found.has(one.measure))
        found.set(one.measure, {
          origin: 'exception',
          subject: { kind: 'measure', id: one.measure },
          title: one.title,
          words: [one.finding, ...one.reasons].join(' '),
          asks: 'to-talk',
          minutes: 10,
          link: one.link,
          publishing: published,
        });
  return [...found.values()].slice(0, mostFigures);
}
