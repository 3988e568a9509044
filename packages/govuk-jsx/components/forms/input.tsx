import type { JSX } from 'preact';
import { attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import { contentOf } from '../../content.ts';
import type { InputPrefix, InputProps } from '../../generated/forms/input.ts';
import { describedBy, Field } from './form-group.tsx';

/** A line of text to fill in. */
export function Input(props: InputProps): JSX.Element {
  const id = props.id || props.name;
  const { prefix, suffix, formGroup } = props;
  const before = formGroup?.beforeInput && contentOf(formGroup.beforeInput);
  const after = formGroup?.afterInput && contentOf(formGroup.afterInput);
  const hasPrefix = prefix && contentOf(prefix);
  const hasSuffix = suffix && contentOf(suffix);
  const control = <Control {...props} id={id} />;
  return (
    <Field
      id={id}
      label={props.label}
      hint={props.hint}
      errorMessage={props.errorMessage}
      formGroup={formGroup}
    >
      {before || after || hasPrefix || hasSuffix ? (
        <div
          class={classNames('govuk-input__wrapper', props.inputWrapper?.classes)}
          {...attributes(props.inputWrapper?.attributes)}
        >
          {before}
          {hasPrefix && <Affix {...prefix} side="prefix" />}
          {control}
          {hasSuffix && <Affix {...suffix} side="suffix" />}
          {after}
        </div>
      ) : (
        control
      )}
    </Field>
  );
}

function Control(props: InputProps & Readonly<{ id: string }>): JSX.Element {
  return (
    <input
      class={classNames('govuk-input', props.classes, props.errorMessage && 'govuk-input--error')}
      id={props.id}
      name={props.name}
      aria-describedby={describedBy(props.id, props)}
      {...attributes({
        type: props.type || 'text',
        spellcheck: {
          value: typeof props.spellcheck === 'boolean' ? String(props.spellcheck) : null,
          optional: true,
        },
        value: { value: props.value, optional: true },
        disabled: { value: props.disabled, optional: true },
        autocomplete: { value: props.autocomplete, optional: true },
        autocapitalize: { value: props.autocapitalize, optional: true },
        pattern: { value: props.pattern, optional: true },
        inputmode: { value: props.inputmode, optional: true },
      })}
      {...attributes(props.attributes)}
    />
  );
}

function Affix(props: InputPrefix & Readonly<{ side: 'prefix' | 'suffix' }>): JSX.Element {
  return (
    <div
      class={classNames(`govuk-input__${props.side}`, props.classes)}
      aria-hidden="true"
      {...attributes(props.attributes)}
    >
      {contentOf(props)}
    </div>
  );
}
