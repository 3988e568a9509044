import { z } from 'zod';
import { Button } from '#packages/govuk-jsx';
import { choice, optionalText, text, version } from '#platform/forms/fields.ts';
import { ChoiceField, LineField, PickField, type Answers } from '#platform/forms/inputs.tsx';
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
import {
  describeOwnMeasure,
  redescribeOwnMeasure,
  type DescribeRefusal,
  type OwnMeasureWords,
  type RedescribeRefusal,
} from '../../actions/own/describe-own-measure.ts';
import {
  ownKinds,
  ownOrigins,
  ownRhythms,
  polarities,
  type OwnMeasure,
} from '../../domain/own/own-measure.ts';
import { keepOwnMeasures } from '../../domain/permissions.ts';
import { partnersView } from '../../queries/own/own-measure-view.ts';
import { ownPage } from './own-around.tsx';
import { describeWords, kindWords, originWords, rhythmWords } from './own-words.ts';
import { ownPlaces } from './places.ts';

const changePath = `${ownPlaces.all}/:code/change`;

/** A measure of our own is described, and what is said of it changed. */
export const describeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: ownPlaces.begin,
    policy: keepOwnMeasures,
    answer: async (request) => page(beginPage(request, { errors: [] })),
  },
  { method: 'POST', path: ownPlaces.begin, policy: keepOwnMeasures, answer: begin },
  {
    method: 'GET',
    path: changePath,
    policy: keepOwnMeasures,
    answer: async (request) => {
      const own = await ownOf(request);
      return own ? page(changePage(request, { own }, { errors: [] })) : notFound();
    },
  },
  { method: 'POST', path: changePath, policy: keepOwnMeasures, answer: change },
];

const form = z.object({
  title: text('what it is called', 120),
  counts: text('who or what is counted', 200),
  outOf: optionalText(200),
  kind: choice('what its number is', ownKinds),
  times: choice('for every how many', ['1000', '10000', '100000']),
  polarity: choice('which way is better', polarities),
  rhythm: choice('how often it comes', ownRhythms),
  origin: choice('where the numbers come from', ownOrigins),
  source: text('the record or survey', 200),
  owner: text('who keeps it', 120),
});

/** Reads what was written; a share and a rate need to say of whom they are. */
function wordsIn(request: PageRequest): { words: OwnMeasureWords } | { errors: readonly FieldError[] } {
  const read = readForm(form, request.posted);
  if (!read.done) return { errors: read.refusal.errors };
  const { outOf = '', times, kind, ...rest } = read.value;
  if (kind !== 'count' && outOf === '')
    return { errors: [{ field: 'outOf', message: 'Say of whom it is a share, or for whom the rate is' }] };
  const per = { proportion: 100, rate: Number(times), count: 1 }[kind];
  return { words: { ...rest, kind, outOf: kind === 'count' ? '' : outOf, times: per } };
}

async function begin(request: PageRequest): Promise<Answer> {
  const read = wordsIn(request);
  const again = (errors: readonly FieldError[]) =>
    pageToMend(beginPage(request, { posted: request.posted, errors }));
  if ('errors' in read) return again(read.errors);
  const described = await request.write((ctx) => describeOwnMeasure(ctx, read.words));
  if (described.done)
    return redirectTo(ownPlaces.measure(described.value.code), 'Described. Now enter its first figures.');
  return described.refusal.reason === 'not-allowed' ? notFound() : again([errorOfTitle(described.refusal)]);
}

async function change(request: PageRequest): Promise<Answer> {
  const own = await ownOf(request);
  if (!own) return notFound();
  const again = (errors: readonly FieldError[], theirs?: OwnMeasure) =>
    pageToMend(changePage(request, { own: theirs ?? own, theirs }, { posted: request.posted, errors }));
  const seen = readForm(z.object({ seen: version() }), request.posted);
  const read = wordsIn(request);
  if (!seen.done) return again(seen.refusal.errors.map(({ message }) => ({ field: 'title', message })));
  if ('errors' in read) return again(read.errors);
  const changed = await request.write((ctx) =>
    redescribeOwnMeasure(ctx, { code: own.code, seen: seen.value.seen, words: read.words }),
  );
  if (changed.done) return redirectTo(ownPlaces.measure(own.code), 'Saved.');
  const { refusal } = changed;
  if (refusal.reason === 'not-allowed' || refusal.reason === 'measure-missing') return notFound();
  const theirs = refusal.reason === 'changed-meanwhile' ? refusal.theirs : undefined;
  return again([errorOfTitle(refusal)], theirs);
}

function errorOfTitle(refusal: DescribeRefusal | RedescribeRefusal): FieldError {
  const field = refusal.reason === 'has-figures' ? 'kind' : 'title';
  return { field, message: wordsOf(describeWords, refusal) };
}

async function ownOf(request: PageRequest): Promise<OwnMeasure | undefined> {
  const view = await request.read((ctx) => partnersView(ctx, request.params['code'] ?? ''));
  return view?.own;
}

function beginPage(request: PageRequest, answers: Answers): PageContent {
  return ownPage('Describe a measure of our own', {
    answers,
    body: <DescribeForm request={request} answers={answers} back={ownPlaces.all} submit="Describe it" />,
  });
}

function changePage(
  request: PageRequest,
  { own, theirs }: { own: OwnMeasure; theirs?: OwnMeasure | undefined },
  answers: Answers,
): PageContent {
  return ownPage('Change what is said of it', {
    own,
    answers,
    body: (
      <>
        {theirs ? <Theirs own={theirs} /> : null}
        <DescribeForm
          request={request}
          answers={answers}
          own={own}
          back={ownPlaces.measure(own.code)}
          submit={theirs ? 'Save mine, having seen theirs' : 'Save'}
        />
      </>
    ),
  });
}

function Theirs({ own }: { own: OwnMeasure }) {
  return (
    <div class="empty">
      <h2>What stands there now</h2>
      <p dir="auto">
        {own.title}: {own.counts}
        {own.outOf === '' ? '' : `, of ${own.outOf}`}. {rhythmWords[own.rhythm].every}, from {own.source},
        kept by {own.owner}.
      </p>
    </div>
  );
}

type FormProps = { request: PageRequest; answers: Answers; own?: OwnMeasure; back: string; submit: string };

function DescribeForm({ request, answers, own, back, submit }: FormProps) {
  return (
    <form method="post" action={request.path} noValidate class="edit">
      <CsrfField csrf={request.csrf} />
      {own ? <input type="hidden" name="seen" value={String(own.version)} /> : null}
      <WhatIsCounted answers={answers} {...(own ? { own } : {})} />
      <HowItIsRead answers={answers} {...(own ? { own } : {})} />
      <WhereFrom answers={answers} {...(own ? { own } : {})} />
      <div class="actions">
        <Button text={submit} preventDoubleClick />
        <a href={back}>Leave it as it was</a>
      </div>
    </form>
  );
}

type Part = { answers: Answers; own?: OwnMeasure };

function WhatIsCounted({ answers, own }: Part) {
  return (
    <>
      <LineField
        answers={answers}
        name="title"
        label="What is it called?"
        hint="Short: Asked what they want."
        before={own?.title}
      />
      <ChoiceField
        answers={answers}
        name="kind"
        label="What is its number?"
        options={ownKinds.map((value) => ({ value, ...kindWords[value] }))}
        before={own?.kind ?? 'proportion'}
      />
      <LineField
        answers={answers}
        name="counts"
        label="Who or what is counted?"
        hint="Children who were asked what they want."
        before={own?.counts}
      />
      <LineField
        answers={answers}
        name="outOf"
        label="Of whom, or for whom?"
        hint="Children with a plan. Leave it empty for a plain number."
        before={own?.outOf}
      />
    </>
  );
}

/** How its number is made and read. */
function HowItIsRead({ answers, own }: Part) {
  return (
    <>
      <PickField
        answers={answers}
        name="times"
        label="A rate is given for every"
        hint="Only where its number is a rate."
        options={[
          { value: '1000', text: '1,000' },
          { value: '10000', text: '10,000' },
          { value: '100000', text: '100,000' },
        ]}
        before={own?.kind === 'rate' ? String(own.times) : '10000'}
      />
      <ChoiceField
        answers={answers}
        name="polarity"
        label="Which way is better?"
        options={[
          { value: 'high-is-good', text: 'More is better' },
          { value: 'low-is-good', text: 'Less is better' },
          { value: 'no-judgement', text: 'Neither: it only tells where we are' },
        ]}
        before={own?.polarity ?? 'no-judgement'}
        small
      />
    </>
  );
}

function WhereFrom({ answers, own }: Part) {
  return (
    <>
      <PickField
        answers={answers}
        name="rhythm"
        label="How often does it come?"
        options={ownRhythms.map((value) => ({ value, text: rhythmWords[value].every }))}
        before={own?.rhythm ?? 'quarter'}
      />
      <ChoiceField
        answers={answers}
        name="origin"
        label="Where do the numbers come from?"
        options={ownOrigins.map((value) => ({ value, ...originWords[value] }))}
        before={own?.origin ?? 'cases'}
      />
      <LineField
        answers={answers}
        name="source"
        label="Which record, or which survey?"
        before={own?.source}
      />
      <LineField
        answers={answers}
        name="owner"
        label="Who keeps it?"
        hint="A person or a team who can be asked."
        before={own?.owner}
      />
    </>
  );
}
