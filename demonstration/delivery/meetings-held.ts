import { people as peopleOf } from '#modules/accounts/index.ts';
import {
  addItem,
  agendaFor,
  agreeMinutes,
  decide,
  emptyDecision,
  endMeeting,
  meetingsOf,
  sayProgress,
  sayWhatCame,
  takeSuggestions,
  writeNote,
  type DecisionWords,
  type MeetingsOf,
} from '#modules/delivery/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Transactions, Who } from '#platform/db/transactions.ts';
import { addDays } from '#platform/kernel/day.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import { people } from '../people.ts';
import { decisionsMade, items, noted, workshopNoted } from './minutes-invented.ts';

const board = 'partnership-board';
const published = { publish: 'publish', ground: '' } as const;

type Meeting = MeetingsOf['past'][number]['meeting'];
type Parts = { transactions: Transactions; partnershipId: Who['partnershipId'] };

/** Meetings that were held: what was talked about, by two hands, and decided; the next one has an agenda begun. */
export async function loadMeetingsHeld({ transactions, partnershipId }: Parts): Promise<void> {
  const service: Who = { actor: { kind: 'service', name: 'demonstration' }, partnershipId };
  const as = <Value>(who: Who, work: (ctx: Ctx) => Promise<Value>) =>
    transactions.inTransaction(who, 'write', work);
  const { past = [], coming = [] } = (await as(service, (ctx) => meetingsOf(ctx, board))) ?? {};
  const last = past.find(({ meeting }) => meeting.kind === 'oversight')?.meeting;
  if (!last) return;
  const since = past.map(({ meeting }) => meeting).filter(({ on }) => on > last.on);
  const before = past.map(({ meeting }) => meeting).filter(({ on }) => on < last.on);
  await as(service, (ctx) => hold(ctx, last));
  for (const [who, note] of await withAuthors(as, service, noted))
    await as(who, (ctx) => write(ctx, last, note));
  for (const meeting of since)
    for (const [who, words] of await withAuthors(as, service, workshopNoted))
      await as(who, (ctx) => write(ctx, meeting, words));
  await as(service, async (ctx) => {
    for (const { key } of [...before, last, ...since]) must(await endMeeting(ctx, key));
    await agreeAll(ctx, [...before.toReversed(), last]);
    const next = coming.find(({ meeting }) => meeting.kind === 'oversight')?.meeting;
    if (next) await beginAgenda(ctx, next);
  });
}

type As = <Value>(who: Who, work: (ctx: Ctx) => Promise<Value>) => Promise<Value>;
type Note = (typeof noted)[number];

/** Each note with whoever wrote it, as somebody who signed in. */
async function withAuthors(as: As, service: Who, notes: readonly Note[]): Promise<[Who, Note][]> {
  const known = new Map((await as(service, (ctx) => peopleOf(ctx))).map(({ key, id }) => [key, id]));
  return notes.flatMap((note): [Who, Note][] => {
    const person = people.find(({ key }) => key === note.by);
    const personId = person && known.get(person.key);
    if (!person || !personId) return [];
    const actor = { kind: 'person', personId, name: person.name, roles: person.roles } as const;
    return [[{ actor, partnershipId: service.partnershipId }, note]];
  });
}

/** The agenda of the meeting, and what it decided: one thing that is done, one with somebody against it, one exempt. */
async function hold(ctx: Ctx, meeting: Meeting): Promise<void> {
  const { key: meetingKey } = meeting;
  const ids = [];
  for (const item of items) {
    const { key: _key, ...words } = item;
    ids.push([
      item.key,
      must(await addItem(ctx, { meetingKey, words: { words: '', ...words } })).id,
    ] as const);
  }
  const byKey = new Map<string, (typeof ids)[number][1]>(ids);
  for (const { item, hearIn, actionIn, done, came, change, words } of decisionsMade) {
    const said: DecisionWords = { ...emptyDecision, publishing: published, ...words };
    const made = must(
      await decide(ctx, {
        meetingKey,
        itemId: byKey.get(item),
        words: { ...said, due: addDays(meeting.on, hearIn) },
        change: change && { ...change, planId: undefined },
        action:
          actionIn === undefined ? undefined : { title: '', email: '', due: addDays(meeting.on, actionIn) },
      }),
    );
    if (done !== undefined && made.action)
      must(
        await sayProgress(ctx, {
          number: made.action.number,
          seen: 1,
          state: 'done',
          words: done,
          due: undefined,
        }),
      );
    if (came !== undefined)
      must(await sayWhatCame(ctx, { number: made.decision.number, seen: 1, words: came }));
  }
}

async function write(ctx: Ctx, meeting: Meeting, note: Note): Promise<void> {
  const agenda = await agendaFor(ctx, meeting.key);
  const title = items.find(({ key }) => key === note.item)?.title;
  const itemId = agenda?.items.find(({ item }) => item.title === title)?.item.id;
  must(
    await writeNote(ctx, {
      meetingKey: meeting.key,
      itemId,
      clientKey: `invented-${note.by}-${note.item}`,
      words: note.words,
      seen: 0,
    }),
  );
}

/** Each meeting agreed the minutes of the one before it. */
async function agreeAll(ctx: Ctx, meetings: readonly Meeting[]): Promise<void> {
  for (const [index, { key: agreedIn }] of meetings.entries()) {
    const earlier = meetings[index - 1];
    if (earlier) must(await agreeMinutes(ctx, { meetingKey: earlier.key, agreedIn }));
  }
}

/** What waits is half taken in, and one thing is added by hand. */
async function beginAgenda(ctx: Ctx, { key: meetingKey }: Meeting): Promise<void> {
  const agenda = await agendaFor(ctx, meetingKey);
  for (const { origin, subject } of (agenda?.suggestions ?? []).slice(0, 3))
    must(await takeSuggestions(ctx, { meetingKey, which: { origin, ...subject } }));
  must(
    await addItem(ctx, {
      meetingKey,
      words: {
        title: 'Which fun promise do young people choose this year?',
        words: 'The Young Partnership brings three, and has an equal vote.',
        asks: 'to-decide',
        minutes: 20,
        leadName: 'Tam Hallowes',
        publishing: published,
      },
    }),
  );
}

function must<Value>(outcome: Outcome<Value, { reason: string }>): Value {
  if (!outcome.done) throw new Error(`an invented meeting was refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}
