import { z } from 'zod';
import { many, optionalText, text } from '#platform/forms/fields.ts';
import { Wrong, type Answers } from '#platform/forms/inputs.tsx';
import { kept, readForm, type FieldError } from '#platform/forms/read-form.ts';
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
import type { Outcome } from '#platform/kernel/outcome.ts';
import { beginCommission, changeCommission } from '../../actions/commissioning/write-commission.ts';
import type { Commission } from '../../domain/commissioning/commission.ts';
import type { CommissionWords } from '../../domain/commissioning/new-commission.ts';
import { keepCommissioning } from '../../domain/permissions.ts';
import { commissionView } from '../../queries/commissioning/commission-view.ts';
import {
  writingChoices,
  type NamedBefore,
  type WritingChoices,
} from '../../queries/findings/findings-list.ts';
import { CommissionForm } from './commission-form.tsx';
import { commissionErrors } from './commission-words.ts';
import { commissionPlaces } from './places.ts';
import { Theirs } from './parts/theirs.tsx';

/** A joint purchase begins with its need, and what is written of the need is changed. */
export const commissionFormRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: commissionPlaces.add,
    policy: keepCommissioning,
    answer: async (request) => page(await formPage(request, { answers: { errors: [] }, before: undefined })),
  },
  { method: 'POST', path: commissionPlaces.add, policy: keepCommissioning, answer: begin },
  {
    method: 'GET',
    path: commissionPlaces.edit(':key'),
    policy: keepCommissioning,
    answer: async (request) => {
      const before = await beforeOf(request);
      return before ? page(await formPage(request, { answers: { errors: [] }, before })) : notFound();
    },
  },
  { method: 'POST', path: commissionPlaces.edit(':key'), policy: keepCommissioning, answer: change },
];

const form = z.object({
  title: text('what is to be bought or changed together', 150),
  need: text('what children and families need', 4000),
  needSource: text('where the need is known from', 300),
  element: text('the part of the strategy that it serves', 60),
  needMeasure: optionalText(120),
  outcomeMeasure: optionalText(120),
  anyway: optionalText(2000),
  ask: optionalText(2000),
  partners: many(100),
  ownerName: optionalText(200),
});

function readWords(
  { posted }: PageRequest,
  choices: WritingChoices,
): Outcome<CommissionWords, { reason: 'not-valid'; errors: readonly FieldError[] }> {
  const read = readForm(form, posted);
  if (!read.done) return read;
  const { title, need, needSource, element, partners } = read.value;
  const among = (of: WritingChoices['elements'], chosen = '') =>
    of.some(({ value }) => value === chosen) ? chosen : '';
  return {
    done: true,
    value: {
      title,
      need,
      needSource,
      element: {
        frameworkSlug: choices.frameworkSlug,
        elementKey: among(choices.elements, element),
      },
      needMeasureId: among(choices.measures, read.value.needMeasure),
      outcomeMeasureId: among(choices.measures, read.value.outcomeMeasure),
      anyway: read.value.anyway ?? '',
      ask: read.value.ask ?? '',
      partners: partners.filter((key) => among(choices.organisations, key) !== ''),
      ownerName: read.value.ownerName ?? '',
    },
  };
}

async function begin(request: PageRequest): Promise<Answer> {
  const choices = await request.read((ctx) => writingChoices(ctx, undefined));
  const again = async (errors: readonly FieldError[]) =>
    pageToMend(await formPage(request, { answers: { posted: request.posted, errors }, before: undefined }));
  const read = readWords(request, choices);
  if (!read.done) return again(read.refusal.errors);
  const begun = await request.write((ctx) => beginCommission(ctx, read.value));
  if (begun.done) return redirectTo(commissionPlaces.one(begun.value.key), 'It begins with this need.');
  const errors = commissionErrors(begun.refusal);
  return errors ? again(errors) : notFound();
}

async function change(request: PageRequest): Promise<Answer> {
  const before = await beforeOf(request);
  if (!before) return notFound();
  const choices = await request.read((ctx) => writingChoices(ctx, namedIn(before)));
  const again = async (errors: readonly FieldError[], theirs?: Commission) =>
    pageToMend(await formPage(request, { answers: { posted: request.posted, errors }, before, theirs }));
  const read = readWords(request, choices);
  if (!read.done) return again(read.refusal.errors);
  const seen = Number(/^\d{1,9}$/.exec(kept(request.posted, 'seen'))?.[0] ?? '0');
  const given = { key: before.key, seen, words: read.value };
  const changed = await request.write((ctx) => changeCommission(ctx, given));
  if (changed.done) return redirectTo(commissionPlaces.one(before.key), 'Saved.');
  const { refusal } = changed;
  const errors = commissionErrors(refusal);
  if (!errors) return notFound();
  return again(errors, refusal.reason === 'changed-meanwhile' ? refusal.theirs : undefined);
}

async function beforeOf(request: PageRequest): Promise<Commission | undefined> {
  return (await request.read((ctx) => commissionView(ctx, request.params['key'] ?? '')))?.commission;
}

function namedIn({ element, partners, needMeasureId, outcomeMeasureId }: Commission): NamedBefore {
  return { element, organisations: partners, measures: [needMeasureId, outcomeMeasureId] };
}

type Shown = { answers: Answers; before: Commission | undefined; theirs?: Commission | undefined };

async function formPage(request: PageRequest, { answers, before, theirs }: Shown): Promise<PageContent> {
  const choices = await request.read((ctx) => writingChoices(ctx, before && namedIn(before)));
  const title = before ? 'Change what is written of the need' : 'Begin with a need';
  const back = before ? commissionPlaces.one(before.key) : commissionPlaces.all;
  return {
    title,
    breadcrumbs: [
      { text: 'Buying together', href: commissionPlaces.all },
      ...(before ? [{ text: before.title, href: back }] : []),
    ],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>{title}</h1>
        {theirs ? <Theirs title={theirs.title} words={theirs.need} /> : null}
        <CommissionForm
          answers={answers}
          before={before}
          choices={choices}
          csrf={request.csrf}
          action={request.path}
          seen={(theirs ?? before)?.version ?? 0}
          back={back}
        />
      </>
    ),
  };
}
