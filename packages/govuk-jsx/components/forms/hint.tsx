import type { JSX } from 'preact';
import { attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import { contentOf } from '../../content.ts';
import type { HintProps } from '../../generated/forms/hint.ts';

/** A line of help for a field. */
export function Hint(props: HintProps): JSX.Element {
  return (
    <div
      id={props.id || undefined}
      class={classNames('govuk-hint', props.classes)}
      {...attributes(props.attributes)}
    >
      {contentOf(props)}
    </div>
  );
}
