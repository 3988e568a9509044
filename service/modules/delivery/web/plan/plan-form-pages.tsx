import { Button } from '#packages/govuk-jsx';
import { strategyChoices } from '../../queries/plan/form-choices.ts';
import { ChoiceField, DayField, LineField, PickField, Wrong, type Answers } from '#platform/forms/inputs.tsx';
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
  addPlan,
  changePlan,
  type AddPlanRefusal,
  type ChangePlanRefusal,
} from '../../actions/plan/write-plan.ts';
import { keepPlan } from '../../domain/permissions.ts';
import { planStates, type Plan } from '../../domain/plan.ts';
import type { PlanWords } from '../../domain/plan/new-plan.ts';
import { plansSeen } from '../../queries/plan/plans-in-force.ts';
import { formReading } from './form-reading.ts';
import { planPlaces } from './places.ts';
import { planWords } from './plan-words.ts';

/** The plan's own words: begun, and changed. */
export const planFormRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: planPlaces.newPlan,
    policy: keepPlan,
    answer: async (request) => page(await formPage(request, undefined, { answers: { errors: [] } })),
  },
  { method: 'POST', path: planPlaces.newPlan, policy: keepPlan, answer: begin },
  {
    method: 'GET',
    path: planPlaces.editPlan(':plan'),
    policy: keepPlan,
    answer: async (request) => {
      const plan = await planIn(request);
      return plan ? page(await formPage(request, plan, { answers: { errors: [] } })) : notFound();
    },
  },
  { method: 'POST', path: planPlaces.editPlan(':plan'), policy: keepPlan, answer: change },
];

async function planIn(request: PageRequest): Promise<Plan | undefined> {
  const plans = await request.read(plansSeen);
  return plans.find(({ key }) => key === request.params['plan']);
}

type Read = { words: PlanWords; seen: number } | { errors: Answers['errors'] };

function readPlan(request: PageRequest): Read {
  const form = formReading(request.posted);
  const from = form.day('from', 'The first day');
  const until = form.day('until', 'The last day');
  const state = planStates.find((one) => one === request.posted['state']?.[0]) ?? 'draft';
  const words = {
    title: form.words('title', 200),
    key: form.words('key', 40),
    frameworkSlug: form.words('framework', 100),
    state,
    agreedOn: form.day('agreed', 'The day it was agreed'),
  };
  if (form.errors.length > 0) return { errors: form.errors };
  if (!from) return { errors: [{ field: 'from', message: 'Enter the first day of its year' }] };
  if (!until) return { errors: [{ field: 'until', message: 'Enter the last day of its year' }] };
  return { words: { ...words, from, until }, seen: form.seen() };
}

async function begin(request: PageRequest): Promise<Answer> {
  const again = async (errors: Answers['errors']) =>
    pageToMend(await formPage(request, undefined, { answers: { posted: request.posted, errors } }));
  const read = readPlan(request);
  if ('errors' in read) return again(read.errors);
  const added = await request.write((ctx) => addPlan(ctx, read.words));
  return added.done ? redirectTo(planPlaces.plan(added.value.key), 'Begun.') : again(errorsOf(added.refusal));
}

async function change(request: PageRequest): Promise<Answer> {
  const plan = await planIn(request);
  if (!plan) return notFound();
  const again = async (errors: Answers['errors'], theirs?: Plan) =>
    pageToMend(await formPage(request, plan, { answers: { posted: request.posted, errors }, theirs }));
  const read = readPlan(request);
  if ('errors' in read) return again(read.errors);
  const changed = await request.write((ctx) => changePlan(ctx, { key: plan.key, ...read }));
  if (changed.done) return redirectTo(planPlaces.plan(plan.key), 'Saved.');
  const { refusal } = changed;
  return again(errorsOf(refusal), refusal.reason === 'changed-meanwhile' ? refusal.theirs : undefined);
}

const fields: Readonly<Record<string, string>> = {
  'key-wrong': 'key',
  'key-taken': 'key',
  'ends-before-it-begins': 'until',
  'no-such-strategy': 'framework',
};

function errorsOf(refusal: AddPlanRefusal | ChangePlanRefusal): Answers['errors'] {
  return [{ field: fields[refusal.reason] ?? 'title', message: wordsOf(planWords, refusal) }];
}

type Shown = { answers: Answers; theirs?: Plan | undefined };

async function formPage(
  request: PageRequest,
  plan: Plan | undefined,
  { answers, theirs }: Shown,
): Promise<PageContent> {
  const strategies = await request.read(strategyChoices);
  const title = plan ? 'Change the plan’s own words' : 'Begin a plan';
  const back = plan ? planPlaces.plan(plan.key) : planPlaces.inForce;
  return {
    title: plan ? `${title}: ${plan.title}` : title,
    breadcrumbs: [{ text: plan?.title ?? 'The plan', href: back }],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>{title}</h1>
        <Theirs plan={theirs} />
        <form method="post" action={request.path} noValidate class="edit">
          <CsrfField csrf={request.csrf} />
          <input type="hidden" name="seen" value={String((theirs ?? plan)?.version ?? 0)} />
          <PlanFields answers={answers} plan={plan} strategies={strategies} />
          <div class="actions">
            <Button text={theirs ? 'Save mine, having read theirs' : 'Save'} preventDoubleClick />
            <a href={back}>Leave it as it was</a>
          </div>
        </form>
      </>
    ),
  };
}

function Theirs({ plan }: { plan: Plan | undefined }) {
  if (!plan) return null;
  return (
    <div class="empty">
      <h2>What somebody else saved</h2>
      <p>{plan.title}</p>
      <p>Your own words are in the form below.</p>
    </div>
  );
}

type FieldsProps = {
  answers: Answers;
  plan: Plan | undefined;
  strategies: readonly { value: string; text: string }[];
};

function PlanFields({ answers, plan, strategies }: FieldsProps) {
  return (
    <>
      <LineField
        answers={answers}
        name="title"
        label="What is it called?"
        hint="What we do in 2026/27"
        before={plan?.title}
      />
      {plan ? null : (
        <LineField
          answers={answers}
          name="key"
          label="A short name for its address"
          hint="Small letters, figures and hyphens: 2026-27. It stays for good."
          short
        />
      )}
      {plan ? <input type="hidden" name="key" value={plan.key} /> : null}
      <PickField
        answers={answers}
        name="framework"
        label="Under which strategy?"
        options={strategies}
        before={plan?.frameworkSlug ?? strategies[0]?.value ?? ''}
      />
      <YearFields answers={answers} plan={plan} />
    </>
  );
}

function YearFields({ answers, plan }: Pick<FieldsProps, 'answers' | 'plan'>) {
  return (
    <>
      <DayField answers={answers} name="from" label="Its first day" before={plan?.from} />
      <DayField answers={answers} name="until" label="Its last day" before={plan?.until} />
      <ChoiceField
        answers={answers}
        name="state"
        label="How does it stand?"
        options={[
          { value: 'draft', text: 'A draft', hint: 'Only those who sit on a board see it.' },
          { value: 'agreed', text: 'Agreed', hint: 'Everybody sees it.' },
          { value: 'closed', text: 'Closed', hint: 'Its year is over. Everybody sees what became of it.' },
        ]}
        before={plan?.state ?? 'draft'}
      />
      <DayField
        answers={answers}
        name="agreed"
        label="When was it agreed?"
        hint="Leave it empty where it is not agreed yet."
        before={plan?.agreedOn}
      />
    </>
  );
}
