import type { DecisionView } from '../../queries/decisions/decision-view.ts';

/** The thread that a decision hangs on: from the vision down to the element that it serves. */
export function ThreadOfDecision({ view: { threads, decision } }: { view: DecisionView }) {
  const [first] = threads;
  if (!first) return null;
  return (
    <section>
      <h2>The thread it hangs on</h2>
      <p class="quiet">{first.frameworkName}</p>
      <ol class="thread">
        {first.line.map((step) => (
          <li key={step.key}>
            <span class="thread-kind">{step.tierName}</span>
            <a class="thread-title" href={`/frameworks/${first.frameworkSlug}/elements/${step.key}`}>
              {step.label}
            </a>
          </li>
        ))}
        <li class="thread-here">
          <span class="thread-kind">Decision</span>
          <span class="thread-title">{decision.title}</span>
        </li>
      </ol>
    </section>
  );
}
