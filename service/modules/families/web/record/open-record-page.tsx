import { z } from 'zod';
import { Button } from '#packages/govuk-jsx';
import { choice, optionalText, text } from '#platform/forms/fields.ts';
import {
  ChoiceField,
  DayField,
  LineField,
  WordsField,
  Wrong,
  readDay,
  type Answers,
} from '#platform/forms/inputs.tsx';
import { readForm, type FieldError } from '#platform/forms/read-form.ts';
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
import { wordsOf, type WordsFor } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { openRecord, type OpenRecordRefusal } from '../../actions/record/open-record.ts';
import { askBeyond } from '../../domain/permissions.ts';
import { familyPlaces } from '../places.ts';

/** A record is opened by whoever will lead, and for a reason. */
export const openRecordRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: familyPlaces.open,
    policy: askBeyond,
    answer: async (request) => page(openPage(request, { errors: [] })),
  },
  { method: 'POST', path: familyPlaces.open, policy: askBeyond, answer: open },
];

const form = z.object({
  givenNames: text('their first names', 200),
  familyName: text('their family name', 200),
  knownAs: optionalText(200),
  level: choice('how the record is kept', ['normal', 'protected', 'closed']),
  because: text('why the record is opened', 1000),
});

const words: WordsFor<OpenRecordRefusal> = {
  'not-allowed': () => '',
  'name-missing': () => 'Enter their names',
  'because-missing': () => 'Say why the record is opened',
  'day-missing': () => 'Enter the day they were born, or the day they are due',
};

const fields: Readonly<Record<OpenRecordRefusal['reason'], string>> = {
  'not-allowed': '',
  'name-missing': 'givenNames',
  'because-missing': 'because',
  'day-missing': 'bornOn',
};

async function open(request: PageRequest): Promise<Answer> {
  const { actor, posted } = request;
  const again = (errors: readonly FieldError[]) => pageToMend(openPage(request, { posted, errors }));
  if (actor.kind !== 'person') return notFound();
  const { organisationId, personId: leadPersonId } = actor;
  if (organisationId === undefined)
    return again([
      { field: 'givenNames', message: 'Nobody knows from which body you come: ask your administrator' },
    ]);
  const read = readForm(form, posted);
  const born = readDay(posted, 'bornOn', 'The day they were born');
  const due = readDay(posted, 'dueOn', 'The day they are due');
  if (!read.done || !born.done || !due.done)
    return again([read, born, due].flatMap((one) => (one.done ? [] : one.refusal.errors)));
  const { knownAs = '', ...rest } = read.value;
  const opened = await request.write((ctx) =>
    openRecord(ctx, {
      ...rest,
      knownAs,
      bornOn: born.value,
      dueOn: due.value,
      ownerOrganisationId: organisationId,
      settingOrganisationId: undefined,
      settingIsSafe: false,
      leadPersonId,
    }),
  );
  if (opened.done) return redirectTo(familyPlaces.one(opened.value), 'The record is open, and you lead.');
  const message = wordsOf(words, opened.refusal);
  return message === '' ? notFound() : again([{ field: fields[opened.refusal.reason], message }]);
}

function openPage(request: PageRequest, answers: Answers): PageContent {
  return {
    title: 'Open a record',
    breadcrumbs: [{ text: 'Children you help', href: familyPlaces.all }],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>Open a record</h1>
        <p class="lead">
          Only where a family wants help, or somebody is worried. Ask first whether somebody helps already.
          You will lead, and your body answers for the record.
        </p>
        <form method="post" action={familyPlaces.open} noValidate class="edit">
          <CsrfField csrf={request.csrf} />
          <LineField answers={answers} name="givenNames" label="First names" />
          <LineField answers={answers} name="familyName" label="Family name" />
          <LineField
            answers={answers}
            name="knownAs"
            label="What are they called?"
            hint="If that is another name."
          />
          <DayField answers={answers} name="bornOn" label="When were they born?" />
          <DayField answers={answers} name="dueOn" label="Or when are they due?" />
          <HowKept answers={answers} />
          <WordsField
            answers={answers}
            name="because"
            label="Why is it opened?"
            hint="There is no list of all children: each record has a reason."
            rows={3}
          />
          <Button text="Open it" preventDoubleClick />
        </form>
      </>
    ),
  };
}

function HowKept({ answers }: { answers: Answers }) {
  return (
    <ChoiceField
      answers={answers}
      name="level"
      label="How is the record kept?"
      options={[
        { value: 'normal', text: 'As usual' },
        {
          value: 'protected',
          text: 'With more care',
          hint: 'It can be opened in an emergency only, and everybody concerned is told.',
        },
        {
          value: 'closed',
          text: 'Closed',
          hint: 'A colleague’s family, an adoption, a witness: nobody but those on its list knows that it is here.',
        },
      ]}
      before="normal"
    />
  );
}
