import type { Day } from '#platform/kernel/day.ts';
import { sayNumber, type Action } from '../../domain/action.ts';
import { sayLoose } from '../../domain/plan/came-loose.ts';
import { sayLikeness } from '../../domain/plan/likeness.ts';
import { sayPounds } from '../../domain/plan/plan-totals.ts';
import type { PlanView } from '../../queries/plan/plan-view.ts';
import { sayOwner, sayWhen } from '../actions/action-list.tsx';
import { planPlaces } from './places.ts';
import { StateMark } from '../actions/state-mark.tsx';

/** What is late stands first, with what it holds up. */
export function LateFirst({ view, today }: { view: PlanView; today: Day }) {
  if (view.plan.state === 'closed' || view.actions.length === 0) return null;
  if (view.late.length === 0) return <p class="plan-calm">Nothing in this plan is late today.</p>;
  return (
    <section aria-labelledby="late">
      <h2 id="late">
        {view.late.length === 1 ? 'One action is late' : `${view.late.length} actions are late`}
      </h2>
      <ul class="plan-late">
        {view.late.map(({ late, holdsUp }) => (
          <li key={late.id}>
            <p class="plan-action-title">
              <ActionLink action={late} />
            </p>
            <p class="plan-action-facts">
              <StateMark action={late} today={today} /> <span>{sayOwner(late, view.organisations)}</span>{' '}
              <span class="quiet">{sayWhen(late)}</span>
            </p>
            {late.reason === '' ? null : <p class="plan-action-reason">{late.reason}</p>}
            {holdsUp.length === 0 ? null : (
              <>
                <p class="plan-holds-up">It holds up:</p>
                <ul class="plain-list">
                  {holdsUp.map((action) => (
                    <li key={action.id}>
                      <ActionLink action={action} />
                    </li>
                  ))}
                </ul>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "A7 Ring every family", as a way to it. */
export function ActionLink({ action }: { action: Pick<Action, 'number' | 'title'> }) {
  return (
    <>
      <span class="quiet">{sayNumber(action)}</span>{' '}
      <a href={planPlaces.action(action.number)}>{action.title}</a>
    </>
  );
}

/** What came loose, with what to do. */
export function LooseOnes({ view }: { view: PlanView }) {
  const loose = view.actions.filter(({ id }) => view.loose.has(id));
  if (loose.length === 0) return null;
  return (
    <section aria-labelledby="loose">
      <h2 id="loose">What came loose</h2>
      <ul class="findings">
        {loose.map((action) => (
          <li key={action.id}>
            <p>
              <ActionLink action={action} />
            </p>
            {(view.loose.get(action.id) ?? []).map((one) => (
              <p key={one.kind}>{sayLoose(one)}</p>
            ))}
            <p>
              <a href={planPlaces.editAction(action.number)}>Mend {sayNumber(action)}</a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the plan needs, once and each year; what nobody has costed is said. */
export function Totals({ view: { totals, actions } }: { view: PlanView }) {
  if (actions.length === 0) return null;
  const { notCosted, costed } = totals;
  return (
    <section aria-labelledby="money">
      <h2 id="money">What it needs</h2>
      <dl class="facts">
        <div class="fact">
          <dt>Once</dt>
          <dd class="figure-large">{sayPounds(totals.oneOffPounds)}</dd>
        </div>
        <div class="fact">
          <dt>Each year that it goes on</dt>
          <dd class="figure-large">{sayPounds(totals.yearlyPounds)}</dd>
        </div>
      </dl>
      <p>
        {costed === 1 ? 'One action is' : `${costed} actions are`} costed.{' '}
        {notCosted.length === 0
          ? 'None is left out.'
          : `${notCosted.length === 1 ? 'One is' : `${notCosted.length} are`} not, so the true sums are higher: `}
        {notCosted.map((action, index) => (
          <span key={action.id}>
            {index === 0 ? '' : ', '}
            <a href={planPlaces.action(action.number)}>{sayNumber(action)}</a>
          </span>
        ))}
        {notCosted.length === 0 ? '' : '.'} What was stopped is not counted.
      </p>
    </section>
  );
}

/** Two actions that may be one piece of work: a hint, side by side, for a person to judge. */
export function AlikePairs({ view }: { view: PlanView }) {
  if (view.alike.length === 0) return null;
  return (
    <section aria-labelledby="alike">
      <h2 id="alike">Perhaps the same work twice</h2>
      <p>Two teams may mean one thing. Read them side by side; they may well both be needed.</p>
      {view.alike.map(({ one, other, likeness }) => (
        <div key={`${one.id} ${other.id}`}>
          <p class="quiet">They share {sayLikeness(likeness)}.</p>
          <div class="both-versions">
            {[one, other].map((action) => (
              <div key={action.id}>
                <p>
                  <ActionLink action={action} />
                </p>
                <p>{sayOwner(action, view.organisations)}</p>
                {action.what === '' ? null : <p class="own-words">{action.what}</p>}
              </div>
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}
