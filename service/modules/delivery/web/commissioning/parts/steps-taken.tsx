import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import type { StepTaken } from '../../../domain/commissioning/commission.ts';
import { stepWords } from '../commission-words.ts';

/** Every step with who took it and why. */
export function StepsTaken({ steps }: { steps: readonly StepTaken[] }) {
  if (steps.length === 0) return null;
  return (
    <section>
      <h2>How it came this far</h2>
      <ul class="rows">
        {steps.map((step) => (
          <li key={step.id}>
            <div>
              <p class="quiet">
                {sayDay(dayInEngland(step.saidAt))}, {step.saidByName}: {stepWords[step.before]} →{' '}
                {stepWords[step.after]}
              </p>
              {step.words === '' ? null : <p dir="auto">{step.words}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
