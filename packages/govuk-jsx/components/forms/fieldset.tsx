import type { JSX } from 'preact';
import { attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import { contentOf } from '../../content.ts';
import type { FieldsetLegend, FieldsetProps } from '../../generated/forms/fieldset.ts';

/** Fields that belong together, under one legend. */
export function Fieldset(props: FieldsetProps): JSX.Element {
  return (
    <fieldset
      class={classNames('govuk-fieldset', props.classes)}
      aria-describedby={props.describedBy || undefined}
      {...attributes({ role: { value: props.role || null, optional: true } })}
      {...attributes(props.attributes)}
    >
      {props.legend && <Legend {...props.legend} />}
      {props.children ?? props.html}
    </fieldset>
  );
}

function Legend(legend: FieldsetLegend): JSX.Element | null {
  const shown = contentOf(legend);
  if (shown === undefined || shown === '') return null;
  return (
    <legend class={classNames('govuk-fieldset__legend', legend.classes)}>
      {legend.isPageHeading ? <h1 class="govuk-fieldset__heading">{shown}</h1> : shown}
    </legend>
  );
}
