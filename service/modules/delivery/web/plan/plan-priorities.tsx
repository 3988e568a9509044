import { allowed } from '#platform/access/policy.ts';
import type { PageRequest } from '#platform/http/route.ts';
import type { Day } from '#platform/kernel/day.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { keepPlan } from '../../domain/permissions.ts';
import type { PlanView, PrioritySeen } from '../../queries/plan/plan-view.ts';
import { ActionList } from '../actions/action-list.tsx';
import { planPlaces } from './places.ts';

type Props = { view: PlanView; request: PageRequest; today: Day };

/** The priorities of the year in their order, each with its thread, its gap and its actions. */
export function PlanPriorities({ view, request, today }: Props) {
  const may = allowed(request.actor, keepPlan);
  if (view.priorities.length === 0 && view.beside.length === 0)
    return (
      <p class="empty">
        No priority has been chosen yet. A priority is a part of the strategy that matters most this year, and
        why now.
      </p>
    );
  return (
    <>
      {view.priorities.map((seen, index) => (
        <section key={seen.priority.id} class="plan-priority" aria-labelledby={`priority-${index + 1}`}>
          <h2 id={`priority-${index + 1}`}>
            {index + 1}. {seen.priority.title}
          </h2>
          <AboveIt seen={seen} slug={view.plan.frameworkSlug} />
          {seen.priority.why === '' ? null : <p class="own-words">{seen.priority.why}</p>}
          <Need seen={seen} />
          {seen.actions.length === 0 ? (
            <p class="empty">Nothing is done about it in this plan yet.</p>
          ) : (
            <ActionList view={view} actions={seen.actions} today={today} />
          )}
          {may ? <Move view={view} seen={seen} request={request} index={index} /> : null}
        </section>
      ))}
      {view.beside.length === 0 ? null : (
        <section aria-labelledby="beside">
          <h2 id="beside">Beside the priorities</h2>
          <ActionList view={view} actions={view.beside} today={today} />
        </section>
      )}
    </>
  );
}

function AboveIt({ seen, slug }: { seen: PrioritySeen; slug: string }) {
  const { thread, owners } = seen;
  if (!thread)
    return (
      <p>
        <span class="tag tag-waiting">Came loose</span> The part of the strategy that this stood under has
        been taken out. It stands here as it was; choose what it serves now.
      </p>
    );
  return (
    <>
      <p class="quiet">
        {thread.line.map(({ key, label }, index) => (
          <span key={key}>
            {index === 0 ? '' : ' › '}
            <a href={`/frameworks/${slug}/elements/${key}`}>{label}</a>
          </span>
        ))}
      </p>
      {owners.length === 0 ? null : <p class="quiet">Owned by {owners.join(', ')}.</p>}
    </>
  );
}

/** Where the need is greatest, as the measures of the element show it. */
function Need({ seen: { gaps } }: { seen: PrioritySeen }) {
  if (gaps.length === 0) return null;
  return (
    <p>
      Where the need is greatest:{' '}
      {gaps.map(({ title, link }, index) => (
        <span key={link}>
          {index === 0 ? '' : '; '}
          <a href={link}>{title}: the gap</a>
        </span>
      ))}
    </p>
  );
}

function Move(props: { view: PlanView; seen: PrioritySeen; request: PageRequest; index: number }) {
  const { view, seen, request, index } = props;
  const { id, title } = seen.priority;
  const last = index === view.priorities.length - 1;
  return (
    <div class="actions plan-small-actions">
      <a href={`${planPlaces.newAction}?plan=${view.plan.key}&priority=${id}`}>
        Add an action<span class="visually-hidden"> under {title}</span>
      </a>
      <a href={planPlaces.editPriority(view.plan.key, id)}>
        Change<span class="visually-hidden"> {title}</span>
      </a>
      <form method="post" action={planPlaces.movePriority(view.plan.key, id)}>
        <CsrfField csrf={request.csrf} />
        {index === 0 ? null : (
          <button type="submit" class="link-button" name="way" value="up">
            Up<span class="visually-hidden">: {title}</span>
          </button>
        )}{' '}
        {last ? null : (
          <button type="submit" class="link-button" name="way" value="down">
            Down<span class="visually-hidden">: {title}</span>
          </button>
        )}
      </form>
    </div>
  );
}
