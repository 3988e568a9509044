import { z } from 'zod';
import { Button } from '#packages/govuk-jsx';
import type { VNode } from 'preact';
import { choice, text, version } from '#platform/forms/fields.ts';
import { ChoiceField, LineField, Wrong, type Answers } from '#platform/forms/inputs.tsx';
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
import { wordsOf, type Outcome } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import {
  defineFormula,
  redefineFormula,
  type DefineRefusal,
  type RedefineRefusal,
} from '../../actions/formula/define-formula.ts';
import { measurePolarities } from '../../domain/measure-facts.ts';
import { defineMeasures } from '../../domain/permissions.ts';
import {
  formulaView,
  partsWithDefinitions,
  tryFormula,
  type FormulaExample,
  type StoredFormula,
} from '../../queries/formula/formula-view.ts';
import type { UnderstandRefusal } from '../../queries/formula/worked-out.ts';
import { ExampleTable, LettersList, MarkedFormula, type PartShown } from './formula-parts.tsx';
import { defineWords, understandWords } from './formula-words.ts';
import { draftFrom, fieldsOf, formulaPlaces, type Draft } from './places.ts';
import { ReadyShapes } from './ready-shapes.tsx';

/** Second step: the formula with an example of our own area, and then its name. */
export const writeFormulaRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: formulaPlaces.writePath,
    policy: defineMeasures,
    answer: async (request) => {
      const draft = draftFrom(request.query);
      if (draft.parts.length === 0) return redirectTo(formulaPlaces.choose(draft));
      return page(await writePage(request, draft, { errors: [] }));
    },
  },
  { method: 'POST', path: formulaPlaces.writePath, policy: defineMeasures, answer: define },
];

const form = z.object({
  title: text('what it is called', 120),
  polarity: choice('which way is better', measurePolarities),
  decimals: choice('how many decimals', ['0', '1', '2', '3']),
  reason: text('why', 300),
});

async function define(request: PageRequest): Promise<Answer> {
  const posted = new URLSearchParams(
    Object.entries(request.posted).flatMap(([name, values]) => values.map((value) => [name, value])),
  );
  const draft = draftFrom(posted);
  const again = async (errors: readonly FieldError[]) =>
    pageToMend(await writePage(request, draft, { posted: request.posted, errors }));
  const read = readForm(form, request.posted);
  if (!read.done) return again(read.refusal.errors);
  const { decimals, ...said } = read.value;
  const words = { ...said, decimals: Number(decimals), parts: draft.parts, formula: draft.formula };
  const defined =
    draft.change === undefined
      ? await request.write((ctx) => defineFormula(ctx, words))
      : await redefine(request, { code: draft.change, words });
  if (defined.done)
    return redirectTo(formulaPlaces.one(defined.value.code), 'Defined, and worked out for every area.');
  const { refusal } = defined;
  if (refusal.reason === 'not-allowed' || refusal.reason === 'measure-missing') return notFound();
  return again([{ field: fieldOf(refusal), message: wordsOf(defineWords, refusal) }]);
}

async function redefine(
  request: PageRequest,
  given: { code: string; words: Parameters<typeof redefineFormula>[1]['words'] },
) {
  const seen = readForm(z.object({ seen: version() }), request.posted);
  return request.write((ctx) => redefineFormula(ctx, { ...given, seen: seen.done ? seen.value.seen : 0 }));
}

function fieldOf({ reason }: DefineRefusal | RedefineRefusal): string {
  return reason === 'title-taken' || reason === 'title-without-letters' || reason === 'changed-meanwhile'
    ? 'title'
    : 'formula';
}

type Tried = Outcome<FormulaExample, UnderstandRefusal>;

async function writePage(request: PageRequest, draft: Draft, answers: Answers): Promise<PageContent> {
  const { parts, tried, before } = await request.read(async (ctx) => ({
    parts: await partsWithDefinitions(ctx, draft.parts),
    tried:
      draft.formula === ''
        ? undefined
        : await tryFormula(ctx, { parts: draft.parts, formula: draft.formula, decimals: 1 }),
    before: draft.change === undefined ? undefined : (await formulaView(ctx, draft.change))?.formula,
  }));
  const title = before ? `Change the formula of “${before.title}”` : 'Write the formula';
  return {
    title,
    breadcrumbs: [
      { text: 'Worked out from others', href: formulaPlaces.all },
      { text: 'Which measures', href: formulaPlaces.choose(draft) },
    ],
    body: (
      <>
        <Wrong errors={withTried(answers.errors, tried)} />
        <p class="quiet">Step 2 of 2</p>
        <h1>{title}</h1>
        <LettersList parts={parts} />
        <p>
          <a href={formulaPlaces.choose(draft)}>Choose other measures</a>
        </p>
        <WriteIt draft={draft} tried={tried} parts={parts} />
        {tried?.done ? (
          <>
            <section aria-labelledby="example">
              <h2 id="example">What it comes to</h2>
              <ExampleTable example={tried.value} parts={parts} />
            </section>
            <NameIt request={request} draft={draft} answers={answers} before={before} />
          </>
        ) : null}
      </>
    ),
  };
}

/** A formula that makes no sense is an error of the page wherever it was noticed. */
function withTried(errors: readonly FieldError[], tried: Tried | undefined): readonly FieldError[] {
  if (!tried || tried.done || errors.some(({ field }) => field === 'formula')) return errors;
  return [{ field: 'formula', message: wordsOf(understandWords, tried.refusal) }, ...errors];
}

type WriteProps = { draft: Draft; tried: Tried | undefined; parts: readonly PartShown[] };

function WriteIt({ draft, tried, parts }: WriteProps): VNode {
  const refusal = tried && !tried.done ? tried.refusal : undefined;
  const errors = refusal ? [{ field: 'formula', message: wordsOf(understandWords, refusal) }] : [];
  return (
    <section aria-labelledby="formula-here">
      <h2 id="formula-here">The formula</h2>
      <ReadyShapes draft={draft} parts={parts} />
      <form method="get" action={formulaPlaces.writePath} class="edit">
        {fieldsOf({ ...draft, formula: '' }).map(([name, value]) => (
          <input type="hidden" name={name} value={value} key={`${name} ${value}`} />
        ))}
        {refusal && 'at' in refusal ? <MarkedFormula text={draft.formula} at={refusal.at} /> : null}
        <LineField
          answers={{ errors }}
          name="formula"
          label="With the letters above"
          hint="+ − × ÷ and brackets; per 100 at the end for a percentage. * and / do as well."
          before={draft.formula}
        />
        <Button text="Try it on our area" classes="govuk-button--secondary" />
      </form>
    </section>
  );
}

type NameProps = { request: PageRequest; draft: Draft; answers: Answers; before: StoredFormula | undefined };

function NameIt({ request, draft, answers, before }: NameProps) {
  return (
    <section aria-labelledby="name-it">
      <h2 id="name-it">{before ? 'Keep it as a new version' : 'Keep it as a measure'}</h2>
      <form method="post" action={formulaPlaces.writePath} noValidate class="edit">
        <CsrfField csrf={request.csrf} />
        {fieldsOf(draft).map(([name, value]) => (
          <input type="hidden" name={name} value={value} key={`${name} ${value}`} />
        ))}
        {before ? <input type="hidden" name="seen" value={String(before.version)} /> : null}
        <NameFields answers={answers} before={before} />
        <div class="actions">
          <Button text={before ? 'Keep the new version' : 'Define it'} preventDoubleClick />
          <a href={before ? formulaPlaces.one(before.code) : formulaPlaces.all}>Leave it</a>
        </div>
      </form>
    </section>
  );
}

function NameFields({ answers, before }: Pick<NameProps, 'answers' | 'before'>) {
  return (
    <>
      <LineField
        answers={answers}
        name="title"
        label="What is it called?"
        hint="So that a councillor can read it aloud."
        before={before?.title}
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
        before={before?.polarity ?? 'no-judgement'}
        small
      />
      <ChoiceField
        answers={answers}
        name="decimals"
        label="How many decimals are shown?"
        options={['0', '1', '2', '3'].map((value) => ({ value, text: value }))}
        before={String(before?.decimals ?? 1)}
        small
      />
      <LineField
        answers={answers}
        name="reason"
        label={before ? 'Why is it changed?' : 'Why do we need it?'}
        hint="Kept with the day and your name, beside every later version."
      />
    </>
  );
}
