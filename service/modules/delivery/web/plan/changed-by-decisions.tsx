import { sayDay } from '#platform/kernel/day.ts';
import { sayDecisionNumber } from '../../domain/decision.ts';
import type { PlanView } from '../../queries/plan/plan-view.ts';
import { agendaPlaces } from '../agenda/agenda-places.ts';
import { BeforeAndAfter } from '../decisions/decision-page.tsx';

/** What boards changed in the plan after it was agreed: as it was, as it is to be, and the decision that made it so. */
export function ChangedByDecisions({ changes }: Pick<PlanView, 'changes'>) {
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby="changed">
      <h2 id="changed">What decisions changed in it</h2>
      {changes.map(({ change, decision }) => (
        <div key={change.id}>
          <h3 dir="auto">{change.what}</h3>
          <p class="quiet">
            {sayDecisionNumber(decision)}, decided on {sayDay(decision.decidedOn)}:{' '}
            <a href={agendaPlaces.decision(decision.number)} dir="auto">
              {decision.title}
            </a>
          </p>
          <BeforeAndAfter change={change} />
        </div>
      ))}
    </section>
  );
}
