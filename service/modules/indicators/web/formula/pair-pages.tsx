import { z } from 'zod';
import { Button, Select } from '#packages/govuk-jsx';
import { text } from '#platform/forms/fields.ts';
import { LineField, PickField, Wrong, type Answers, type Option } from '#platform/forms/inputs.tsx';
import { readForm } from '#platform/forms/read-form.ts';
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
import { pairMeasures, type PairRefusal } from '../../actions/formula/pair-measures.ts';
import { defineMeasures } from '../../domain/permissions.ts';
import { pairedView } from '../../queries/formula/paired-view.ts';
import { measuresToChoose } from '../../queries/measures-to-choose.ts';
import { PairCard } from './pair-card.tsx';
import { pairPlaces } from './pair-places.ts';
import { formulaPlaces } from './places.ts';

/** Two measures on one card. */
export const pairRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: pairPlaces.begin,
    policy: defineMeasures,
    answer: async (request) => page(await beginPage(request, { errors: [] })),
  },
  { method: 'POST', path: pairPlaces.begin, policy: defineMeasures, answer: begin },
  { method: 'GET', path: pairPlaces.path, policy: 'everyone', answer: show },
];

const form = z.object({
  title: text('what they say together', 120),
  howMany: text('the first measure', 400),
  howLong: text('the second measure', 400),
  words: text('what has to be true of both', 240),
});

const pairWords: WordsFor<PairRefusal> = {
  'not-allowed': () => 'You may not do this',
  'title-without-letters': () => 'Give it a name with letters in it',
  'title-taken': ({ title }) => `“${title}” stands on a card already`,
  'half-missing': () => 'Choose a measure of the list',
  'same-measure': () => 'Choose another measure: these two are the same',
};

async function begin(request: PageRequest): Promise<Answer> {
  const read = readForm(form, request.posted);
  const again = async (errors: Answers['errors']) =>
    pageToMend(await beginPage(request, { posted: request.posted, errors }));
  if (!read.done) return again(read.refusal.errors);
  const paired = await request.write((ctx) => pairMeasures(ctx, read.value));
  if (paired.done) return redirectTo(pairPlaces.one(paired.value.code), 'They stand on one card now.');
  const { refusal } = paired;
  if (refusal.reason === 'not-allowed') return notFound();
  return again([{ field: fieldOf(refusal), message: wordsOf(pairWords, refusal) }]);
}

function fieldOf(refusal: PairRefusal): string {
  if (refusal.reason === 'half-missing') return refusal.half;
  return refusal.reason === 'same-measure' ? 'howLong' : 'title';
}

async function show(request: PageRequest): Promise<Answer> {
  const { code = '' } = request.params;
  const view = await request.read((ctx) =>
    pairedView(ctx, { code, areaCode: request.query.get('area') || undefined }),
  );
  if (!view) return notFound();
  const { pair, howMany } = view;
  return page({
    title: pair.title,
    breadcrumbs: [{ text: 'Worked out from others', href: formulaPlaces.all }],
    body: (
      <>
        <h1>{pair.title}</h1>
        <PairCard view={view} />
        <form method="get" action={pairPlaces.one(pair.code)} class="filters">
          <Select
            name="area"
            label={{ text: 'Area' }}
            value={howMany.place.code}
            items={howMany.places.map(({ code: value, name }) => ({ value, text: name }))}
          />
          <Button text="Show" />
        </form>
      </>
    ),
  });
}

async function beginPage(request: PageRequest, answers: Answers): Promise<PageContent> {
  const groups = await request.read((ctx) => measuresToChoose(ctx, []));
  const measures = groups.flatMap((group) => group.measures).filter(({ hasFigures }) => hasFigures);
  const options = [
    { value: '', text: 'Choose a measure' },
    ...measures.map(({ id, title, publication }) => ({ value: id, text: `${title} (${publication})` })),
  ];
  return {
    title: 'Put two measures together',
    breadcrumbs: [{ text: 'Worked out from others', href: formulaPlaces.all }],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>Put two measures together</h1>
        <p class="lead">
          Some promises need two numbers: how many children are in a permanent home, and how long it took.
          They stand side by side and are never made into one.
        </p>
        <PairForm request={request} answers={answers} options={options} />
      </>
    ),
  };
}

type FormProps = { request: PageRequest; answers: Answers; options: readonly Option[] };

function PairForm({ request, answers, options }: FormProps) {
  return (
    <form method="post" action={pairPlaces.begin} noValidate class="edit">
      <CsrfField csrf={request.csrf} />
      <LineField
        answers={answers}
        name="title"
        label="What do they say together?"
        hint="Permanent homes, and in time."
      />
      <PickField answers={answers} name="howMany" label="How many" options={options} />
      <PickField answers={answers} name="howLong" label="How long, or how soon" options={options} />
      <LineField
        answers={answers}
        name="words"
        label="What has to be true of both?"
        hint="More children find a permanent home, and none of them waits longer for it."
      />
      <div class="actions">
        <Button text="Put them on one card" preventDoubleClick />
        <a href={formulaPlaces.all}>Leave it</a>
      </div>
    </form>
  );
}
