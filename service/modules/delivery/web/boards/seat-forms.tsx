import {
  DayField,
  LineField,
  PickField,
  TicksField,
  dayPosted,
  type Answers,
} from '#platform/forms/inputs.tsx';
import { redirectTo, type PageRequest } from '#platform/http/route.ts';
import { dayInEngland, type Day } from '#platform/kernel/day.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { addSeat, endSeat } from '../../actions/boards/keep-seats.ts';
import { parts } from '../../domain/body.ts';
import type { SeatWords } from '../../domain/boards/new-body.ts';
import { keepBoards } from '../../domain/permissions.ts';
import { boardView } from '../../queries/boards/board-view.ts';
import { boardRefusals, partWords, type BoardRefusal } from './board-words.ts';
import { formContent, formRoutes, said, wrong, type Handled, type ShowForm } from './form-page.tsx';
import { seatChoices, type SeatChoices } from '../../queries/boards/seat-choices.ts';
import { boardPlaces } from './places.ts';

function SeatFields({ answers, choices }: { answers: Answers; choices: SeatChoices }) {
  return (
    <>
      <LineField answers={answers} name="name" label="Who takes the seat" />
      <PickField
        answers={answers}
        name="person"
        label="Do they sign in here?"
        hint="Then we tell you when they are no longer with us."
        options={[{ value: '', text: 'No' }, ...choices.people]}
      />
      <PickField
        answers={answers}
        name="organisation"
        label="For which organisation"
        options={[{ value: '', text: 'For nobody but themselves' }, ...choices.organisations]}
      />
      <PickField
        answers={answers}
        name="part"
        label="As what"
        options={parts.map((value) => ({ value, text: partWords[value] }))}
        before="member"
      />
      <TicksField
        answers={answers}
        name="votes"
        label="A vote"
        options={[{ value: 'yes', text: 'They vote' }]}
        before={['yes']}
      />
      <LineField
        answers={answers}
        name="email"
        label="Where letters to them go"
        hint="It may stay empty. Only whoever keeps the boards sees it."
      />
    </>
  );
}

function seatFrom(request: PageRequest, from: Day): SeatWords {
  return {
    personId: idFrom<'person'>(said(request, 'person')),
    name: said(request, 'name').slice(0, 200),
    organisationKey: said(request, 'organisation').slice(0, 100),
    part: parts.find((one) => one === said(request, 'part')) ?? 'member',
    votes: request.posted['votes']?.includes('yes') ?? false,
    email: said(request, 'email').slice(0, 200),
    from,
  };
}

const fields: Readonly<Partial<Record<BoardRefusal['reason'], string>>> = {
  'seat-address-wrong': 'email',
  'seat-person-missing': 'person',
  'seat-before-the-body': 'on',
  'seat-already-ended': 'on',
  'seat-ends-before-it-began': 'on',
};

function refusedAt(refusal: BoardRefusal): Handled {
  return wrong(fields[refusal.reason] ?? 'name', wordsOf(boardRefusals, refusal));
}

const showNew: ShowForm = async (request, answers) => {
  const view = await request.read((ctx) => boardView(ctx, request.params['body'] ?? ''));
  if (!view) return undefined;
  const back = boardPlaces.body(view.body.key);
  const choices = await request.read(seatChoices);
  return formContent({
    title: 'Somebody takes a seat',
    lead: view.body.name,
    above: [{ text: view.body.name, href: back }],
    ...{ request, answers, submit: 'Give them the seat', back },
    fields: (
      <>
        <SeatFields answers={answers} choices={choices} />
        <DayField answers={answers} name="on" label="From when" before={dayInEngland(request.now)} />
      </>
    ),
  });
};

async function add(request: PageRequest): Promise<Handled> {
  const key = request.params['body'] ?? '';
  const on = dayPosted(request.posted, 'on');
  if (on === 'empty' || on === 'no-such-day') return wrong('on', 'Enter a day that exists, such as 1 9 2026');
  const added = await request.write((ctx) => addSeat(ctx, { key, words: seatFrom(request, on) }));
  return added.done ? redirectTo(boardPlaces.body(key), 'They have the seat.') : refusedAt(added.refusal);
}

const showLeft: ShowForm = async (request, answers) => {
  const view = await request.read((ctx) => boardView(ctx, request.params['body'] ?? ''));
  const seat = view?.seats.find(({ id }) => id === request.params['seat']);
  if (!view || !seat) return undefined;
  const back = boardPlaces.body(view.body.key);
  const choices = await request.read(seatChoices);
  return formContent({
    title: 'Somebody left',
    lead: `${seat.name ?? seat.organisation}, ${partWords[seat.part].toLowerCase()} of ${view.body.name}. The meetings that they came to keep their name.`,
    above: [{ text: view.body.name, href: back }],
    ...{ request, answers, submit: 'End the seat', back },
    fields: (
      <>
        <DayField
          answers={answers}
          name="on"
          label="The first day without them"
          before={dayInEngland(request.now)}
        />
        <h2>Who follows them</h2>
        <p class="quiet">Leave the name empty where nobody is known yet.</p>
        <SeatFields answers={answers} choices={choices} />
      </>
    ),
  });
};

async function left(request: PageRequest): Promise<Handled> {
  const key = request.params['body'] ?? '';
  const seatId = idFrom<'membership'>(request.params['seat'] ?? '');
  const on = dayPosted(request.posted, 'on');
  if (on === 'empty' || on === 'no-such-day') return wrong('on', 'Enter a day that exists, such as 1 9 2026');
  if (!seatId) return refusedAt({ reason: 'seat-missing' });
  const next = said(request, 'name') === '' ? undefined : seatFrom(request, on);
  const ended = await request.write((ctx) => endSeat(ctx, { key, seatId, on, next }));
  return ended.done ? redirectTo(boardPlaces.body(key), 'Written down.') : refusedAt(ended.refusal);
}

/** A seat is taken, and ended with who follows. */
export const seatForms = [
  ...formRoutes({ path: boardPlaces.newSeat(':body'), policy: keepBoards, show: showNew, handle: add }),
  ...formRoutes({
    path: boardPlaces.seat(':body', ':seat'),
    policy: keepBoards,
    show: showLeft,
    handle: left,
  }),
];
