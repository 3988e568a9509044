import {
  DayField,
  LineField,
  PickField,
  WordsField,
  dayPosted,
  type Answers,
} from '#platform/forms/inputs.tsx';
import { redirectTo, type PageRequest } from '#platform/http/route.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import {
  callMeeting,
  cancelMeeting,
  changeMeeting,
  moveMeeting,
} from '../../actions/meetings/call-meeting.ts';
import { meetingKinds, type Meeting } from '../../domain/meeting.ts';
import { keepBoards } from '../../domain/permissions.ts';
import { boardView } from '../../queries/boards/board-view.ts';
import { meetingView } from '../../queries/meetings/meeting-view.ts';
import {
  formContent,
  formRoutes,
  numberIn,
  said,
  seenIn,
  wrong,
  type Handled,
  type ShowForm,
} from '../boards/form-page.tsx';
import { boardPlaces } from '../boards/places.ts';
import { meetingKindWords, meetingRefusals, sayWhen, type MeetingRefusals } from './meeting-words.ts';

/** At which field a refusal stands. */
const fields: Readonly<Partial<Record<MeetingRefusals['reason'], string>>> = {
  'meeting-title-missing': 'title',
  'time-wrong': 'at',
  'length-wrong': 'minutes',
  'joining-wrong': 'joining',
  'moves-nowhere': 'on',
  'moves-into-the-past': 'on',
  'reason-missing': 'reason',
};

/** What was refused, at its field, or else at the first of the form. */
function refusedAt(refusal: MeetingRefusals, first: string): Handled {
  const refused = wrong(fields[refusal.reason] ?? first, wordsOf(meetingRefusals, refusal));
  return refusal.reason === 'changed-meanwhile' ? { ...refused, since: 'changed-meanwhile' } : refused;
}

const showChange: ShowForm = async (request, answers) => {
  const view = await request.read((ctx) => meetingView(ctx, request.params['meeting'] ?? ''));
  if (!view) return undefined;
  const { meeting } = view;
  const back = boardPlaces.meeting(meeting.key);
  return formContent({
    title: 'Change this meeting',
    lead: `${sayWhen(meeting)}. Calendars hear of every change by themselves. Another day or hour is a move, with its reason.`,
    above: [{ text: meeting.title, href: back }],
    ...{ request, answers, submit: 'Save it', back, seen: meeting.version },
    fields: <WordsFields answers={answers} before={meeting} />,
  });
};

async function change(request: PageRequest): Promise<Handled> {
  const key = request.params['meeting'] ?? '';
  const words = wordsIn(request);
  const changed = await request.write((ctx) => changeMeeting(ctx, { key, seen: seenIn(request), words }));
  if (!changed.done) return refusedAt(changed.refusal, 'title');
  return redirectTo(boardPlaces.meeting(key), 'Saved. Calendars that read it hear of it.');
}

/** What both forms of a meeting ask: its name, how long, where, and how to join. */
function wordsIn(request: PageRequest) {
  return {
    title: said(request, 'title').slice(0, 200),
    minutes: numberIn(request, 'minutes'),
    place: said(request, 'place').slice(0, 200),
    joining: said(request, 'joining').slice(0, 500),
  };
}

const showMove: ShowForm = async (request, answers) => {
  const view = await request.read((ctx) => meetingView(ctx, request.params['meeting'] ?? ''));
  if (!view) return undefined;
  const { meeting } = view;
  const back = boardPlaces.meeting(meeting.key);
  return formContent({
    title: 'Move this meeting',
    lead: `${meeting.title}, now on ${sayWhen(meeting)}. Calendars hear of it by themselves, and the old day stays to be read.`,
    above: [{ text: meeting.title, href: back }],
    ...{ request, answers, submit: 'Move it', back, seen: meeting.version },
    fields: (
      <>
        <DayField answers={answers} name="on" label="New day" before={meeting.on} />
        <LineField answers={answers} name="at" label="Begins at" short before={meeting.at} />
        <WordsField answers={answers} name="reason" label="Why it is moved" rows={2} />
      </>
    ),
  });
};

async function move(request: PageRequest): Promise<Handled> {
  const key = request.params['meeting'] ?? '';
  const on = dayPosted(request.posted, 'on');
  if (on === 'empty' || on === 'no-such-day') return wrong('on', 'Enter a day that exists, such as 1 9 2026');
  const given = { key, seen: seenIn(request), on, at: said(request, 'at'), reason: said(request, 'reason') };
  const moved = await request.write((ctx) => moveMeeting(ctx, given));
  if (!moved.done) return refusedAt(moved.refusal, 'on');
  return redirectTo(boardPlaces.meeting(key), `Moved to ${sayWhen(moved.value)}.`);
}

const showCancel: ShowForm = async (request, answers) => {
  const view = await request.read((ctx) => meetingView(ctx, request.params['meeting'] ?? ''));
  if (!view) return undefined;
  const { meeting } = view;
  const back = boardPlaces.meeting(meeting.key);
  return formContent({
    title: 'Cancel this meeting',
    lead: `${meeting.title}, ${sayWhen(meeting)}. It stays in the list and in calendars, and says why.`,
    above: [{ text: meeting.title, href: back }],
    ...{ request, answers, submit: 'Cancel the meeting', back, seen: meeting.version },
    fields: <WordsField answers={answers} name="reason" label="Why it is cancelled" rows={2} />,
  });
};

async function cancel(request: PageRequest): Promise<Handled> {
  const key = request.params['meeting'] ?? '';
  const given = { key, seen: seenIn(request), because: said(request, 'reason') };
  const cancelled = await request.write((ctx) => cancelMeeting(ctx, given));
  if (cancelled.done) return redirectTo(boardPlaces.meeting(key), 'The meeting is cancelled.');
  return refusedAt(cancelled.refusal, 'reason');
}

const showNew: ShowForm = async (request, answers) => {
  const view = await request.read((ctx) => boardView(ctx, request.params['body'] ?? ''));
  if (!view) return undefined;
  const back = boardPlaces.body(view.body.key);
  return formContent({
    title: 'Add one meeting',
    lead: view.body.name,
    above: [{ text: view.body.name, href: back }],
    ...{ request, answers, submit: 'Add it', back },
    fields: <NewFields answers={answers} />,
  });
};

function NewFields({ answers }: { answers: Answers }) {
  const options = meetingKinds.map((value) => ({ value, text: meetingKindWords[value] }));
  return (
    <>
      <LineField answers={answers} name="title" label="What it is called" />
      <PickField answers={answers} name="kind" label="What it is" options={options} before="ordinary" />
      <LineField answers={answers} name="theme" label="Its theme" hint="It may stay empty." />
      <DayField answers={answers} name="on" label="Day" />
      <LineField answers={answers} name="at" label="Begins at" hint="Such as 14:00." short />
      <WhereFields answers={answers} before={{ minutes: 120, place: '', joining: '' }} />
    </>
  );
}

function WordsFields({ answers, before }: { answers: Answers; before: Meeting }) {
  return (
    <>
      <LineField answers={answers} name="title" label="What it is called" before={before.title} />
      <WhereFields answers={answers} before={before} />
    </>
  );
}

type WhereProps = { answers: Answers; before: Pick<Meeting, 'minutes' | 'place' | 'joining'> };

function WhereFields({ answers, before }: WhereProps) {
  return (
    <>
      <LineField
        answers={answers}
        name="minutes"
        label="How many minutes"
        short
        number
        before={String(before.minutes)}
      />
      <LineField answers={answers} name="place" label="Where" before={before.place} />
      <LineField
        answers={answers}
        name="joining"
        label="An address to join from afar"
        hint="Seen by members only. It may stay empty."
        before={before.joining}
      />
    </>
  );
}

async function call(request: PageRequest): Promise<Handled> {
  const on = dayPosted(request.posted, 'on');
  if (on === 'empty' || on === 'no-such-day') return wrong('on', 'Enter a day that exists, such as 1 9 2026');
  const words = {
    kind: meetingKinds.find((one) => one === said(request, 'kind')) ?? ('ordinary' as const),
    theme: said(request, 'theme').slice(0, 200),
    element: { frameworkSlug: '', elementKey: '' },
    on,
    at: said(request, 'at'),
    ...wordsIn(request),
  };
  const called = await request.write((ctx) => callMeeting(ctx, { key: request.params['body'] ?? '', words }));
  if (!called.done) return refusedAt(called.refusal, 'on');
  return redirectTo(boardPlaces.meeting(called.value.key), 'The meeting is called.');
}

/** A meeting is added by hand, changed, moved, cancelled. */
export const changeRoutes = [
  ...formRoutes({ path: boardPlaces.newMeeting(':body'), policy: keepBoards, show: showNew, handle: call }),
  ...formRoutes({
    path: boardPlaces.change(':meeting'),
    policy: keepBoards,
    show: showChange,
    handle: change,
  }),
  ...formRoutes({ path: boardPlaces.move(':meeting'), policy: keepBoards, show: showMove, handle: move }),
  ...formRoutes({
    path: boardPlaces.cancel(':meeting'),
    policy: keepBoards,
    show: showCancel,
    handle: cancel,
  }),
];
