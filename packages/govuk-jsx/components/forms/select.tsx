import type { JSX } from 'preact';
import { attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import { contentOf, present } from '../../content.ts';
import type { SelectItem, SelectProps } from '../../generated/forms/select.ts';
import { describedBy, Field } from './form-group.tsx';

/** A choice of one from a long list. `value` selects the item of that value, or of that text where it has none. */
export function Select(props: SelectProps): JSX.Element {
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
      <select
        class={classNames('govuk-select', props.classes, props.errorMessage && 'govuk-select--error')}
        id={id}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={describedBy(id, props)}
        {...attributes(props.attributes)}
      >
        {present(props.items).map((item) => (
          <Choice item={item} value={props.value} />
        ))}
      </select>
      {formGroup?.afterInput && contentOf(formGroup.afterInput)}
    </Field>
  );
}

function Choice({ item, value }: Readonly<{ item: SelectItem; value: SelectProps['value'] }>): JSX.Element {
  const effective = item.value ?? item.text;
  const chosen = Boolean(value) && String(effective) === String(value) && item.selected !== false;
  return (
    <option
      selected={item.selected || chosen}
      disabled={item.disabled}
      {...(item.value !== undefined && attributes({ value: item.value }))}
      {...attributes(item.attributes)}
    >
      {item.text}
    </option>
  );
}
