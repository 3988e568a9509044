import { z } from 'zod';
import { Button, ErrorSummary } from '#packages/govuk-jsx';
import { choice, optionalText, text } from '#platform/forms/fields.ts';
import { ChoiceField, LineField, type Answers } from '#platform/forms/inputs.tsx';
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
import { wordsOf } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { addSource, type AddSourceRefusal } from '../../actions/fetching/keep-sources.ts';
import { comesInWays, fetchKinds, fetchRhythms } from '../../domain/fetching/fetch-source.ts';
import { usualAreaType } from '../../domain/fetching/identifiers.ts';
import { bringInFigures } from '../../domain/permissions.ts';
import { importPlaces } from '../bringing-in/places.ts';
import { addWords, comesInWords, kindWords, rhythmWords } from './fetching-words.ts';
import { fetchingPlaces } from './places.ts';

/** Something more is set to be fetched. */
export const addSourceRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: fetchingPlaces.add,
    policy: bringInFigures,
    answer: async (request) => page(addPage(request, { errors: [] })),
  },
  { method: 'POST', path: fetchingPlaces.add, policy: bringInFigures, answer: add },
];

const form = z.object({
  kind: choice('what it is', fetchKinds),
  identifier: text('its number or name', 400),
  title: text('what it is called', 120),
  areaType: optionalText(5),
  keptAs: optionalText(104),
  rhythm: choice('how often it is asked for', fetchRhythms),
  comesIn: choice('what becomes of it', comesInWays),
});

async function add(request: PageRequest): Promise<Answer> {
  const again = (errors: readonly FieldError[]) =>
    pageToMend(addPage(request, { posted: request.posted, errors }));
  const read = readForm(form, request.posted);
  if (!read.done) return again(read.refusal.errors);
  const added = await request.write((ctx) => addSource(ctx, read.value));
  if (added.done)
    return redirectTo(
      fetchingPlaces.one(added.value),
      'Set. It is fetched at the next round; or fetch it now.',
    );
  const { refusal } = added;
  if (refusal.reason === 'not-allowed') return notFound();
  return again([{ field: fieldOf[refusal.reason], message: wordsOf(addWords, refusal) }]);
}

const fieldOf: { readonly [Reason in Exclude<AddSourceRefusal['reason'], 'not-allowed'>]: string } = {
  'not-an-identifier': 'identifier',
  'not-an-area-type': 'areaType',
  'not-a-file-name': 'keptAs',
  'set-already': 'identifier',
};

function addPage(request: PageRequest, answers: Answers): PageContent {
  return {
    title: 'Fetch something more',
    breadcrumbs: [
      { text: 'Your work', href: '/work' },
      { text: 'Published figures', href: importPlaces.all },
      { text: 'Fetched from publishers', href: fetchingPlaces.all },
    ],
    body: (
      <>
        {answers.errors.length > 0 ? (
          <ErrorSummary
            titleText="There is something to put right"
            errorList={answers.errors.map(({ field, message }) => ({ href: `#${field}`, text: message }))}
          />
        ) : null}
        <h1>Fetch something more</h1>
        <AddForm request={request} answers={answers} />
      </>
    ),
  };
}

function AddForm({ request, answers }: { request: PageRequest; answers: Answers }) {
  return (
    <form method="post" action={fetchingPlaces.add} noValidate class="edit">
      <CsrfField csrf={request.csrf} />
      <ChoiceField
        answers={answers}
        name="kind"
        label="What is to be fetched?"
        options={fetchKinds.map((kind) => ({
          value: kind,
          text: kindWords[kind].name,
          hint: kindWords[kind].where,
        }))}
      />
      <LineField answers={answers} name="identifier" label="Its number or its name there" />
      <LineField
        answers={answers}
        name="title"
        label="What shall it be called here?"
        hint="For you and your colleagues: Admissions after injuries."
      />
      <HowOften answers={answers} />
      <Seldom answers={answers} />
      <div class="actions">
        <Button text="Set it" preventDoubleClick />
        <a href={fetchingPlaces.all}>Leave it</a>
      </div>
    </form>
  );
}

function HowOften({ answers }: { answers: Answers }) {
  return (
    <>
      <ChoiceField
        answers={answers}
        name="rhythm"
        label="How often is it asked for?"
        hint="Most figures come once a year. Asking costs little: where nothing is new, nothing is sent."
        before="weekly"
        small
        options={fetchRhythms.map((rhythm) => ({ value: rhythm, text: rhythmWords[rhythm] }))}
      />
      <ChoiceField
        answers={answers}
        name="comesIn"
        label="What becomes of what is new?"
        before="waits"
        options={comesInWays.map((way) => ({
          value: way,
          text: comesInWords[way].name,
          hint: comesInWords[way].hint,
        }))}
      />
    </>
  );
}

/** What most people leave as it is. */
function Seldom({ answers }: { answers: Answers }) {
  return (
    <>
      <LineField
        answers={answers}
        name="areaType"
        label="Kind of area, of Fingertips only"
        hint={`Leave ${usualAreaType} for counties and unitary authorities as they stand since April 2023; 6 is for regions.`}
        before={usualAreaType}
        short
      />
      <LineField
        answers={answers}
        name="keptAs"
        label="File name, of a data set only (optional)"
        hint="Where you handed in the same table before, give its file’s name, so that the new figures go on with the same measures."
      />
    </>
  );
}
