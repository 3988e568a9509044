import type { JSX } from 'preact';
import { attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import { contentOf } from '../../content.ts';
import type { BackLinkProps } from '../../generated/navigation/back-link.ts';

/** The way back to the page before. */
export function BackLink(props: BackLinkProps): JSX.Element {
  return (
    <a
      href={props.href || '#'}
      class={classNames('govuk-back-link', props.classes)}
      {...attributes(props.attributes)}
    >
      {contentOf(props) || 'Back'}
    </a>
  );
}
