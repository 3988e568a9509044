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
import { callMeeting, cancelMeeting, moveMeeting } from '../../actions/meetings/call-meeting.ts';
import { meetingKinds } from '../../domain/meeting.ts';
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

function refusedAt(refusal: MeetingRefusals): Handled {
  return wrong(fields[refusal.reason] ?? 'on', wordsOf(meetingRefusals, refusal));
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
  if (!moved.done) return refusedAt(moved.refusal);
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
  return wrong('reason', wordsOf(meetingRefusals, cancelled.refusal));
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
      <LineField answers={answers} name="minutes" label="How many minutes" short number before="120" />
      <LineField answers={answers} name="place" label="Where" />
      <LineField
        answers={answers}
        name="joining"
        label="An address to join from afar"
        hint="Seen by members only. It may stay empty."
      />
    </>
  );
}

async function call(request: PageRequest): Promise<Handled> {
  const on = dayPosted(request.posted, 'on');
  if (on === 'empty' || on === 'no-such-day') return wrong('on', 'Enter a day that exists, such as 1 9 2026');
  const words = {
    kind: meetingKinds.find((one) => one === said(request, 'kind')) ?? ('ordinary' as const),
    title: said(request, 'title').slice(0, 200),
    theme: said(request, 'theme').slice(0, 200),
    element: { frameworkSlug: '', elementKey: '' },
    on,
    at: said(request, 'at'),
    minutes: numberIn(request, 'minutes'),
    place: said(request, 'place').slice(0, 200),
    joining: said(request, 'joining').slice(0, 500),
  };
  const called = await request.write((ctx) => callMeeting(ctx, { key: request.params['body'] ?? '', words }));
  if (!called.done) return refusedAt(called.refusal);
  return redirectTo(boardPlaces.meeting(called.value.key), 'The meeting is called.');
}

/** A meeting is added by hand, moved, cancelled. */
export const changeRoutes = [
  ...formRoutes({ path: boardPlaces.newMeeting(':body'), policy: keepBoards, show: showNew, handle: call }),
  ...formRoutes({ path: boardPlaces.move(':meeting'), policy: keepBoards, show: showMove, handle: move }),
  ...formRoutes({
    path: boardPlaces.cancel(':meeting'),
    policy: keepBoards,
    show: showCancel,
    handle: cancel,
  }),
];
