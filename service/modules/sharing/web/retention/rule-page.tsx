import { z } from 'zod';
import { Button } from '#packages/govuk-jsx';
import { retentionProposals } from '#reference/retention.ts';
import type { Ctx } from '#platform/db/database.ts';
import { text } from '#platform/forms/fields.ts';
import { ChoiceField, LineField, WordsField, Wrong, type Answers } from '#platform/forms/inputs.tsx';
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
import { adoptRule, type AdoptRefusal } from '../../actions/retention/adopt-rule.ts';
import { keepRetention } from '../../domain/permissions.ts';
import type { PersonalRecords, RecordClass } from '../../domain/rights/personal-records.ts';
import { classesSeen, type ClassSeen } from '../../queries/retention/retention-seen.ts';
import { retentionPlaces } from './places.ts';
import { adoptWords } from './retention-words.ts';

/** The rule of one kind of record: a proposal with its source, and the partnership's own decision. */
export function ruleRoutes(records: readonly PersonalRecords<Ctx>[]): readonly Route[] {
  const path = retentionPlaces.adopt(':class');
  return [
    {
      method: 'GET',
      path,
      policy: keepRetention,
      answer: async (request) => {
        const seen = await classOf(request, records);
        return seen ? page(contentOf(request, seen, { errors: [] })) : notFound();
      },
    },
    { method: 'POST', path, policy: keepRetention, answer: (request) => adopt(request, records) },
  ];
}

async function classOf(
  request: PageRequest,
  records: readonly PersonalRecords<Ctx>[],
): Promise<ClassSeen | undefined> {
  const all = await request.read((ctx) => classesSeen(ctx, records));
  return all.find(
    ({ recordClass: { key, triggers } }) => key === request.params['class'] && triggers.length > 0,
  );
}

function count(what: string, most: number) {
  return z
    .array(z.string())
    .default([])
    .transform((values) => (values[0] ?? '').trim() || '0')
    .pipe(
      z
        .string()
        .regex(/^\d{1,3}$/, `Enter ${what} as a whole number`)
        .transform(Number),
    )
    .pipe(z.number().max(most, `Enter at most ${most} ${what}`));
}

const form = z.object({
  trigger: text('from when the time runs', 60),
  years: count('years', 200),
  months: count('months', 11),
  days: count('days', 366),
  authority: text('the law, the judgement or the decision that says so', 1000),
  owner: text('the job that answers for this rule', 200),
});

async function adopt(request: PageRequest, records: readonly PersonalRecords<Ctx>[]): Promise<Answer> {
  const seen = await classOf(request, records);
  if (!seen) return notFound();
  const again = (errors: readonly FieldError[]) =>
    pageToMend(contentOf(request, seen, { posted: request.posted, errors }));
  const read = readForm(form, request.posted);
  if (!read.done) return again(read.refusal.errors);
  const { trigger, years, months, days, authority, owner } = read.value;
  const rule = { class: seen.recordClass.key, trigger, period: { years, months, days }, authority, owner };
  const adopted = await request.look((ctx) => adoptRule(ctx, { rule, records }));
  if (adopted.done) return redirectTo(retentionPlaces.all, 'The rule is adopted.');
  if (adopted.refusal.reason === 'not-allowed') return notFound();
  return again([{ field: fields[adopted.refusal.reason], message: wordsOf(adoptWords, adopted.refusal) }]);
}

const fields: Readonly<Record<Exclude<AdoptRefusal['reason'], 'not-allowed'>, string>> = {
  'class-unknown': 'years',
  'trigger-unknown': 'trigger',
  'period-empty': 'years',
  'authority-missing': 'authority',
  'owner-missing': 'owner',
};

function contentOf(request: PageRequest, seen: ClassSeen, answers: Answers): PageContent {
  const { recordClass, rule } = seen;
  return {
    title: `Rule: ${recordClass.title}`,
    breadcrumbs: [{ text: 'How long records are kept', href: retentionPlaces.all }],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>{recordClass.title}</h1>
        <p class="lead">{recordClass.holds}</p>
        <p>
          {rule
            ? `Now: kept ${rule.words}, adopted by ${rule.adoptedByName}.`
            : 'No rule is adopted: nothing of this kind is ever deleted.'}{' '}
          {recordClass.ofChildren ? 'These are records of children: two people approve each deletion.' : ''}
        </p>
        <Form request={request} recordClass={recordClass} seen={seen} answers={answers} />
      </>
    ),
  };
}

type FormProps = { request: PageRequest; recordClass: RecordClass; seen: ClassSeen; answers: Answers };

function Form({ request, recordClass, seen, answers }: FormProps) {
  const proposal = retentionProposals().find((one) => one.class === recordClass.key);
  const before = seen.rule ? { ...seen.rule, ...seen.rule.period } : proposal;
  return (
    <form method="post" action={request.path} noValidate class="edit">
      <CsrfField csrf={request.csrf} />
      {proposal && !seen.rule ? (
        <p class="measure-notes">
          What stands in the boxes is a proposal, from <a href={proposal.link}>its source</a>. Look at it with
          your lawyer and your data protection officer.
        </p>
      ) : null}
      <ChoiceField
        answers={answers}
        name="trigger"
        label="From when does the time run?"
        options={recordClass.triggers.map(({ key, words }) => ({ value: key, text: `From ${words}` }))}
        before={before?.trigger ?? recordClass.triggers[0]?.key ?? ''}
      />
      <HowLong answers={answers} before={before} />
      <WordsField
        answers={answers}
        name="authority"
        rows={3}
        label="What says so?"
        hint="The law, the judgement, or the decision of your own body."
        before={before?.authority}
      />
      <LineField
        answers={answers}
        name="owner"
        label="Which job answers for this rule?"
        before={before?.owner}
      />
      <Button text="Adopt this rule" preventDoubleClick />
    </form>
  );
}

type Period = { years: number; months: number; days: number };

function HowLong({ answers, before }: { answers: Answers; before: Period | undefined }) {
  return (
    <>
      <LineField
        answers={answers}
        name="years"
        label="Years"
        short
        number
        before={String(before?.years ?? 0)}
      />
      <LineField
        answers={answers}
        name="months"
        label="Months"
        short
        number
        before={String(before?.months ?? 0)}
      />
      <LineField answers={answers} name="days" label="Days" short number before={String(before?.days ?? 0)} />
    </>
  );
}
