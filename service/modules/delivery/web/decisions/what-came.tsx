import { sayDay } from '#platform/kernel/day.ts';
import { sayNumber, stateWords, type Action } from '../../domain/action.ts';
import type { ChangeSeen } from '../../queries/decisions/changes-seen.ts';
import type { DecisionSince } from '../../queries/meetings/last-time.ts';
import { agendaPlaces } from '../agenda/agenda-places.ts';
import { planPlaces } from '../plan/places.ts';

/** What came of a decision, in a line or two: what was told of it, its actions as they stand, what took its place. */
export function WhatCame({ since }: { since: DecisionSince }) {
  const { decision, actions, changes, replacedBy } = since;
  return (
    <div class="what-came">
      {decision.cameOfIt === '' ? null : (
        <p class="own-words" dir="auto">
          {decision.cameOfIt}
        </p>
      )}
      {replacedBy ? (
        <p>
          Replaced by <a href={agendaPlaces.decision(replacedBy.number)}>{replacedBy.title}</a>.
        </p>
      ) : null}
      {actions.length === 0 ? null : (
        <ul class="plain-list">
          {actions.map((action) => (
            <li key={action.id}>
              <a href={`/actions/${action.number}`}>{action.title}</a>{' '}
              <span class="quiet">{sayStanding(action)}</span>
            </li>
          ))}
        </ul>
      )}
      {changes.map((change) => (
        <p key={change.id}>
          <ChangedWhat change={change} />
        </p>
      ))}
      {decision.cameOfIt === '' && actions.length + changes.length === 0 && !replacedBy ? (
        <p class="quiet">Nothing is written yet of what came of it.</p>
      ) : null}
    </div>
  );
}

/** "Our plan for 2026/27 was changed: the bus comes first" */
function ChangedWhat({ change: { plan, what } }: { change: ChangeSeen }) {
  return (
    <>
      {plan ? (
        <>
          <a href={planPlaces.plan(plan.key)}>{plan.title}</a> was changed:{' '}
        </>
      ) : (
        'Changed: '
      )}
      <span dir="auto">{what}</span>
    </>
  );
}

/** "A7, done on 3 September 2026" */
function sayStanding(action: Action): string {
  const on = action.doneOn === undefined ? '' : ` on ${sayDay(action.doneOn)}`;
  const by = action.due === undefined || action.state === 'done' ? '' : `, by ${sayDay(action.due)}`;
  return `${sayNumber(action)}, ${stateWords[action.state]}${on}${by}`;
}
