import type { JSX } from 'preact';
import { attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import { contentOf } from '../../content.ts';
import type { DetailsProps } from '../../generated/content/details.ts';

/** More for those who want it, folded away. */
export function Details(props: DetailsProps): JSX.Element {
  return (
    <details
      id={props.id || undefined}
      class={classNames('govuk-details', props.classes)}
      open={props.open}
      {...attributes(props.attributes)}
    >
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{props.summaryHtml || props.summaryText}</span>
      </summary>
      <div class="govuk-details__text">{contentOf(props)}</div>
    </details>
  );
}
