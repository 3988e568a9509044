import type { Ctx } from '#platform/db/database.ts';
import { kept, type FieldError } from '#platform/forms/read-form.ts';
import {
  notFound,
  page,
  pageToMend,
  redirectTo,
  type Answer,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { dayInEngland } from '#platform/kernel/day.ts';
import { recordDisclosure } from '../../actions/disclosures/record-disclosure.ts';
import { recordSharing } from '../../domain/permissions.ts';
import type { ReachedSubject, SharingSubjects } from '../../queries/sharing-subjects.ts';
import {
  recordingAround,
  recordingChoices,
  type RecordingAround,
  type RecordingChoices,
} from '../../queries/disclosures/recording-view.ts';
import { sharingPlaces } from '../places.ts';
import { RecordForm } from './record-form.tsx';
import { RecordStart } from './record-start.tsx';
import {
  elsewhere,
  formErrors,
  readBegun,
  readRecording,
  startFields,
  type Begun,
} from './read-recording.ts';
import { recordingErrors } from './refusals.ts';

/** Writing down a share, a decision not to share, or what a law demanded. */
export function recordRoutes(subjects: SharingSubjects): readonly Route[] {
  return [
    {
      method: 'GET',
      path: sharingPlaces.record,
      policy: recordSharing,
      answer: (request) => ask(request, subjects),
    },
    {
      method: 'POST',
      path: sharingPlaces.record,
      policy: recordSharing,
      answer: (request) => keep(request, subjects),
    },
  ];
}

type Seen = { choices: RecordingChoices; reached: ReachedSubject; begun: Begun; around: RecordingAround };

async function ask(request: PageRequest, subjects: SharingSubjects): Promise<Answer> {
  const { query } = request;
  const seen = await request.look((ctx) =>
    seeing(ctx, { subjects, values: (name) => query.get(name) ?? '' }),
  );
  if ('begun' in seen) return page(formContent(request, seen, []));
  const posted = Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
  const asked = query.has('step');
  const errors = asked ? startErrors((name) => query.get(name) ?? '', seen.choices) : [];
  const content: PageContent = {
    title: 'Write down what was shared, or not',
    breadcrumbs: [{ text: 'Ledger', href: sharingPlaces.ledger }],
    body: <RecordStart choices={seen.choices} answers={{ posted, errors }} />,
  };
  return errors.length > 0 ? pageToMend(content) : page(content);
}

async function keep(request: PageRequest, subjects: SharingSubjects): Promise<Answer> {
  const { posted } = request;
  const values = (name: string): string => kept(posted, name);
  const wrong = formErrors(posted);
  const came = await request.look(async (ctx): Promise<Came> => {
    const seen = await seeing(ctx, { subjects, values });
    if (!('begun' in seen)) return undefined;
    if (wrong.length > 0) return { seen, errors: wrong };
    const { relationship } = seen.reached;
    const kept = await recordDisclosure(ctx, { words: readRecording(posted, seen.begun), relationship });
    return kept.done
      ? { number: kept.value.number, begun: seen.begun }
      : { seen, errors: recordingErrors(kept.refusal) };
  });
  if (!came) return notFound();
  if ('number' in came) return redirectTo(sharingPlaces.entry(came.number), notices[came.begun.happening]);
  return came.errors ? pageToMend(formContent(request, came.seen, came.errors)) : notFound();
}

type Came =
  | undefined
  | { seen: Seen; errors: readonly FieldError[] | undefined }
  | { number: number; begun: Begun };

const notices: Readonly<Record<Begun['happening'], string>> = {
  share: 'It is in the ledger.',
  'not-share': 'Your decision is in the ledger.',
  demand: 'It is written down. It waits to be signed off before anything is given.',
};

type Asked = { subjects: SharingSubjects; values: (name: string) => string };

async function seeing(ctx: Ctx, { subjects, values }: Asked): Promise<Seen | { choices: RecordingChoices }> {
  const choices = await recordingChoices(ctx, subjects);
  const begun = readBegun(values, choices.own?.id);
  const reached = begun && (await subjects.reach(ctx, begun.childId));
  if (!begun || !reached || begun.to === begun.from) return { choices };
  return { choices, begun, reached, around: await recordingAround(ctx, begun) };
}

/** What is missing among the first questions. */
function startErrors(values: (name: string) => string, choices: RecordingChoices): FieldError[] {
  const demand = values(startFields.happening) === 'demand';
  const from = choices.own?.id ?? values(startFields.from);
  const asked: readonly (readonly [string, string, boolean])[] = [
    [startFields.child, 'Choose the child it is about', values(startFields.child) === ''],
    [startFields.happening, 'Choose what happens', values(startFields.happening) === ''],
    [startFields.from, 'Choose the organisation that holds it now', from === ''],
    [startFields.to, 'Choose the organisation it is about', values(startFields.to) === ''],
    [startFields.to, 'Choose another organisation: nothing leaves your own', values(startFields.to) === from],
    [startFields.purpose, 'Choose what it is for', !demand && values(startFields.purpose) === ''],
  ];
  const found = asked.filter(([, , wrong]) => wrong).map(([field, message]) => ({ field, message }));
  return found.length > 0 ? found : [{ field: startFields.child, message: 'Choose the answers again' }];
}

const titles: Readonly<Record<Begun['happening'], string>> = {
  share: 'What is shared',
  'not-share': 'What is not shared',
  demand: 'What a law demands',
};

function formContent(
  request: PageRequest,
  { begun, reached, around, choices }: Seen,
  errors: readonly FieldError[],
): PageContent {
  const nameOf = (id: string | undefined) => choices.bodies.find((body) => body.id === id)?.name;
  const posted = request.posted;
  const answered = Object.keys(posted).length > 0;
  return {
    title: titles[begun.happening],
    breadcrumbs: [{ text: 'Ledger', href: sharingPlaces.ledger }],
    body: (
      <RecordForm
        title={titles[begun.happening]}
        about={reached.title}
        fromName={nameOf(begun.from) ?? ''}
        toName={nameOf(begun.to)}
        begun={begun}
        around={around}
        answers={answered ? { posted, errors } : { errors }}
        csrf={request.csrf}
        action={sharingPlaces.record}
        hidden={{
          [startFields.child]: begun.childId,
          [startFields.happening]: begun.happening,
          [startFields.from]: begun.from,
          [startFields.to]: begun.to ?? elsewhere,
          [startFields.purpose]: begun.purpose,
        }}
        back={sharingPlaces.ledger}
        today={dayInEngland(request.now)}
      />
    ),
  };
}
