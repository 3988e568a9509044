import type { ChildGroup } from '#reference/groups.ts';
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import type { Hypothesis, HypothesisState, HypothesisStep } from '../../../domain/gap/hypothesis.ts';
import type { GapCardView } from '../../../queries/gaps/gap-card.ts';
import { gapPlaces } from '../places.ts';

/** What a state is called on a page. */
export const stateWords: { readonly [State in HypothesisState]: string } = {
  open: 'Not looked into yet',
  supported: 'Supported by what was found',
  refuted: 'Refuted by what was found',
};

const stateShapes: { readonly [State in HypothesisState]: string } = {
  open: '○',
  supported: '●',
  refuted: '✕',
};

type Props = {
  view: GapCardView;
  hypotheses: readonly Hypothesis[];
  mayExplain: boolean;
  group: ChildGroup;
};

/** Why the gap might be there: guesses, what came of looking, who wrote it and when. */
export function HypothesesSection({ view, hypotheses, mayExplain, group }: Props) {
  return (
    <CausesSection
      hypotheses={hypotheses}
      mayExplain={mayExplain}
      addHref={gapPlaces.addHypothesis(view.definition, { area: view.place.code, group: group.key })}
    />
  );
}

type CausesProps = Pick<Props, 'hypotheses' | 'mayExplain'> & {
  addHref: string;
  /** whom the guesses are about, where the page shows several groups */
  about?: string;
};

/** The same for any gap, in an outcome or in a decision. */
export function CausesSection({ hypotheses, mayExplain, addHref, about }: CausesProps) {
  return (
    <section>
      <h2>{about === undefined ? 'Why might this be?' : `Why might this be, for ${about}?`}</h2>
      <p class="quiet">
        These are guesses to be looked into, not causes. A gap between groups says nothing about any one
        child.
      </p>
      {hypotheses.length === 0 ? <p>Nobody has written down yet why this gap might be there.</p> : null}
      <ol class="gap-causes">
        {hypotheses.map((hypothesis) => (
          <Guess key={hypothesis.id} hypothesis={hypothesis} mayExplain={mayExplain} />
        ))}
      </ol>
      {mayExplain ? (
        <p>
          <a href={addHref}>Add why this might be</a>
        </p>
      ) : null}
    </section>
  );
}

function Guess({ hypothesis, mayExplain }: { hypothesis: Hypothesis; mayExplain: boolean }) {
  const { words, state, evidence, changedByName, changedAt, steps } = hypothesis;
  return (
    <li class={`gap-cause gap-cause-${state}`}>
      <h3 dir="auto">{words}</h3>
      <p>
        <strong>
          <span aria-hidden="true">{stateShapes[state]} </span>
          {stateWords[state]}
        </strong>
      </p>
      {evidence === '' ? null : (
        <p class="own-words" dir="auto">
          {evidence}
        </p>
      )}
      <p class="beneath">
        {changedByName}, {sayDay(dayInEngland(changedAt))}
      </p>
      {steps.length > 1 ? <Before steps={steps.slice(0, -1)} /> : null}
      {mayExplain ? (
        <p>
          <a href={gapPlaces.hypothesis(hypothesis.id)}>
            Say what came of it<span class="visually-hidden">: {words}</span>
          </a>
        </p>
      ) : null}
    </li>
  );
}

function Before({ steps }: { steps: readonly HypothesisStep[] }) {
  return (
    <details>
      <summary>What stood here before</summary>
      <ul>
        {steps.toReversed().map((step) => (
          <li key={step.version}>
            <span dir="auto">“{step.words}”</span> {stateWords[step.state]}
            {step.evidence === '' ? '' : `: ${step.evidence}`}
            <span class="beneath">
              {step.byName}, {sayDay(dayInEngland(step.at))}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
