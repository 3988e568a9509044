import { z } from 'zod';
import { Button } from '#packages/govuk-jsx';
import { choice, text } from '#platform/forms/fields.ts';
import {
  ChoiceField,
  DayField,
  dayPosted,
  LineField,
  WordsField,
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
import { CsrfField } from '#platform/page/frame.tsx';
import { keepQuality } from '../../../actions/money/keep-quality.ts';
import { audiences } from '../../../domain/audience.ts';
import { sayYear, yearFrom } from '../../../domain/money/financial-year.ts';
import { standings, type Kept, type QualitySaid } from '../../../domain/money/service-quality.ts';
import { keepMoney } from '../../../domain/permissions.ts';
import { qualityToChange } from '../../../queries/money/value-view.ts';
import { moneyForm } from '../money-around.tsx';
import { AudienceField } from '../audience-field.tsx';

import { moneyPlaces } from '../places.ts';
import { standingWords } from './value-page.tsx';

type Kind = QualitySaid['kind'];

/** A standard or an outcome of a service is written down, and changed. */
export const qualityRoutes: readonly Route[] = [
  ...routesOf('standard', moneyPlaces.addStandard, moneyPlaces.standard(':id')),
  ...routesOf('outcome', moneyPlaces.addOutcome, moneyPlaces.outcome(':id')),
];

function routesOf(kind: Kind, addPath: string, changePath: string): Route[] {
  const shown = (answers: Answers, before?: Kept) => ({ kind, answers, before });
  const beforeOf = async (request: PageRequest) => {
    const found = await request.read((ctx) => qualityToChange(ctx, request.params['id'] ?? ''));
    return found?.said.kind === kind ? found : undefined;
  };
  return [
    {
      method: 'GET',
      path: addPath,
      policy: keepMoney,
      answer: async (request) => page(content(request, shown({ errors: [] }))),
    },
    { method: 'POST', path: addPath, policy: keepMoney, answer: (request) => keep(request, kind, undefined) },
    {
      method: 'GET',
      path: changePath,
      policy: keepMoney,
      answer: async (request) => {
        const before = await beforeOf(request);
        return before ? page(content(request, shown({ errors: [] }, before))) : notFound();
      },
    },
    {
      method: 'POST',
      path: changePath,
      policy: keepMoney,
      answer: async (request) => {
        const before = await beforeOf(request);
        return before ? keep(request, kind, before) : notFound();
      },
    },
  ];
}

const both = {
  service: text('the service, as its line of spend calls it', 200),
  partner: text('the partner', 200),
  source: text('the source', 300),
  audience: choice('who may see it', audiences),
};
const standardForm = z.object({
  ...both,
  name: text('the standard', 300),
  standing: choice('whether it is met', standings),
  evidence: text('what says so', 1000),
});
const outcomeForm = z.object({
  ...both,
  counts: text('what is counted', 200),
  count: text('how many', 9).pipe(z.string().regex(/^\d+$/, 'Enter a whole number').transform(Number)),
  year: text('the financial year', 9),
});

function readSaid(
  { posted }: PageRequest,
  kind: Kind,
): { said: QualitySaid } | { errors: readonly FieldError[] } {
  if (kind === 'standard') {
    const day = dayPosted(posted, 'checkedOn');
    const noDay = day === 'empty' || day === 'no-such-day';
    const errors = noDay ? [{ field: 'checkedOn', message: 'Enter the day on which it was checked' }] : [];
    const read = readForm(standardForm, posted);
    if (!read.done) return { errors: [...read.refusal.errors, ...errors] };
    return noDay ? { errors } : { said: { kind, ...read.value, checkedOn: day } };
  }
  const read = readForm(outcomeForm, posted);
  if (!read.done) return { errors: read.refusal.errors };
  const year = yearFrom(read.value.year);
  return year === undefined
    ? { errors: [{ field: 'year', message: 'Write the financial year as 2024-25' }] }
    : { said: { kind, ...read.value, year } };
}

async function keep(request: PageRequest, kind: Kind, before: Kept | undefined): Promise<Answer> {
  const { posted } = request;
  const again = (errors: Answers['errors']) =>
    pageToMend(content(request, { kind, answers: { posted, errors }, before }));
  const read = readSaid(request, kind);
  if ('errors' in read) return again(read.errors);
  const seen = Number(/^\d{1,9}$/.exec(posted['seen']?.[0] ?? '')?.[0] ?? '0');
  const kept = await request.write((ctx) => keepQuality(ctx, { id: before?.id, seen, said: read.said }));
  if (kept.done) return redirectTo(moneyPlaces.value, 'Written down.');
  const { refusal } = kept;
  if (refusal.reason === 'quality-missing' || refusal.reason === 'not-allowed') return notFound();
  const { theirs } = refusal;
  const message = `${theirs.changedByName} saved this while you were writing. Nothing is lost: save again to put yours in its place`;
  return pageToMend(
    content(request, { kind, answers: { posted, errors: [{ field: 'service', message }] }, before: theirs }),
  );
}

type Shown = { kind: Kind; answers: Answers; before: Kept | undefined };

function content(request: PageRequest, { kind, answers, before }: Shown): PageContent {
  const said = before?.said;
  const title = kind === 'standard' ? 'A standard that a service keeps' : 'What a service came to';
  return moneyForm(title, {
    answers,
    above: { text: 'Value and quality', href: moneyPlaces.value },
    body: (
      <form method="post" action={request.path} noValidate class="edit">
        <CsrfField csrf={request.csrf} />
        <input type="hidden" name="seen" value={String(before?.version ?? 0)} />
        <LineField
          answers={answers}
          name="service"
          label="Which service?"
          hint="As its line of spend calls it, so that the two stand beside each other."
          before={said?.service}
        />
        <LineField answers={answers} name="partner" label="Of which partner?" before={said?.partner} />
        {kind === 'standard' ? (
          <StandardFields answers={answers} said={said} />
        ) : (
          <OutcomeFields answers={answers} said={said} />
        )}
        <AudienceField answers={answers} before={said?.audience} />
        <div class="actions">
          <Button text="Write it down" preventDoubleClick />
          <a href={moneyPlaces.value}>Leave it as it was</a>
        </div>
      </form>
    ),
  });
}

type FieldsProps = { answers: Answers; said: QualitySaid | undefined };

function StandardFields({ answers, said }: FieldsProps) {
  const before = said?.kind === 'standard' ? said : undefined;
  return (
    <>
      <LineField answers={answers} name="name" label="What does the standard ask?" before={before?.name} />
      <LineField answers={answers} name="source" label="Whose standard is it?" before={before?.source} />
      <ChoiceField
        answers={answers}
        name="standing"
        label="Is it met?"
        options={standings.map((value) => ({ value, text: standingWords[value].name }))}
        {...(before ? { before: before.standing } : {})}
      />
      <WordsField
        answers={answers}
        name="evidence"
        label="What says so?"
        rows={3}
        before={before?.evidence}
      />
      <DayField answers={answers} name="checkedOn" label="When was it checked?" before={before?.checkedOn} />
    </>
  );
}

function OutcomeFields({ answers, said }: FieldsProps) {
  const before = said?.kind === 'outcome' ? said : undefined;
  return (
    <>
      <LineField
        answers={answers}
        name="counts"
        label="What is it there for, counted?"
        hint="families who reached what they had set out to."
        before={before?.counts}
      />
      <LineField
        answers={answers}
        name="count"
        label="How many?"
        short
        number
        before={before && String(before.count)}
      />
      <LineField
        answers={answers}
        name="year"
        label="In which financial year?"
        short
        before={before && sayYear(before.year)}
      />
      <LineField answers={answers} name="source" label="Where is that number from?" before={before?.source} />
    </>
  );
}
