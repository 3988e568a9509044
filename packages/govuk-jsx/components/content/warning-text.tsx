import type { JSX } from 'preact';
import { attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import { contentOf } from '../../content.ts';
import type { WarningTextProps } from '../../generated/content/warning-text.ts';

/** Something with consequences. */
export function WarningText(props: WarningTextProps): JSX.Element {
  return (
    <div class={classNames('govuk-warning-text', props.classes)} {...attributes(props.attributes)}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>{' '}
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{props.iconFallbackText || 'Warning'}</span> {contentOf(props)}
      </strong>
    </div>
  );
}
