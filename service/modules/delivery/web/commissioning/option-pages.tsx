import { z } from 'zod';
import { Button } from '#packages/govuk-jsx';
import { optionalText, text } from '#platform/forms/fields.ts';
import { LineField, Wrong, WordsField, type Answers } from '#platform/forms/inputs.tsx';
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
import { CsrfField } from '#platform/page/frame.tsx';
import { writeOption } from '../../actions/commissioning/write-option.ts';
import type { CommissionOption } from '../../domain/commissioning/commission.ts';
import type { OptionWords } from '../../domain/commissioning/new-commission.ts';
import { keepCommissioning } from '../../domain/permissions.ts';
import { commissionView } from '../../queries/commissioning/commission-view.ts';
import { commissionErrors } from './commission-words.ts';
import { commissionPlaces } from './places.ts';
import { Theirs } from './parts/theirs.tsx';

const paths = [commissionPlaces.addOption(':key'), commissionPlaces.option(':key', ':option')];

/** An option is added to a joint purchase, and changed until one is chosen. */
export const optionRoutes: readonly Route[] = paths.flatMap((path): Route[] => [
  {
    method: 'GET',
    path,
    policy: keepCommissioning,
    answer: async (request) => {
      const content = await formPage(request, { errors: [] });
      return content ? page(content) : notFound();
    },
  },
  { method: 'POST', path, policy: keepCommissioning, answer: write },
]);

const pounds = () =>
  optionalText(12).pipe(
    z
      .string()
      .transform((typed) => typed.replaceAll(/[£,\s]/g, ''))
      .pipe(z.string().regex(/^-?\d{1,9}$/, 'Enter whole pounds, such as 120000, or leave it empty'))
      .transform(Number)
      .optional(),
  );
const cost = () => pounds().pipe(z.number().min(0, 'Enter 0 or more').optional());

const form = z.object({
  title: text('what this option is', 150),
  words: optionalText(2000),
  once: cost(),
  yearly: cost(),
  benefit: optionalText(1000),
  low: pounds(),
  high: pounds(),
  benefitSource: optionalText(300),
  benefitAssumptions: optionalText(1000),
  risks: optionalText(2000),
  children: optionalText(2000),
});

function readOption({
  posted,
}: PageRequest): Outcome<OptionWords, { reason: 'not-valid'; errors: readonly FieldError[] }> {
  const read = readForm(form, posted);
  if (!read.done) return read;
  const { value } = read;
  return {
    done: true,
    value: {
      title: value.title,
      words: value.words ?? '',
      oneOffPounds: value.once,
      yearlyPounds: value.yearly,
      benefit: {
        words: value.benefit ?? '',
        low: value.low,
        high: value.high,
        source: value.benefitSource ?? '',
        assumptions: value.benefitAssumptions ?? '',
      },
      risks: value.risks ?? '',
      whatChildrenSay: value.children ?? '',
    },
  };
}

async function write(request: PageRequest): Promise<Answer> {
  const { posted, params } = request;
  const key = params['key'] ?? '';
  const again = async (errors: readonly FieldError[] | undefined, theirs?: CommissionOption) => {
    const content = errors && (await formPage(request, { posted, errors }, theirs));
    return content ? pageToMend(content) : notFound();
  };
  const read = readOption(request);
  if (!read.done) return again(read.refusal.errors);
  const seen = Number(/^\d{1,9}$/.exec(kept(posted, 'seen'))?.[0] ?? '0');
  const given = { key, optionId: params['option'], seen, words: read.value };
  const written = await request.write((ctx) => writeOption(ctx, given));
  if (written.done) return redirectTo(commissionPlaces.one(key), 'Saved.');
  const { refusal } = written;
  return again(
    commissionErrors(refusal),
    refusal.reason === 'changed-meanwhile' ? refusal.theirs : undefined,
  );
}

async function formPage(
  request: PageRequest,
  answers: Answers,
  theirs?: CommissionOption,
): Promise<PageContent | undefined> {
  const { key = '', option: optionId } = request.params;
  const view = await request.read((ctx) => commissionView(ctx, key));
  const before = view?.options.find(({ id }) => id === optionId);
  if (!view || (optionId !== undefined && !before)) return undefined;
  const title = before ? 'Change an option' : 'Add an option';
  return {
    title,
    breadcrumbs: [
      { text: 'Buying together', href: commissionPlaces.all },
      { text: view.commission.title, href: commissionPlaces.one(key) },
    ],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>{title}</h1>
        <p class="lead">{view.commission.title}</p>
        {theirs ? <Theirs title={theirs.title} words={theirs.words} /> : null}
        <form method="post" action={request.path} noValidate class="edit">
          <CsrfField csrf={request.csrf} />
          <input type="hidden" name="seen" value={String((theirs ?? before)?.version ?? 0)} />
          <Fields answers={answers} before={before} />
          <div class="actions">
            <Button text="Save" preventDoubleClick />
            <a href={commissionPlaces.one(key)}>Leave it as it was</a>
          </div>
        </form>
      </>
    ),
  };
}

type FieldsProps = { answers: Answers; before: CommissionOption | undefined };

const said = (pounds: number | undefined) => (pounds === undefined ? '' : String(pounds));

function Fields({ answers, before }: FieldsProps) {
  return (
    <>
      <LineField
        answers={answers}
        name="title"
        label="What is this option?"
        hint="In a few words. One option may be: go on as now."
        before={before?.title}
      />
      <WordsField
        answers={answers}
        name="words"
        label="What would be done?"
        rows={3}
        before={before?.words}
      />
      <CostFields answers={answers} before={before} />
      <BenefitFields answers={answers} before={before} />
      <WordsField
        answers={answers}
        name="risks"
        label="What could go wrong?"
        rows={3}
        before={before?.risks}
      />
      <WordsField
        answers={answers}
        name="children"
        label="What do children say of it?"
        rows={3}
        before={before?.whatChildrenSay}
      />
    </>
  );
}

function BenefitFields({ answers, before }: FieldsProps) {
  const benefit = before?.benefit;
  return (
    <>
      <WordsField
        answers={answers}
        name="benefit"
        label="What may it bring, in words?"
        rows={3}
        before={benefit?.words}
      />
      <LineField
        answers={answers}
        name="low"
        label="The least it may bring each year, in pounds"
        hint="Below nothing where it may cost more than it brings. Both ends may stay empty."
        short
        number
        before={said(benefit?.low)}
      />
      <LineField
        answers={answers}
        name="high"
        label="The most it may bring each year, in pounds"
        short
        number
        before={said(benefit?.high)}
      />
      <BenefitRests answers={answers} before={before} />
    </>
  );
}

function CostFields({ answers, before }: FieldsProps) {
  return (
    <>
      <LineField
        answers={answers}
        name="once"
        label="What does it cost once, in pounds?"
        short
        number
        before={said(before?.oneOffPounds)}
      />
      <LineField
        answers={answers}
        name="yearly"
        label="What does it cost each year, in pounds?"
        short
        number
        before={said(before?.yearlyPounds)}
      />
    </>
  );
}

function BenefitRests({ answers, before }: FieldsProps) {
  const benefit = before?.benefit;
  return (
    <>
      <LineField
        answers={answers}
        name="benefitSource"
        label="Where do these pounds come from?"
        before={benefit?.source}
      />
      <LineField
        answers={answers}
        name="benefitAssumptions"
        label="On what do they rest?"
        hint="Half of those who come stay for six weeks."
        before={benefit?.assumptions}
      />
    </>
  );
}
