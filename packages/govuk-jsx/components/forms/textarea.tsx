import type { JSX } from 'preact';
import { attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import { contentOf } from '../../content.ts';
import type { TextareaProps } from '../../generated/forms/textarea.ts';
import { describedBy, Field } from './form-group.tsx';

/** Several lines of text to fill in. */
export function Textarea(props: TextareaProps): JSX.Element {
  const id = props.id || props.name;
  const { formGroup } = props;
  return (
    <Field
      id={id}
      label={props.label}
      hint={props.hint}
      errorMessage={props.errorMessage}
      formGroup={formGroup}
    >
      {formGroup?.beforeInput && contentOf(formGroup.beforeInput)}
      <textarea
        class={classNames('govuk-textarea', props.errorMessage && 'govuk-textarea--error', props.classes)}
        id={id}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={describedBy(id, props)}
        {...attributes({
          rows: props.rows || 5,
          spellcheck: {
            value: typeof props.spellcheck === 'boolean' ? String(props.spellcheck) : null,
            optional: true,
          },
          autocomplete: { value: props.autocomplete || null, optional: true },
        })}
        {...attributes(props.attributes)}
      >
        {props.value}
      </textarea>
      {formGroup?.afterInput && contentOf(formGroup.afterInput)}
    </Field>
  );
}
