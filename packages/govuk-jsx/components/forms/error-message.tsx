import type { JSX } from 'preact';
import { attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import { contentOf } from '../../content.ts';
import type { ErrorMessageProps } from '../../generated/forms/error-message.ts';

/** What is wrong with a field; `visuallyHiddenText` is read out before it (“Error” where not given). */
export function ErrorMessage(props: ErrorMessageProps): JSX.Element {
  const { visuallyHiddenText = 'Error' } = props;
  return (
    <p
      id={props.id || undefined}
      class={classNames('govuk-error-message', props.classes)}
      {...attributes(props.attributes)}
    >
      {visuallyHiddenText && (
        <>
          <span class="govuk-visually-hidden">{visuallyHiddenText}:</span>{' '}
        </>
      )}
      {contentOf(props)}
    </p>
  );
}
