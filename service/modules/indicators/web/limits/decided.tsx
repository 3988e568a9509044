import { sayDecision, sayTakenBack, type LimitsDecision } from '../../domain/limits/limits-decision.ts';
import type { LimitsNow } from '../../domain/limits/limits-chart.ts';
import { sayLapse } from './limits-words.ts';

/** What was decided and is not borne by the figures any more: the line is drawn without it, and the page says so. */
export function LapsedDecisions({ limits }: { limits: LimitsNow }) {
  const { lapsed } = limits.plan;
  if (lapsed.length === 0) return null;
  return (
    <ul class="measure-notes">
      {lapsed.map(({ decision, because }) => (
        <li key={decision.id} dir="auto">
          No longer applies. {sayLapse(because)}. {sayDecision(decision)}
        </li>
      ))}
    </ul>
  );
}

/** Everything that was ever decided, the newest first, with what was taken back and why. */
export function DecisionsList({ decisions }: { decisions: readonly LimitsDecision[] }) {
  return (
    <ul>
      {decisions.toReversed().map((decision) => (
        <li key={decision.id} dir="auto">
          {sayDecision(decision)}
          {decision.takenBack ? <span class="beneath">{sayTakenBack(decision)}</span> : null}
        </li>
      ))}
    </ul>
  );
}
