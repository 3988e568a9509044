import type { JSX } from 'preact';
import { attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import { contentOf } from '../../content.ts';
import type { SkipLinkProps } from '../../generated/navigation/skip-link.ts';

/** Past everything that stands on every page, for those who go by keyboard. */
export function SkipLink(props: SkipLinkProps): JSX.Element {
  return (
    <a
      href={props.href || '#content'}
      class={classNames('govuk-skip-link', props.classes)}
      data-module="govuk-skip-link"
      {...attributes(props.attributes)}
    >
      {contentOf(props)}
    </a>
  );
}
