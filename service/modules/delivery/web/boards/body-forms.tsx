import {
  DayField,
  LineField,
  PickField,
  WordsField,
  dayPosted,
  type Answers,
} from '#platform/forms/inputs.tsx';
import { redirectTo, type PageRequest } from '#platform/http/route.ts';
import { dayInEngland, type Day } from '#platform/kernel/day.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { changeBody, endBody, setUpBody } from '../../actions/boards/keep-body.ts';
import { bodyKinds, type Body } from '../../domain/body.ts';
import type { BodyWords } from '../../domain/boards/new-body.ts';
import { keepBoards } from '../../domain/permissions.ts';
import { boardsList, boardView } from '../../queries/boards/board-view.ts';
import { boardRefusals, kindWords, type BoardRefusal } from './board-words.ts';
import {
  formContent,
  formRoutes,
  numberIn,
  said,
  seenIn,
  wrong,
  type Handled,
  type ShowForm,
} from './form-page.tsx';
import { boardPlaces } from './places.ts';

const noSuchDay = 'Enter a day that exists, such as 1 9 2026';

const fields: Readonly<Partial<Record<BoardRefusal['reason'], string>>> = {
  'purpose-missing': 'purpose',
  'quorum-never-met': 'organisations',
  'ends-before-it-began': 'on',
  'already-ended': 'on',
  'follower-wrong': 'followedBy',
};

function refusedAt(refusal: BoardRefusal): Handled {
  return wrong(fields[refusal.reason] ?? 'name', wordsOf(boardRefusals, refusal));
}

type FieldsProps = { answers: Answers; bodies: readonly Body[]; today: Day; before?: Body | undefined };

function BodyFields({ answers, bodies, today, before }: FieldsProps) {
  const kinds = bodyKinds.map((value) => ({ value, text: kindWords[value] }));
  const others = bodies.filter(({ id }) => id !== before?.id);
  return (
    <>
      <LineField answers={answers} name="name" label="Its name" before={before?.name} />
      <PickField
        answers={answers}
        name="kind"
        label="What it is among"
        options={kinds}
        before={before?.kind ?? 'group'}
      />
      <LineField
        answers={answers}
        name="lifeStage"
        label="For which stage of life"
        hint="Such as 5 to 13. Empty where it is for all."
        before={before?.lifeStage}
      />
      <WordsField answers={answers} name="purpose" label="What it is for" rows={3} before={before?.purpose} />
      <PickField
        answers={answers}
        name="partOf"
        label="Part of"
        options={[
          { value: '', text: 'Nothing else' },
          ...others.map(({ id, name }) => ({ value: id, text: name })),
        ]}
        before={before?.partOf ?? ''}
      />
      <DayField answers={answers} name="from" label="Since when" before={before?.from ?? today} />
      <Quorum answers={answers} before={before} />
    </>
  );
}

function Quorum({ answers, before }: Pick<FieldsProps, 'answers' | 'before'>) {
  return (
    <>
      <LineField
        answers={answers}
        name="people"
        label="How many who vote must be there before it can decide"
        short
        number
        before={String(before?.quorum.people ?? 3)}
      />
      <LineField
        answers={answers}
        name="organisations"
        label="From how many organisations"
        short
        number
        before={String(before?.quorum.organisations ?? 2)}
      />
    </>
  );
}

async function wordsFrom(request: PageRequest): Promise<BodyWords | Handled> {
  const from = dayPosted(request.posted, 'from');
  if (from === 'empty' || from === 'no-such-day') return wrong('from', noSuchDay);
  const quorum = { people: numberIn(request, 'people'), organisations: numberIn(request, 'organisations') };
  if (Number.isNaN(quorum.people)) return wrong('people', 'Enter a whole number');
  if (Number.isNaN(quorum.organisations)) return wrong('organisations', 'Enter a whole number');
  const { standing } = await request.read(boardsList);
  return {
    name: said(request, 'name').slice(0, 200),
    kind: bodyKinds.find((one) => one === said(request, 'kind')) ?? 'group',
    lifeStage: said(request, 'lifeStage').slice(0, 80),
    purpose: said(request, 'purpose').slice(0, 1000),
    partOf: standing.find(({ id }) => id === said(request, 'partOf'))?.id,
    from,
    quorum,
  };
}

const showNew: ShowForm = async (request, answers) => {
  const { standing } = await request.read(boardsList);
  return formContent({
    title: 'Set up a body',
    above: [{ text: 'Boards and groups', href: boardPlaces.all }],
    ...{ request, answers, submit: 'Set it up', back: boardPlaces.all },
    fields: <BodyFields answers={answers} bodies={standing} today={dayInEngland(request.now)} />,
  });
};

async function setUp(request: PageRequest): Promise<Handled> {
  const words = await wordsFrom(request);
  if (!('purpose' in words)) return words;
  const made = await request.write((ctx) => setUpBody(ctx, words));
  if (!made.done) return refusedAt(made.refusal);
  return redirectTo(boardPlaces.body(made.value.key), 'It is set up. Say now who sits there.');
}

const showEdit: ShowForm = async (request, answers) => {
  const view = await request.read((ctx) => boardView(ctx, request.params['body'] ?? ''));
  if (!view) return undefined;
  const { standing } = await request.read(boardsList);
  const back = boardPlaces.body(view.body.key);
  return formContent({
    title: 'Change a body',
    lead: view.body.name,
    above: [{ text: view.body.name, href: back }],
    ...{ request, answers, submit: 'Save it', back, seen: view.body.version },
    fields: (
      <BodyFields answers={answers} bodies={standing} today={dayInEngland(request.now)} before={view.body} />
    ),
  });
};

async function change(request: PageRequest): Promise<Handled> {
  const key = request.params['body'] ?? '';
  const words = await wordsFrom(request);
  if (!('purpose' in words)) return words;
  const changed = await request.write((ctx) => changeBody(ctx, { key, seen: seenIn(request), words }));
  return changed.done ? redirectTo(boardPlaces.body(key), 'Saved.') : refusedAt(changed.refusal);
}

const showEnd: ShowForm = async (request, answers) => {
  const view = await request.read((ctx) => boardView(ctx, request.params['body'] ?? ''));
  if (!view) return undefined;
  const { standing } = await request.read(boardsList);
  const others = standing.filter(({ id, until }) => id !== view.body.id && until === undefined);
  const back = boardPlaces.body(view.body.key);
  return formContent({
    title: 'End a body',
    lead: `${view.body.name}. What it decided stays its own, and its page stays to be read.`,
    above: [{ text: view.body.name, href: back }],
    ...{ request, answers, submit: 'End it', back, seen: view.body.version },
    fields: (
      <>
        <DayField
          answers={answers}
          name="on"
          label="The first day on which it is no more"
          before={dayInEngland(request.now)}
        />
        <PickField
          answers={answers}
          name="followedBy"
          label="What follows it"
          options={[
            { value: '', text: 'Nothing' },
            ...others.map(({ key, name }) => ({ value: key, text: name })),
          ]}
        />
      </>
    ),
  });
};

async function end(request: PageRequest): Promise<Handled> {
  const key = request.params['body'] ?? '';
  const on = dayPosted(request.posted, 'on');
  if (on === 'empty' || on === 'no-such-day') return wrong('on', noSuchDay);
  const followedBy = said(request, 'followedBy') || undefined;
  const ended = await request.write((ctx) => endBody(ctx, { key, seen: seenIn(request), on, followedBy }));
  return ended.done
    ? redirectTo(boardPlaces.body(key), 'Its end is written down.')
    : refusedAt(ended.refusal);
}

/** A body is set up, changed, ended. */
export const bodyForms = [
  ...formRoutes({ path: boardPlaces.newBody, policy: keepBoards, show: showNew, handle: setUp }),
  ...formRoutes({ path: boardPlaces.edit(':body'), policy: keepBoards, show: showEdit, handle: change }),
  ...formRoutes({ path: boardPlaces.end(':body'), policy: keepBoards, show: showEnd, handle: end }),
];
