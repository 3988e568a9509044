import type { JSX } from 'preact';
import { attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import { contentOf } from '../../content.ts';
import type { TagProps } from '../../generated/content/tag.ts';

/** The state of a thing, in a word or two. */
export function Tag(props: TagProps): JSX.Element {
  return (
    <strong class={classNames('govuk-tag', props.classes)} {...attributes(props.attributes)}>
      {contentOf(props)}
    </strong>
  );
}
