import { allowed } from '#platform/access/policy.ts';
import { notFound, page, type PageRequest, type Route } from '#platform/http/route.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { keepPlan } from '../../domain/permissions.ts';
import {
  concernWords,
  directionWords,
  type CombinedChange,
  type CombinedImpact,
} from '../../domain/plan/combined-impact.ts';
import { togetherView, type TogetherView } from '../../queries/plan/together-view.ts';
import { planPlaces } from '../plan/places.ts';
import { ActionLink } from '../plan/plan-parts.tsx';
import { PovertyRegister } from './poverty-register.tsx';

/** What several partners' changes do to the same families at once, and what is done about it. */
export const togetherRoute: Route = {
  method: 'GET',
  path: planPlaces.together(':plan'),
  policy: 'everyone',
  answer: async (request) => {
    const view = await request.read((ctx) => togetherView(ctx, request.params['plan'] ?? ''));
    if (!view) return notFound();
    return page({
      title: `Together: ${view.plan.title}`,
      wide: true,
      breadcrumbs: [{ text: view.plan.title, href: planPlaces.plan(view.plan.key) }],
      body: <Together view={view} request={request} />,
    });
  },
};

function Together({ view, request }: { view: TogetherView; request: PageRequest }) {
  const may = allowed(request.actor, keepPlan);
  const { impacts, meetings, plan } = view;
  return (
    <>
      <h1>What it all does to the same families, together</h1>
      <p class="lead">
        Each change may be right by itself. Here stands what several of them do to one family at once, good
        and bad, and what we do about it.
      </p>
      {may ? (
        <div class="actions">
          <a class="govuk-button" href={planPlaces.newImpact(plan.key)}>
            Write down what meets
          </a>
        </div>
      ) : null}
      {impacts.length === 0 ? (
        <p class="empty">
          Nothing has been written down yet. Look for families whom two organisations’ changes reach at the
          same time.
        </p>
      ) : null}
      {impacts.map((impact, index) => (
        <Impact key={impact.id} view={view} impact={impact} may={may} id={`impact-${index + 1}`} />
      ))}
      {may && meetings.length > 0 ? <Suggested view={view} /> : null}
      <PovertyRegister view={view} />
    </>
  );
}

type ImpactProps = { view: TogetherView; impact: CombinedImpact; may: boolean; id: string };

function Impact({ view, impact, may, id }: ImpactProps) {
  return (
    <section class="plan-priority" aria-labelledby={id}>
      <h2 id={id}>{impact.families}</h2>
      <p class="plan-action-facts">
        <span class={`tag state-mark direction-${impact.direction}`}>{directionWords[impact.direction]}</span>{' '}
        <span class="quiet">{impact.concerns.map((one) => concernWords[one]).join(', ')}</span>
      </p>
      {impact.whatHappens === '' ? null : <p class="own-words">{impact.whatHappens}</p>}
      <h3>What meets there</h3>
      <ul>
        {impact.changes.map((change) => (
          <li key={change.id}>
            <Change view={view} change={change} />
          </li>
        ))}
      </ul>
      <Answered impact={impact} />
      {may ? (
        <p>
          <a href={planPlaces.impact(view.plan.key, impact.id)}>
            Change<span class="visually-hidden"> what is said of {impact.families}</span>
          </a>
        </p>
      ) : null}
    </section>
  );
}

/** What is done about it, by whom, and when it is looked at again. */
function Answered({ impact }: { impact: CombinedImpact }) {
  return (
    <dl class="plan-facts">
      <div>
        <dt>What we do</dt>
        <dd class="own-words">{impact.whatWeDo === '' ? 'Nothing yet' : impact.whatWeDo}</dd>
      </div>
      {impact.ownerName === '' ? null : (
        <div>
          <dt>Who looks after it</dt>
          <dd>{impact.ownerName}</dd>
        </div>
      )}
      <div>
        <dt>Looked at again</dt>
        <dd>{impact.review === undefined ? 'No day yet' : sayDay(impact.review)}</dd>
      </div>
    </dl>
  );
}

function Change({ view, change }: { view: TogetherView; change: CombinedChange }) {
  const action = change.actionId && view.actions.get(change.actionId);
  const key = action ? action.owner.organisationKey : change.organisationKey;
  const organisation = view.organisations.get(key) ?? key;
  const from = change.from === undefined ? '' : `, from ${sayDay(change.from)}`;
  return (
    <>
      {organisation === '' ? null : <strong>{organisation}: </strong>}
      {action ? <ActionLink action={action} /> : change.words}
      {action && change.words !== '' ? `. ${change.words}` : ''}
      {from}
    </>
  );
}

/** The same group named by two organisations at the same time: perhaps worth writing down. */
function Suggested({ view }: { view: TogetherView }) {
  return (
    <section aria-labelledby="suggested">
      <h2 id="suggested">These meet, and nobody has said what they do together</h2>
      <ul class="findings">
        {view.meetings.map(({ families, actions }) => (
          <li key={families}>
            <p>
              <strong>{families}</strong>
            </p>
            <ul>
              {actions.map((action) => (
                <li key={action.id}>
                  <ActionLink action={action} />
                </li>
              ))}
            </ul>
            <p>
              <a
                href={`${planPlaces.newImpact(view.plan.key)}?actions=${actions.map(({ number }) => number).join('-')}`}
              >
                Write down what they do together<span class="visually-hidden"> to {families}</span>
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
