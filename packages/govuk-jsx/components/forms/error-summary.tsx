import type { JSX } from 'preact';
import { attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import { contentOf, present } from '../../content.ts';
import type { ErrorSummaryItem, ErrorSummaryProps } from '../../generated/forms/error-summary.ts';

/** What went wrong on the page, each line linked to its field. JSX children stand in place of the description. */
export function ErrorSummary(props: ErrorSummaryProps): JSX.Element {
  const description = props.children ?? (props.descriptionHtml || props.descriptionText);
  const errors = present(props.errorList);
  return (
    <div
      class={classNames('govuk-error-summary', props.classes)}
      data-disable-auto-focus={props.disableAutoFocus}
      data-module="govuk-error-summary"
      {...attributes(props.attributes)}
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">{props.titleHtml || props.titleText}</h2>
        <div class="govuk-error-summary__body">
          {description && <p>{description}</p>}
          {errors.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {errors.map((error) => (
                <li>
                  <Line {...error} />
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}

function Line(error: ErrorSummaryItem): JSX.Element {
  if (!error.href) return <>{contentOf(error)}</>;
  return (
    <a href={error.href} {...attributes(error.attributes)}>
      {contentOf(error)}
    </a>
  );
}
