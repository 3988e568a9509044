import type { JSX } from 'preact';
import { attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import { contentOf } from '../../content.ts';
import type { PhaseBannerProps } from '../../generated/content/phase-banner.ts';
import { Tag } from './tag.tsx';

/** How far along the service is, and where to say what is wrong with it. */
export function PhaseBanner(props: PhaseBannerProps): JSX.Element {
  const tag = props.tag || undefined;
  return (
    <div
      class={classNames('govuk-phase-banner', 'govuk-width-container', props.classes)}
      {...attributes(props.attributes)}
    >
      <p class="govuk-phase-banner__content">
        <Tag
          text={tag?.text}
          html={tag?.html}
          classes={classNames('govuk-phase-banner__content__tag', tag?.classes)}
        />{' '}
        <span class="govuk-phase-banner__text">{contentOf(props)}</span>
      </p>
    </div>
  );
}
