import { errorOf, keptAll } from '#platform/forms/read-form.ts';
import type { FrameworkDocument } from '../../../domain/framework-document.ts';
import { graphOf, tiersInOrder, type TierGroup } from '../../../domain/graph.ts';
import type { Answers } from '#platform/forms/inputs.tsx';

/** So few that nobody has to look for one. */
const fewEnoughToOpen = 12;

/** What it serves, one step up: elements in the order of their tiers, ticked from a list that scrolls where it is long. */
export function Serves(props: {
  answers: Answers;
  document: FrameworkDocument;
  before: readonly string[];
  without?: string;
}) {
  const groups = tiersInOrder(graphOf(props.document));
  const ticked = new Set(keptAll(props.answers.posted, 'serves', props.before));
  const error = errorOf(props.answers.errors, 'serves');
  const shown = groups
    .map(({ tier, elements }) => ({ tier, elements: elements.filter(({ key }) => key !== props.without) }))
    .filter(({ elements }) => elements.length > 0);
  if (shown.length === 0) return null;
  const fewInAll = props.document.elements.length <= fewEnoughToOpen;
  return (
    <fieldset class={`govuk-fieldset govuk-form-group${error ? ' govuk-form-group--error' : ''}`} id="serves">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">What does it serve?</legend>
      <p class="govuk-hint">
        One step up the thread, towards the vision. More than one, if it serves more than one.
      </p>
      {error ? <p class="govuk-error-message">{error}</p> : null}
      <div class="tick-lists">
        {shown.map((group) => (
          <TickList key={group.tier.key} group={group} ticked={ticked} isOpen={fewInAll} />
        ))}
      </div>
    </fieldset>
  );
}

function TickList(props: { group: TierGroup; ticked: ReadonlySet<string>; isOpen: boolean }) {
  const { tier, elements } = props.group;
  return (
    <details open={props.isOpen || elements.some(({ key }) => props.ticked.has(key))}>
      <summary>
        {tier.plural} <span class="quiet">({elements.length})</span>
      </summary>
      <div class="in-columns">
        {elements.map(({ key, label }) => (
          <label key={key} class="tick">
            <input type="checkbox" name="serves" value={key} checked={props.ticked.has(key)} />
            <span dir="auto">{label}</span>
          </label>
        ))}
      </div>
    </details>
  );
}
