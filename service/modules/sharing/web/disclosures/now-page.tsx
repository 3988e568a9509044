import { Button } from '#packages/govuk-jsx';
import { LineField, WordsField, Wrong, type Answers } from '#platform/forms/inputs.tsx';
import { kept, type FieldError } from '#platform/forms/read-form.ts';
import {
  notFound,
  page,
  pageToMend,
  redirectTo,
  type Answer,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { shareNow } from '../../actions/disclosures/share-now.ts';
import { recordSharing } from '../../domain/permissions.ts';
import type { SharingSubjects } from '../../queries/sharing-subjects.ts';
import { recordingChoices, type RecordingChoices } from '../../queries/disclosures/recording-view.ts';
import { sharingPlaces } from '../places.ts';
import { BodyFields, ChildField } from './between-fields.tsx';
import { startFields } from './read-recording.ts';
import { sharingNowErrors } from './refusals.ts';

/** An emergency: share first. */
export function nowRoutes(subjects: SharingSubjects): readonly Route[] {
  return [
    {
      method: 'GET',
      path: sharingPlaces.now,
      policy: recordSharing,
      answer: async (request) => {
        const choices = await request.look((ctx) => recordingChoices(ctx, subjects));
        const child = request.query.get(startFields.child);
        const posted = child === null ? {} : { posted: { [startFields.child]: [child] } };
        return page(contentOf(request, choices, { ...posted, errors: [] }));
      },
    },
    {
      method: 'POST',
      path: sharingPlaces.now,
      policy: recordSharing,
      answer: (request) => share(request, subjects),
    },
  ];
}

const most = 4000;

async function share(request: PageRequest, subjects: SharingSubjects): Promise<Answer> {
  const { posted } = request;
  const line = (name: string): string => kept(posted, name).replaceAll('\r\n', '\n').slice(0, most);
  const came = await request.look(async (ctx) => {
    const choices = await recordingChoices(ctx, subjects);
    const childId = idFrom<'child'>(line(startFields.child));
    const reached = childId && (await subjects.reach(ctx, childId));
    const from = idFrom<'organisation'>(choices.own?.id ?? line(startFields.from));
    const to = line(startFields.to);
    const body = choices.bodies.find(({ id }) => id === to)?.name ?? line('to-body');
    const errors = [
      ...(reached ? [] : [{ field: startFields.child, message: 'Choose the child it is about' }]),
      ...(from ? [] : [{ field: startFields.from, message: 'Choose the organisation that holds it now' }]),
    ];
    if (!reached || !from) return { choices, errors };
    const shared = await shareNow(ctx, {
      subject: { kind: 'child', id: reached.id },
      from,
      to: { organisationId: idFrom<'organisation'>(to), body, person: line('to-person') },
      what: line('what'),
      relationship: reached.relationship,
    });
    return shared.done
      ? { number: shared.value.number }
      : { choices, errors: sharingNowErrors(shared.refusal) };
  });
  if ('number' in came && came.number !== undefined)
    return redirectTo(
      sharingPlaces.entry(came.number),
      'Written down that you shared it. Ring them now if you have not. The record is due within a day.',
    );
  if (!('choices' in came) || came.choices === undefined || !came.errors) return notFound();
  return pageToMend(contentOf(request, came.choices, { posted, errors: came.errors }));
}

function contentOf(
  request: PageRequest,
  choices: RecordingChoices,
  answers: Answers & { errors: readonly FieldError[] },
) {
  return {
    title: 'Share now',
    breadcrumbs: [{ text: 'Ledger', href: sharingPlaces.ledger }],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>Share now</h1>
        <p class="lead">In danger now? Call 999 first. Then two lines here; the rest can wait a day.</p>
        <NowForm choices={choices} answers={answers} csrf={request.csrf} />
      </>
    ),
  };
}

function NowForm({ choices, answers, csrf }: { choices: RecordingChoices; answers: Answers; csrf: string }) {
  return (
    <form method="post" action={sharingPlaces.now} noValidate class="edit">
      <CsrfField csrf={csrf} />
      <ChildField choices={choices} answers={answers} label="Which child?" />
      <BodyFields choices={choices} answers={answers} label="Whom do you tell?" />
      <LineField
        answers={answers}
        name="to-body"
        label="If they are not on the list, who are they?"
        hint="The ambulance service, the police of another county."
      />
      <LineField answers={answers} name="to-person" label="The person there, or their job" />
      <WordsField
        answers={answers}
        name="what"
        label="What do you tell them?"
        hint="In a line. No more than keeps somebody safe."
        rows={3}
      />
      <div class="actions">
        <Button text="I share this now" preventDoubleClick classes="share-now-button" />
        <a href={sharingPlaces.ledger}>Back to the ledger</a>
      </div>
    </form>
  );
}
