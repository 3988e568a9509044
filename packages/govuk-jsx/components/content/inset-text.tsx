import type { JSX } from 'preact';
import { attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import { contentOf } from '../../content.ts';
import type { InsetTextProps } from '../../generated/content/inset-text.ts';

/** A passage set apart from the text round it. */
export function InsetText(props: InsetTextProps): JSX.Element {
  return (
    <div
      id={props.id || undefined}
      class={classNames('govuk-inset-text', props.classes)}
      {...attributes(props.attributes)}
    >
      {contentOf(props)}
    </div>
  );
}
