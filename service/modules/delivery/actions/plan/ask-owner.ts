import { ownPartnership } from '#modules/accounts/index.ts';
import { organisationSubjects } from '#modules/partners/index.ts';
import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { sayDay } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { addressFrom, stateOf, type Link } from '#platform/links/link.ts';
import { linksFor, makeLink, partsOfEveryLink, withdrawLink } from '#platform/links/links.ts';
import { writeLetter } from '#platform/mail/letters.ts';
import type { Schedule } from '#platform/outbox/schedules.ts';
import { isOver, sayNumber, type Action } from '../../domain/action.ts';
import { keepPlan } from '../../domain/permissions.ts';
import { actionPurpose, reminderDue } from '../../domain/plan/asking-owners.ts';
import { allActions, lockAction } from '../../store/actions.ts';
import { progressNotesOf } from '../../store/progress-notes.ts';

export type AskOwnerRefusal =
  | NotAllowed
  | { reason: 'action-missing' }
  | { reason: 'no-address' }
  | { reason: 'over-already' }
  /** a letter of theirs is still open: a second would only confuse */
  | { reason: 'asked-already'; on: Date };

const linkDays = 45;

/** Sends whoever owns an action a link by which they say how it goes, without an account. */
export async function askOwner(
  ctx: Ctx,
  given: { number: number; words: string },
): Promise<Outcome<Id<'link'>, AskOwnerRefusal>> {
  if (!allowed(ctx.actor, keepPlan)) return refuse({ reason: 'not-allowed' });
  const action = await lockAction(ctx, given.number);
  if (!action) return refuse({ reason: 'action-missing' });
  if (isOver(action)) return refuse({ reason: 'over-already' });
  const to = addressFrom(action.owner.email);
  if (to === undefined) return refuse({ reason: 'no-address' });
  const open = (await linksOf(ctx, [action])).find((link) => stateOf(link, ctx.now) === 'open');
  if (open) return refuse({ reason: 'asked-already', on: open.madeAt });
  const linkId = await sendTo(ctx, { action, to, words: given.words.trim() });
  await ctx.record({
    type: 'delivery.owner-asked',
    subject: { kind: 'action', id: action.id },
    details: { number: action.number },
  });
  return done(linkId);
}

/** Takes back what was sent, so that it opens nothing more. */
export async function askNoMore(
  ctx: Ctx,
  number: number,
): Promise<Outcome<Action, NotAllowed | { reason: 'action-missing' }>> {
  if (!allowed(ctx.actor, keepPlan)) return refuse({ reason: 'not-allowed' });
  const action = await lockAction(ctx, number);
  if (!action) return refuse({ reason: 'action-missing' });
  for (const { id } of await linksOf(ctx, [action])) await withdrawLink(ctx, id);
  return done(action);
}

async function sendTo(
  ctx: Ctx,
  { action, to, words }: { action: Action; to: string; words: string },
): Promise<Id<'link'>> {
  const title = titleOf(action);
  const expiresAt = new Date(ctx.now.getTime() + linkDays * 86_400_000);
  const askedBy = ctx.actor.kind === 'person' ? ctx.actor.personId : undefined;
  const key = action.owner.organisationKey;
  const [organisation] = key === '' ? [] : await organisationSubjects.find(ctx, [key]);
  const linkId = await makeLink(ctx, {
    purpose: actionPurpose,
    subjectId: action.id,
    title,
    // never a person's name: everybody reads beside a note from which organisation it came
    organisation: organisation?.title ?? '',
    to,
    expiresAt,
    askedBy,
  });
  const partnership = (await ownPartnership(ctx))?.name ?? 'The partnership';
  await writeLetter(ctx, {
    key: `action-link:${linkId}`,
    to,
    subject: title,
    askedBy,
    parts: [
      { kind: 'words', text: 'Hello,' },
      { kind: 'words', text: `${partnership} asks how this goes: ${action.title}.${sayDue(action)}` },
      ...(words === '' ? [] : [{ kind: 'words' as const, text: words }]),
      { kind: 'words', text: 'Say “done”, or how it goes, or that it is late and why. It takes a minute.' },
      { kind: 'one-use-link', text: title, linkId },
      ...partsOfEveryLink(expiresAt),
    ],
  });
  return linkId;
}

/** Each morning: who was asked and has not answered is reminded, twice at most. */
export const remindOwnersOfActions: Schedule = {
  name: 'delivery.remind-owners-of-actions',
  turn: ({ today }) => today,
  work: ({ act }) => act('write', remindOwners),
};

/** Reminds those whose link is open; whoever said how it goes in any way is left in peace. */
export async function remindOwners(ctx: Ctx): Promise<void> {
  const actions = (await allActions(ctx)).filter((action) => !isOver(action));
  const links = (await linksOf(ctx, actions)).filter((link) => stateOf(link, ctx.now) === 'open');
  const asked = new Set(links.map(({ subjectId }) => subjectId));
  const notes = await progressNotesOf(ctx, [...asked]);
  const byId = new Map<string, Action>(actions.map((action) => [action.id, action]));
  for (const link of links) {
    const action = byId.get(link.subjectId);
    const which = reminderDue(link, ctx.now);
    const saidSince = notes.some(({ actionId, saidAt }) => actionId === action?.id && saidAt >= link.madeAt);
    if (action && which !== undefined && !saidSince) await remind(ctx, { link, action, which });
  }
}

async function remind(ctx: Ctx, { link, action, which }: { link: Link; action: Action; which: number }) {
  await writeLetter(ctx, {
    // one letter for each reminder, however often the morning's work is run
    key: `action-link:${link.id}:${which}`,
    to: link.to,
    subject: `A reminder: ${link.title}`,
    askedBy: link.askedBy,
    parts: [
      { kind: 'words', text: 'Hello,' },
      {
        kind: 'words',
        text: `We have not heard yet how this goes: ${action.title}.${sayDue(action)} One word is enough, and then we stop asking.`,
      },
      { kind: 'one-use-link', text: link.title, linkId: link.id },
      ...partsOfEveryLink(link.expiresAt),
    ],
  });
}

function linksOf(ctx: Ctx, actions: readonly Pick<Action, 'id'>[]): Promise<Link[]> {
  return linksFor(ctx, { purpose: actionPurpose, subjectIds: actions.map(({ id }) => id) });
}

/** "How does it go? A7: Ring every family in the first fortnight" */
function titleOf(action: Action): string {
  return `How does it go? ${sayNumber(action)}: ${action.title}`;
}

function sayDue({ due }: Action): string {
  return due === undefined ? '' : ` It is to be done by ${sayDay(due)}.`;
}
