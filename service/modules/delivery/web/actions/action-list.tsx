import { sayDay, type Day } from '#platform/kernel/day.ts';
import { sayNumber, type Action } from '../../domain/action.ts';
import type { PlanView } from '../../queries/plan/plan-view.ts';
import { planPlaces } from '../plan/places.ts';
import { StateMark } from './state-mark.tsx';

/** Actions below one another: what, who, how it stands, by when. */
export function ActionList(props: {
  view: Pick<PlanView, 'organisations' | 'loose'>;
  actions: readonly Action[];
  today: Day;
}) {
  const { view, actions, today } = props;
  if (actions.length === 0) return <p class="empty">Nothing here fits what you chose.</p>;
  return (
    <ul class="plan-actions">
      {actions.map((action) => (
        <li key={action.id}>
          <p class="plan-action-title">
            <span class="quiet">{sayNumber(action)}</span>{' '}
            <a href={planPlaces.action(action.number)}>{action.title}</a>
          </p>
          <p class="plan-action-facts">
            <StateMark action={action} today={today} /> <span>{sayOwner(action, view.organisations)}</span>{' '}
            {sayWhen(action) === '' ? null : <span class="quiet">{sayWhen(action)}</span>}
          </p>
          {action.reason === '' ? null : <p class="plan-action-reason">{action.reason}</p>}
          {view.loose.has(action.id) ? (
            <p class="plan-action-reason">
              <span class="tag tag-waiting">Came loose</span>{' '}
              <a href={planPlaces.action(action.number)}>See what of {sayNumber(action)}, and mend it</a>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** "Lantern Families, Samuel Eketone-Price" */
export function sayOwner({ owner }: Action, organisations: ReadonlyMap<string, string>): string {
  const organisation = organisations.get(owner.organisationKey) ?? owner.organisationKey;
  return [organisation, owner.name].filter((part) => part !== '').join(', ') || 'Nobody owns it yet';
}

/** "by 31 March 2027", "done on 3 September 2026" */
export function sayWhen({ state, due, doneOn }: Action): string {
  if (state === 'done') return doneOn === undefined ? '' : `on ${sayDay(doneOn)}`;
  return due === undefined ? 'no day yet' : `by ${sayDay(due)}`;
}
