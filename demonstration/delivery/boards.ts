import { people as accountPeople, setUpOrganisations } from '#modules/accounts/index.ts';
import {
  addPaper,
  addSeat,
  agreeTerms,
  endBody,
  endSeat,
  keepYear,
  meetingsOf,
  sayWhoCame,
  seatsOf,
  setUpBody,
  standFor,
  type Attendance,
  type SeatWords,
  type YearRule,
} from '#modules/delivery/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { addDays, dayOf, type Day } from '#platform/kernel/day.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import { partnership } from '../county.ts';
import { people } from '../people.ts';
import { bodies } from './bodies.ts';
import { smallPdf } from './paper-text.ts';
import { seats, type InventedSeat } from './seats.ts';

/** The framework whose owners the bodies stand for. */
const framework = 'brackenshire';

/** The first September of the year of meetings that a day lies in. */
function meetingYear(today: Day): number {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return month >= 9 ? year : year - 1;
}

/** The bodies of the invented county, who sits on them, two years of meetings, who came, and a few papers. */
export async function loadBoards(ctx: Ctx): Promise<void> {
  await setUpBodies(ctx);
  await fillSeats(ctx);
  const year = meetingYear(ctx.today);
  for (const from of [year - 1, year])
    kept(
      await keepYear(ctx, {
        key: 'partnership-board',
        title: `${from} to ${from + 1}`,
        rule: boardYear(from),
        keyed: 'board',
      }),
    );
  for (const key of ['beginning-group', 'growing-group', 'launching-group', 'young-partnership'])
    kept(await keepYear(ctx, { key, title: `${year} to ${year + 1}`, rule: groupYear(year, key) }));
  await sayWhoCameToAll(ctx);
  await handInPapers(ctx);
}

async function setUpBodies(ctx: Ctx): Promise<void> {
  const ids = new Map<string, Parameters<typeof setUpBody>[1]['partOf']>();
  for (const { owns, terms, partOf, ...words } of bodies) {
    const body = kept(
      await setUpBody(ctx, { ...words, partOf: partOf === undefined ? undefined : ids.get(partOf) }),
    );
    ids.set(words.key, body.id);
    const owners = owns.map((ownerKey) => ({ frameworkSlug: framework, ownerKey }));
    kept(await standFor(ctx, { key: words.key, owners, from: dayOf(2026, 4, 1) }));
    kept(
      await agreeTerms(ctx, {
        key: words.key,
        words: terms,
        agreedOn: addDays(ctx.today, -400),
        // one of them is due, so that something waits
        reviewOn: words.key === 'growing-group' ? addDays(ctx.today, -12) : addDays(ctx.today, 300),
      }),
    );
  }
  const [on, followedBy] = [dayOf(2026, 4, 1), 'family-hubs-board'];
  kept(await endBody(ctx, { key: 'early-help-forum', seen: 1, on, followedBy }));
}

/** A charity that has joined another one, and whose seat nobody has thought of yet. */
const closedTrust = 'gullhaven-youth-trust';

function trustClosedOn(today: Day): Day {
  return addDays(today, -50);
}

async function fillSeats(ctx: Ctx): Promise<void> {
  await setUpOrganisations(ctx, [
    { key: closedTrust, name: 'Gullhaven Youth Trust', kind: 'charity', until: trustClosedOn(ctx.today) },
  ]);
  const known = new Map((await accountPeople(ctx)).map(({ key, id }) => [key, id]));
  for (const seat of seats) {
    const taken = kept(await addSeat(ctx, { key: seat.body, words: wordsOf(seat, known) }));
    if (seat.left !== undefined)
      kept(
        await endSeat(ctx, {
          key: seat.body,
          seatId: taken.id,
          on: addDays(ctx.today, -seat.left),
          next: undefined,
        }),
      );
  }
}

function wordsOf(seat: InventedSeat, known: ReadonlyMap<string, SeatWords['personId']>): SeatWords {
  const person = people.find(({ key }) => key === seat.person);
  const name = person?.name ?? seat.person;
  const plain = name.normalize('NFD').replaceAll(/[^A-Za-z ]/g, '');
  return {
    personId: person && known.get(person.key),
    name,
    organisationKey: seat.organisation,
    part: seat.part,
    votes: seat.part !== 'secretary' && seat.part !== 'observer',
    email: `${person?.key ?? plain.toLowerCase().replaceAll(' ', '-')}@${partnership.slug}.example`,
    from: dayOf(2024, 4, 1),
  };
}

/** Oversight in September and January, and between them four workshops, each on a promise. */
function boardYear(from: number): YearRule {
  const workshop = (month: number, theme: string, elementKey: string) => ({
    month,
    kind: 'workshop' as const,
    title: `Workshop: ${theme}`,
    theme,
    element: { frameworkSlug: framework, elementKey },
  });
  const oversight = (month: number, theme: string) => ({
    month,
    kind: 'oversight' as const,
    title: 'Oversight of Unfurl',
    theme,
    element: { frameworkSlug: '', elementKey: '' },
  });
  return {
    from: dayOf(from, 9, 1),
    pattern: { way: 'weekday', nth: 2, weekday: 1 },
    at: '14:00',
    minutes: 150,
    place: 'The Corn Hall, Alderwick',
    joining: 'https://meet.brackenshire.example/board',
    meetings: [
      oversight(9, 'How the year went, and what comes next'),
      workshop(11, 'Safe and loved', 'safe-and-loved'),
      oversight(1, 'Half-way through the plan of the year'),
      workshop(3, 'A gentle start', 'gentle-start'),
      workshop(5, 'Fun and adventure', 'fun-and-adventure'),
      workshop(7, 'Belonging', 'belonging'),
    ],
    schoolHolidays: [],
  };
}

/** A group meets four times a year, on the third Thursday; young people after school. */
function groupYear(from: number, key: string): YearRule {
  const young = key === 'young-partnership';
  return {
    from: dayOf(from, 9, 1),
    pattern: { way: 'weekday', nth: 3, weekday: young ? 3 : 4 },
    at: young ? '17:00' : '10:00',
    minutes: 90,
    place: young ? 'The Saturday Barn, Gullhaven' : 'Elmstow family hub',
    joining: '',
    meetings: [10, 12, 2, 6].map((month) => ({
      month,
      kind: 'ordinary' as const,
      title: young ? 'Young Partnership' : 'Meeting of the group',
      theme: '',
      element: { frameworkSlug: '', elementKey: '' },
    })),
    schoolHolidays: [],
  };
}

const brought = [
  'figures for every zone, with what they cannot tell',
  'a story from a family, told with their leave',
  'an offer: two rooms, free after four',
  'a question about the last bus',
  'a paper on waiting times',
  '',
  'what the young inspectors saw',
];

/** Most came, some sent somebody, some could not; one body met too few to decide. */
async function sayWhoCameToAll(ctx: Ctx): Promise<void> {
  const { past = [] } = (await meetingsOf(ctx)) ?? {};
  for (const [nth, { meeting, body }] of past.toReversed().entries()) {
    // nobody comes for an organisation that is no more
    const isClosed = (key: string) => key === closedTrust && meeting.on >= trustClosedOn(ctx.today);
    const present = (await seatsOf(ctx, body.key, meeting.on)).filter(
      ({ organisationKey }) => !isClosed(organisationKey),
    );
    const attendance = present.map(({ id }, place): Attendance => {
      const turn = (nth * 5 + place * 3) % 11;
      const came = turn === 3 ? 'apologies' : turn === 6 ? 'sent-somebody' : turn === 9 ? 'absent' : 'there';
      const said = came === 'there' && (nth + place) % 3 === 0 ? brought[(nth + place) % brought.length] : '';
      return { membershipId: id, came, contribution: said ?? '' };
    });
    kept(await sayWhoCame(ctx, { key: meeting.key, attendance }));
  }
}

async function handInPapers(ctx: Ctx): Promise<void> {
  const board = await meetingsOf(ctx, 'partnership-board');
  const last = board?.past[0]?.meeting;
  const next = board?.coming[0]?.meeting;
  const give = async (
    meeting: typeof last,
    paper: { title: string; lines: readonly string[]; groundKey?: string },
  ) => {
    if (!meeting) return;
    const fileName = `${paper.title.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.pdf`;
    const { title, lines, groundKey = '' } = paper;
    const publish = groundKey === '' ? 'publish' : 'exempt';
    const content = smallPdf(title, lines);
    kept(await addPaper(ctx, { meetingKey: meeting.key, title, fileName, content, publish, groundKey }));
  };
  await give(last, {
    title: 'What families said about waiting',
    lines: ['Forty families talked with us in summer.', 'Most could wait longer if somebody rang them.'],
  });
  await give(last, {
    title: 'A review of one family’s help',
    lines: ['Invented. Kept back because it is about one family.'].map((line) => line),
    groundKey: 'identity',
  });
  await give(next, {
    title: 'The plan of the year at half-way',
    lines: ['What is done, what is late, and what we ask of the board.'],
  });
}

/** What an action came to, or a loud end: an invented thing that is refused is a fault of ours. */
function kept<Value>(outcome: Outcome<Value, { reason: string }>): Value {
  if (!outcome.done) throw new Error(`an invented board was refused: ${outcome.refusal.reason}`);
  return outcome.value;
}
