import type { JSX } from 'preact';
import { attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import type { NotificationBannerProps } from '../../generated/content/notification-banner.ts';
import { Heading } from './heading.tsx';

/** News for the reader: of a success (`type: 'success'`), or of something important. */
export function NotificationBanner(props: NotificationBannerProps): JSX.Element {
  const success = props.type === 'success';
  const titleId = props.titleId || 'govuk-notification-banner-title';
  const marked = props.children ?? props.html;
  return (
    <div
      class={classNames(
        'govuk-notification-banner',
        success && 'govuk-notification-banner--success',
        props.classes,
      )}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus}
      {...attributes({ role: props.role || (success ? 'alert' : 'region') })}
      {...attributes(props.attributes)}
    >
      <div class="govuk-notification-banner__header">
        <Heading level={props.titleHeadingLevel} class="govuk-notification-banner__title" id={titleId}>
          {props.titleHtml || props.titleText || (success ? 'Success' : 'Important')}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {marked || (props.text && <p class="govuk-notification-banner__heading">{props.text}</p>)}
      </div>
    </div>
  );
}
