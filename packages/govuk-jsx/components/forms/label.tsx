import type { JSX } from 'preact';
import { attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import { contentOf } from '../../content.ts';
import type { LabelProps } from '../../generated/forms/label.ts';

/** The name of a field, or nothing where there are no words for it. */
export function Label(props: LabelProps): JSX.Element | null {
  const shown = contentOf(props);
  if (shown === undefined || shown === null || shown === '') return null;
  const label = (
    <label
      class={classNames('govuk-label', props.classes)}
      for={props.for || undefined}
      {...attributes(props.attributes)}
    >
      {shown}
    </label>
  );
  return props.isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}
