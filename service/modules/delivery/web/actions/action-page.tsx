import { notFound, page, type PageContent, type PageRequest, type Route } from '#platform/http/route.ts';
import { allowed } from '#platform/access/policy.ts';
import { dayInEngland } from '#platform/kernel/day.ts';
import { isOver, isOwnedBy, sayNumber } from '../../domain/action.ts';
import { keepPlan, sayProgress } from '../../domain/permissions.ts';
import { sayLoose } from '../../domain/plan/came-loose.ts';
import { actionView, type ActionView } from '../../queries/plan/action-view.ts';
import { seesNames } from '../../domain/who-sees.ts';
import { sayOwner, sayWhen } from './action-list.tsx';
import { Along, Around, CameOfIt } from './action-along.tsx';
import { AskByLetter } from './action-ask.tsx';
import { NeedsAndNotes } from './action-notes.tsx';
import { WhyIt } from './action-why.tsx';
import { numberIn } from './address-of-action.ts';
import { planPlaces } from '../plan/places.ts';
import { StateMark } from './state-mark.tsx';

/** One action: why, who, how it goes, what it waits for and holds up. */
export const actionPageRoute: Route = {
  method: 'GET',
  path: planPlaces.action(0).replace('0', ':number'),
  policy: 'everyone',
  answer: async (request) => {
    const view = await request.read((ctx) => actionView(ctx, numberIn(request)));
    return view ? page(actionContent(view, request)) : notFound();
  },
};

function actionContent(view: ActionView, request: PageRequest): PageContent {
  const { action, plan } = view;
  const today = dayInEngland(request.now);
  return {
    title: action.title,
    breadcrumbs: plan
      ? [{ text: plan.title, href: planPlaces.plan(plan.key) }]
      : [{ text: 'The plan', href: planPlaces.inForce }],
    body: (
      <>
        <p class="quiet plan-number">{sayNumber(action)}</p>
        <h1>{action.title}</h1>
        <p class="plan-action-facts lead">
          <StateMark action={action} today={today} /> <span>{sayOwner(action, view.organisations)}</span>{' '}
          <span class="quiet">{sayWhen(action)}</span>
        </p>
        {action.reason === '' ? null : <p class="own-words">{action.reason}</p>}
        <LooseOf view={view} request={request} />
        <Ways view={view} request={request} />
        {action.what === '' ? null : <p class="own-words">{action.what}</p>}
        <WhyIt view={view} />
        <Around view={view} today={today} />
        <NeedsAndNotes action={action} />
        <Along view={view} names={seesNames(request.actor)} />
        <CameOfIt view={view} />
        {allowed(request.actor, keepPlan) && !isOver(action) ? (
          <AskByLetter view={view} request={request} answers={{ errors: [] }} />
        ) : null}
      </>
    ),
  };
}

function LooseOf({ view, request }: { view: ActionView; request: PageRequest }) {
  if (view.loose.length === 0) return null;
  return (
    <div class="empty">
      <h2>What came loose</h2>
      {view.loose.map((one) => (
        <p key={one.kind}>{sayLoose(one)}</p>
      ))}
      {allowed(request.actor, keepPlan) ? (
        <p>
          <a href={planPlaces.editAction(view.action.number)}>Mend it</a>
        </p>
      ) : null}
    </div>
  );
}

function Ways({ view: { action }, request: { actor } }: { view: ActionView; request: PageRequest }) {
  const keeps = allowed(actor, keepPlan);
  const says = keeps || (allowed(actor, sayProgress) && isOwnedBy(action, actor));
  if (!says) return null;
  return (
    <div class="actions">
      <a class="govuk-button" href={planPlaces.say(action.number)}>
        Say how it goes
      </a>
      <a href={planPlaces.around(action.number)}>Milestones{keeps ? ', partners, what it waits for' : ''}</a>
      {keeps ? <a href={planPlaces.editAction(action.number)}>Change the words</a> : null}
    </div>
  );
}
