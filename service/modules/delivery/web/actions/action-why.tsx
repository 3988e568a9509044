import { sayDay } from '#platform/kernel/day.ts';
import { sayDecisionNumber } from '../../domain/decision.ts';
import type { ActionView } from '../../queries/plan/action-view.ts';

/** Why it is done: the thread above it, the decision, the finding and the measure behind it. */
export function WhyIt({ view }: { view: ActionView }) {
  const { action, thread, decision, finding, measure, carriedFrom } = view;
  const none = !thread && !decision && !finding && !measure && !carriedFrom && action.measureId === '';
  return (
    <section aria-labelledby="why">
      <h2 id="why">Why</h2>
      {none ? <p class="empty">Nobody has said yet which part of the strategy it serves.</p> : null}
      {thread ? (
        <ol class="thread" aria-label="From the vision to this action">
          {thread.line.map(({ key, label, tierName }) => (
            <li key={key}>
              <span class="thread-kind">{tierName}</span>
              <a class="thread-title" href={`/frameworks/${thread.frameworkSlug}/elements/${key}`}>
                {label}
              </a>
            </li>
          ))}
          <li class="thread-here">
            <span class="thread-kind">Action</span>
            <span class="thread-title">{action.title}</span>
          </li>
        </ol>
      ) : null}
      <dl class="plan-facts">
        <CameFrom view={view} />
        <Measure view={view} />
      </dl>
    </section>
  );
}

/** The decision, the finding or the action of the year before that it came from. */
function CameFrom({ view: { decision, finding, carriedFrom } }: { view: ActionView }) {
  return (
    <>
      {decision ? (
        <Fact name="Decided by the board">
          <a href={`/decisions/${decision.number}`}>
            {sayDecisionNumber(decision)} {decision.title}
          </a>
          , on {sayDay(decision.decidedOn)}
        </Fact>
      ) : null}
      {finding ? (
        <Fact name="It answers a finding">
          <a href={`/findings/${finding.number}`}>
            F{finding.number} {finding.title}
          </a>
        </Fact>
      ) : null}
      {carriedFrom ? (
        <Fact name="Carried over from">
          <a href={`/actions/${carriedFrom.number}`}>
            A{carriedFrom.number} {carriedFrom.title}
          </a>
        </Fact>
      ) : null}
    </>
  );
}

function Measure({ view: { action, measure } }: { view: ActionView }) {
  return (
    <>
      {measure ? (
        <Fact name="The measure it should move">
          <a href={measure.link}>{measure.title}</a>. {measure.state}
        </Fact>
      ) : action.measureId === '' ? null : (
        <Fact name="The measure it should move">{action.measureId}, which is no longer here</Fact>
      )}
      {action.expectedFor === '' ? null : <Fact name="For whom">{action.expectedFor}</Fact>}
      {action.expectedEffect === '' ? null : <Fact name="What should change">{action.expectedEffect}</Fact>}
    </>
  );
}

/** One fact of an action. */
export function Fact({ name, children }: { name: string; children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
