import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { AgendaItem, Meeting } from '../../domain/meeting.ts';
import { moved, withTaken, worthShowing, type Suggestion } from '../../domain/meetings/agenda.ts';
import { keepBoards } from '../../domain/permissions.ts';
import { suggestionsFor } from '../../queries/meetings/suggestions.ts';
import { agendaOf, keepAgendaItem, removeAgendaItem } from '../../store/agenda-items.ts';
import { bodyById } from '../../store/bodies.ts';
import { lockMeeting } from '../../store/meetings.ts';
import { minutesAgreed } from '../../store/minutes/minutes-agreed.ts';

/** What can be written of an item by hand. */
export type ItemWords = Pick<AgendaItem, 'title' | 'words' | 'asks' | 'minutes' | 'leadName' | 'publishing'>;

export type AgendaRefusal =
  | NotAllowed
  | { reason: 'meeting-missing' }
  /** it was cancelled, or its minutes are agreed: its agenda stays as it was */
  | { reason: 'meeting-over' };

export type ItemRefusal =
  | AgendaRefusal
  | { reason: 'item-missing' }
  | { reason: 'item-title-missing' }
  | { reason: 'ground-missing' }
  | { reason: 'changed-meanwhile'; theirs: AgendaItem };

/** Takes in what the system suggests: one suggestion, by its subject, or all that are shown. What is taken in already stays as it is. */
export async function takeSuggestions(
  ctx: Ctx,
  given: { meetingKey: string; which: 'all' | { origin: string; kind: string; id: string } },
): Promise<Outcome<number, AgendaRefusal>> {
  const opened = await openAgenda(ctx, given.meetingKey);
  if (!opened.done) return opened;
  const { meeting, items } = opened.value;
  const body = await bodyById(ctx, meeting.bodyId);
  if (!body) return refuse({ reason: 'meeting-missing' });
  const { which } = given;
  const suggestions = withTaken(await suggestionsFor(ctx, { meeting, body }), items);
  const meant =
    which === 'all'
      ? worthShowing(suggestions).shown
      : suggestions.filter(
          ({ origin, subject }) =>
            which.origin === origin && which.kind === subject.kind && which.id === subject.id,
        );
  const chosen = meant.filter(({ isTaken }) => !isTaken);
  let place = placeAfter(items);
  for (const suggestion of chosen) {
    await keepAgendaItem(ctx, itemOf(ctx, suggestion, { meeting, place }));
    place += 1;
  }
  await recordChange(ctx, meeting);
  return done(chosen.length);
}

/** Adds an item by hand, at the end. */
export async function addItem(
  ctx: Ctx,
  given: { meetingKey: string; words: ItemWords },
): Promise<Outcome<AgendaItem, ItemRefusal>> {
  const opened = await openAgenda(ctx, given.meetingKey);
  if (!opened.done) return opened;
  const checked = checkItem(given.words);
  if (!checked.done) return checked;
  const { meeting, items } = opened.value;
  const item: AgendaItem = {
    ...checked.value,
    id: ctx.newId(),
    meetingId: meeting.id,
    place: placeAfter(items),
    origin: 'hand',
    subject: { kind: '', id: '' },
    version: 1,
  };
  await keepAgendaItem(ctx, item);
  await recordChange(ctx, meeting);
  return done(item);
}

type OneItem = { meetingKey: string; itemId: Id<'agenda-item'> };

/** Changes an item, unless somebody changed it first. */
export async function changeItem(
  ctx: Ctx,
  given: OneItem & { seen: number; words: ItemWords },
): Promise<Outcome<AgendaItem, ItemRefusal>> {
  const opened = await openAgenda(ctx, given.meetingKey);
  if (!opened.done) return opened;
  const before = opened.value.items.find(({ id }) => id === given.itemId);
  if (!before) return refuse({ reason: 'item-missing' });
  if (before.version !== given.seen) return refuse({ reason: 'changed-meanwhile', theirs: before });
  const checked = checkItem(given.words);
  if (!checked.done) return checked;
  const item = { ...before, ...checked.value, version: before.version + 1 };
  await keepAgendaItem(ctx, item);
  await recordChange(ctx, opened.value.meeting);
  return done(item);
}

/** Moves an item a place up or down. */
export async function moveItem(
  ctx: Ctx,
  given: OneItem & { way: 'up' | 'down' },
): Promise<Outcome<'moved', ItemRefusal>> {
  const opened = await openAgenda(ctx, given.meetingKey);
  if (!opened.done) return opened;
  const { items, meeting } = opened.value;
  if (!items.some(({ id }) => id === given.itemId)) return refuse({ reason: 'item-missing' });
  for (const [index, item] of moved(items, given.itemId, given.way).entries())
    if (item.place !== index + 1) await keepAgendaItem(ctx, { ...item, place: index + 1 });
  await recordChange(ctx, meeting);
  return done('moved');
}

/** Takes an item off the agenda. What was noted under it stays among the minutes. */
export async function removeItem(ctx: Ctx, given: OneItem): Promise<Outcome<AgendaItem, ItemRefusal>> {
  const opened = await openAgenda(ctx, given.meetingKey);
  if (!opened.done) return opened;
  const item = opened.value.items.find(({ id }) => id === given.itemId);
  if (!item) return refuse({ reason: 'item-missing' });
  await removeAgendaItem(ctx, item.id);
  await recordChange(ctx, opened.value.meeting);
  return done(item);
}

/** The agenda of a meeting whose minutes are not agreed yet, held against every other writer. */
async function openAgenda(
  ctx: Ctx,
  meetingKey: string,
): Promise<Outcome<{ meeting: Meeting; items: AgendaItem[] }, AgendaRefusal>> {
  if (!allowed(ctx.actor, keepBoards)) return refuse({ reason: 'not-allowed' });
  const meeting = await lockMeeting(ctx, meetingKey);
  if (!meeting) return refuse({ reason: 'meeting-missing' });
  if (meeting.state === 'cancelled' || (await minutesAgreed(ctx, meeting.id)))
    return refuse({ reason: 'meeting-over' });
  return done({ meeting, items: await agendaOf(ctx, meeting.id) });
}

function checkItem(
  words: ItemWords,
): Outcome<ItemWords, { reason: 'item-title-missing' | 'ground-missing' }> {
  const { publish, ground } = words.publishing;
  const title = words.title.trim();
  if (title === '') return refuse({ reason: 'item-title-missing' });
  if (publish === 'exempt' && ground.trim() === '') return refuse({ reason: 'ground-missing' });
  return done({
    ...words,
    title,
    words: words.words.trim(),
    leadName: words.leadName.trim(),
    publishing: { publish, ground: publish === 'publish' ? '' : ground.trim() },
  });
}

function itemOf(ctx: Ctx, from: Suggestion, at: { meeting: Meeting; place: number }): AgendaItem {
  const { title, words, asks, minutes, origin, subject, publishing } = from;
  return {
    id: ctx.newId(),
    meetingId: at.meeting.id,
    place: at.place,
    title,
    words,
    asks,
    minutes,
    leadName: '',
    origin,
    subject,
    publishing,
    version: 1,
  };
}

function placeAfter(items: readonly AgendaItem[]): number {
  return (items.at(-1)?.place ?? 0) + 1;
}

async function recordChange(ctx: Ctx, { id }: Meeting): Promise<void> {
  await ctx.record({ type: 'delivery.agenda-changed', subject: { kind: 'meeting', id }, details: {} });
}
