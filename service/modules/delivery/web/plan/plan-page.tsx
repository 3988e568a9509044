import { notFound, page, redirectTo, type PageRequest, type Route } from '#platform/http/route.ts';
import { allowed } from '#platform/access/policy.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import { actionStates } from '../../domain/action.ts';
import { keepPlan, readBoards } from '../../domain/permissions.ts';
import { choose, isChosen, ownersByAction, type Chosen } from '../../domain/plan/choose-actions.ts';
import { seesNames } from '../../domain/who-sees.ts';
import { thePlan } from '../../queries/plan/plans-in-force.ts';
import { planView, type PlanView } from '../../queries/plan/plan-view.ts';
import { ActionList } from '../actions/action-list.tsx';
import { ChangedByDecisions } from './changed-by-decisions.tsx';
import { ChooseActions } from './choose-actions.tsx';
import { AlikePairs, LateFirst, LooseOnes, Totals } from './plan-parts.tsx';
import { PlanPriorities } from './plan-priorities.tsx';
import { planPlaces } from './places.ts';

/** The plan of a year: what matters most, what is done about it, by whom, what is late and what it holds up. */
export const planPageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: planPlaces.inForce,
    policy: 'everyone',
    answer: async (request) => {
      const plan = await request.read(thePlan);
      if (plan) return redirectTo(planPlaces.plan(plan.key));
      return page({ title: 'The plan of the year', body: <NoPlanYet mayKeep={mayKeep(request)} /> });
    },
  },
  {
    method: 'GET',
    path: planPlaces.plan(':plan'),
    policy: 'everyone',
    answer: async (request) => {
      const view = await request.read((ctx) => planView(ctx, request.params['plan'] ?? ''));
      if (!view) return notFound();
      return page({
        title: view.plan.title,
        wide: true,
        body: <PlanPage view={view} request={request} chosen={chosenIn(request, view)} />,
      });
    },
  },
];

function mayKeep({ actor }: PageRequest): boolean {
  return allowed(actor, keepPlan);
}

function chosenIn({ query, actor }: PageRequest, { actions }: PlanView): Chosen {
  const state = query.get('state') ?? '';
  return {
    owner: seesNames(actor) ? (ownersByAction(actions).get(query.get('owner') ?? '') ?? '') : '',
    organisation: query.get('organisation') ?? '',
    state: state === 'open' ? 'open' : (actionStates.find((one) => one === state) ?? ''),
  };
}

function NoPlanYet({ mayKeep: may }: { mayKeep: boolean }) {
  return (
    <>
      <h1>The plan of the year</h1>
      <div class="empty">
        <p>
          Nothing is planned here yet. A plan says what matters most this year, who does what about it, and by
          when.
        </p>
        {may ? (
          <a class="govuk-button" href={planPlaces.newPlan}>
            Begin a plan
          </a>
        ) : null}
      </div>
    </>
  );
}

const stateWords = {
  draft: 'A draft: it is not agreed yet, and only those who sit on a board see it',
  agreed: 'Agreed',
  closed: 'This year is closed',
} as const;

function PlanPage({ view, request, chosen }: { view: PlanView; request: PageRequest; chosen: Chosen }) {
  const { plan } = view;
  const today = dayInEngland(request.now);
  const some = choose(view.actions, chosen, today);
  const agreed = plan.state === 'agreed' && plan.agreedOn ? ` on ${sayDay(plan.agreedOn)}` : '';
  return (
    <>
      <h1>{plan.title}</h1>
      <p class="lead">
        {view.priorities.length} priorities and {view.actions.length} actions from {sayDay(plan.from)} to{' '}
        {sayDay(plan.until)}. {stateWords[plan.state]}
        {agreed}.
      </p>
      {mayKeep(request) ? <ForWhoKeepsIt view={view} /> : null}
      <LateFirst view={view} today={today} />
      {mayKeep(request) ? <LooseOnes view={view} /> : null}
      <ChooseActions view={view} chosen={chosen} names={seesNames(request.actor)} />
      {isChosen(chosen) ? (
        <section>
          <h2>
            {some.length === 1 ? 'One action' : `${some.length} actions`} of {view.actions.length}
          </h2>
          <ActionList view={view} actions={some} today={today} />
        </section>
      ) : (
        <PlanPriorities view={view} request={request} today={today} />
      )}
      <ChangedByDecisions changes={view.changes} />
      <Totals view={view} />
      {mayKeep(request) ? <AlikePairs view={view} /> : null}
      <OtherPages view={view} actor={request.actor} />
    </>
  );
}

function ForWhoKeepsIt({ view: { plan } }: { view: PlanView }) {
  return (
    <div class="actions">
      <a class="govuk-button" href={`${planPlaces.newAction}?plan=${plan.key}`}>
        Add an action
      </a>
      <a href={planPlaces.addPriority(plan.key)}>Add a priority</a>
      <a href={planPlaces.editPlan(plan.key)}>Change the plan’s own words</a>
      <a href={planPlaces.newPlan}>Begin another plan</a>
    </div>
  );
}

/** What stands beside the plan in the same room. */
function rooms(actor: Actor): readonly (readonly [href: string, words: string])[] {
  return [
    ['/boards', 'Boards and who sits on them'],
    ['/meetings', 'Meetings'],
    ['/decisions', 'Decisions, and what came of them'],
    ['/findings', 'What others found'],
    ...(allowed(actor, readBoards) ? [['/years', 'Years, looked back on'] as const] : []),
    ...(seesNames(actor) ? [['/commissioning', 'Buying together'] as const] : []),
  ];
}

function OtherPages({ view, actor }: { view: PlanView; actor: Actor }) {
  return (
    <nav aria-labelledby="more-of-the-plan">
      <h2 id="more-of-the-plan">More of the plan</h2>
      <ul class="plain-list">
        <li>
          <a href={planPlaces.together(view.plan.key)}>What it all does to the same families, together</a>
        </li>
        {seesNames(actor) ? (
          <li>
            <a href={`/years/${view.plan.key}`}>Look back on this year, and turn it</a>
          </li>
        ) : null}
        {rooms(actor).map(([href, words]) => (
          <li key={href}>
            <a href={href}>{words}</a>
          </li>
        ))}
        {view.others.map(({ key, title }) => (
          <li key={key}>
            <a href={planPlaces.plan(key)}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
