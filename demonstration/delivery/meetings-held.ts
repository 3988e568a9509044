import { people as peopleOf } from '#modules/accounts/index.ts';
import {
  addItem,
  agendaFor,
  agreeMinutes,
  decide,
  emptyDecision,
  endMeeting,
  meetingsOf,
  publishMinutes,
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
import { decisionsMade, items, noted, workshopItems, workshopNoted } from './minutes-invented.ts';

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
  const meetings = past.map(({ meeting }) => meeting);
  const oversight = meetings.find(({ kind }) => kind === 'oversight');
  if (!oversight) return;
  await as(service, (ctx) => hold(ctx, oversight));
  for (const [who, note] of await withAuthors(as, service, noted))
    await as(who, (ctx) => write(ctx, oversight, note));
  for (const meeting of meetings.slice(0, 3).filter(({ kind }) => kind === 'workshop')) {
    await as(service, (ctx) => putOnAgenda(ctx, meeting, workshopItems));
    for (const [who, note] of await withAuthors(as, service, workshopNoted))
      await as(who, (ctx) => write(ctx, meeting, note));
  }
  await as(service, async (ctx) => {
    for (const { key } of meetings.toReversed()) must(await endMeeting(ctx, key));
    await agreeAll(ctx, meetings.toReversed());
    const [, lastButOne] = meetings;
    if (lastButOne) await publish(ctx, lastButOne);
    const next = coming.find(({ meeting }) => meeting.kind === 'oversight')?.meeting;
    if (next) await beginAgenda(ctx, next);
  });
}

/** The meeting after it has agreed its minutes, and everybody may read them but for what is exempt. */
async function publish(ctx: Ctx, { key: meetingKey }: Meeting): Promise<void> {
  const nothing = { seen: 0, groundKey: '', withhold: new Map<number, string>(), reason: '' };
  must(await publishMinutes(ctx, { meetingKey, publish: 'publish', ...nothing }));
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
  const byKey = await putOnAgenda(ctx, meeting, items);
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

type Item = (typeof items)[number] | (typeof workshopItems)[number];

/** Items of an agenda, and which of them has which id. */
async function putOnAgenda(ctx: Ctx, { key: meetingKey }: Meeting, of: readonly Item[]) {
  const ids = [];
  for (const { key, ...words } of of)
    ids.push([key, must(await addItem(ctx, { meetingKey, words: { words: '', ...words } })).id] as const);
  return new Map<string, (typeof ids)[number][1]>(ids);
}

async function write(ctx: Ctx, meeting: Meeting, note: Note): Promise<void> {
  const agenda = await agendaFor(ctx, meeting.key);
  const title = [...items, ...workshopItems].find(({ key }) => key === note.item)?.title;
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

/** Each meeting agreed the minutes of the one before it, but for one that was forgotten and still waits. */
async function agreeAll(ctx: Ctx, meetings: readonly Meeting[]): Promise<void> {
  for (const [index, { key: agreedIn }] of meetings.entries()) {
    const earlier = meetings[index - 1];
    if (earlier && index !== meetings.length - 2)
      must(await agreeMinutes(ctx, { meetingKey: earlier.key, agreedIn }));
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
