import { Button } from '#packages/govuk-jsx';
import { LineField, PickField, WordsField, Wrong, type Answers } from '#platform/forms/inputs.tsx';
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
import { addPriority, changePriority, movePriority } from '../../actions/plan/write-priority.ts';
import { keepPlan } from '../../domain/permissions.ts';
import type { Priority } from '../../domain/plan.ts';
import { priorityToKeep, type PriorityToKeep } from '../../queries/plan/priority-to-keep.ts';
import { formReading } from './form-reading.ts';
import { planPlaces } from './places.ts';
import { priorityWords } from './plan-words.ts';

/** Priorities of a plan: added, changed, moved up and down. */
export const priorityRoutes: readonly Route[] = [
  { method: 'GET', path: planPlaces.addPriority(':plan'), policy: keepPlan, answer: show },
  { method: 'POST', path: planPlaces.addPriority(':plan'), policy: keepPlan, answer: save },
  { method: 'GET', path: planPlaces.editPriority(':plan', ':id'), policy: keepPlan, answer: show },
  { method: 'POST', path: planPlaces.editPriority(':plan', ':id'), policy: keepPlan, answer: save },
  {
    method: 'POST',
    path: planPlaces.movePriority(':plan', ':id'),
    policy: keepPlan,
    answer: async (request) => {
      const { plan: planKey = '', id = '' } = request.params;
      const way = request.posted['way']?.[0] === 'up' ? 'up' : 'down';
      const moved = await request.write((ctx) => movePriority(ctx, { planKey, id, way }));
      if (moved.done || moved.refusal.reason === 'at-the-end') return redirectTo(planPlaces.plan(planKey));
      return notFound();
    },
  },
];

function toKeep(request: PageRequest): Promise<PriorityToKeep | undefined> {
  const { plan = '', id } = request.params;
  return request.read((ctx) => priorityToKeep(ctx, plan, id));
}

async function show(request: PageRequest): Promise<Answer> {
  const kept = await toKeep(request);
  return kept ? page(formPage(request, kept, { answers: { errors: [] } })) : notFound();
}

async function save(request: PageRequest): Promise<Answer> {
  const kept = await toKeep(request);
  if (!kept) return notFound();
  const form = formReading(request.posted);
  const words = {
    elementKey: form.words('element', 100),
    title: form.words('title', 200),
    why: form.words('why'),
  };
  const again = (errors: Answers['errors'], theirs?: Priority) =>
    pageToMend(formPage(request, kept, { answers: { posted: request.posted, errors }, theirs }));
  if (form.errors.length > 0) return again(form.errors);
  const planKey = kept.plan.key;
  const id = kept.priority?.id;
  const saved = await request.write((ctx) =>
    id
      ? changePriority(ctx, { planKey, id, seen: form.seen(), words })
      : addPriority(ctx, { planKey, words }),
  );
  if (saved.done) return redirectTo(planPlaces.plan(planKey), 'Saved.');
  const { refusal } = saved;
  const theirs = refusal.reason === 'changed-meanwhile' ? refusal.theirs : undefined;
  return again([{ field: 'title', message: wordsOf(priorityWords, refusal) }], theirs);
}

type Shown = { answers: Answers; theirs?: Priority | undefined };

function formPage(request: PageRequest, kept: PriorityToKeep, { answers, theirs }: Shown): PageContent {
  const { plan, priority } = kept;
  const title = priority ? 'Change a priority' : 'Add a priority';
  return {
    title,
    breadcrumbs: [{ text: plan.title, href: planPlaces.plan(plan.key) }],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>{title}</h1>
        {theirs ? (
          <div class="empty">
            <h2>What somebody else saved</h2>
            <p>{theirs.title}</p>
            <p class="own-words">{theirs.why}</p>
          </div>
        ) : null}
        <form method="post" action={request.path} noValidate class="edit">
          <CsrfField csrf={request.csrf} />
          <input type="hidden" name="seen" value={String((theirs ?? priority)?.version ?? 0)} />
          <PriorityFields kept={kept} answers={answers} />
          <div class="actions">
            <Button text="Save" preventDoubleClick />
            <a href={planPlaces.plan(plan.key)}>Leave it as it was</a>
          </div>
        </form>
      </>
    ),
  };
}

function PriorityFields({ kept, answers }: { kept: PriorityToKeep; answers: Answers }) {
  const { priority, elements } = kept;
  return (
    <>
      <PickField
        answers={answers}
        name="element"
        label="Which part of the strategy?"
        options={elements}
        before={priority?.elementKey ?? ''}
      />
      <LineField
        answers={answers}
        name="title"
        label="What matters most, in a few words?"
        before={priority?.title}
      />
      <WordsField answers={answers} name="why" label="Why now?" rows={4} before={priority?.why} />
    </>
  );
}
