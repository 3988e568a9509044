import type { JSX } from 'preact';
import { attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import type { CheckboxesItem, CheckboxesProps } from '../../generated/forms/checkboxes.ts';
import {
  Beside,
  ChoiceWords,
  Conditional,
  hintIdOf,
  itemId,
  QuestionOfSeveral,
} from './question-of-several.tsx';
import { describedBy } from './form-group.tsx';

/** A choice of none, some or all. */
export function Checkboxes(props: CheckboxesProps): JSX.Element {
  const prefix = props.idPrefix || props.name;
  const { fieldset, hint, errorMessage, formGroup } = props;
  const described = describedBy(prefix, {
    describedBy: (fieldset || undefined)?.describedBy || props.describedBy,
    hint,
    errorMessage,
  });
  return (
    <QuestionOfSeveral
      id={prefix}
      describedBy={described}
      fieldset={fieldset}
      hint={hint}
      errorMessage={errorMessage}
      formGroup={formGroup}
    >
      <div
        class={classNames('govuk-checkboxes', props.classes)}
        data-module="govuk-checkboxes"
        {...attributes(props.attributes)}
      >
        <Beside content={formGroup?.beforeInputs} />
        {props.items?.map(
          (item, index) =>
            item && (
              <Choice
                item={item}
                id={itemId(item, prefix, index)}
                of={props}
                describedBy={fieldset ? undefined : described}
              />
            ),
        )}
        <Beside content={formGroup?.afterInputs} />
      </div>
    </QuestionOfSeveral>
  );
}

type ChoiceProps = Readonly<{
  item: CheckboxesItem;
  id: string;
  of: CheckboxesProps;
  describedBy: string | undefined;
}>;

function Choice({ item, id, of, describedBy: byGroup }: ChoiceProps): JSX.Element {
  if (item.divider) return <div class="govuk-checkboxes__divider">{item.divider}</div>;
  const checked =
    item.checked ||
    (item.value !== undefined && of.values?.includes(item.value) === true && item.checked !== false);
  return (
    <>
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          id={id}
          name={item.name || of.name}
          type="checkbox"
          value={item.value ?? ''}
          checked={checked}
          disabled={item.disabled}
          data-aria-controls={item.conditional?.html ? `conditional-${id}` : undefined}
          data-behaviour={item.behaviour || undefined}
          aria-describedby={classNames(byGroup, hintIdOf(item, id)) || undefined}
          {...attributes(item.attributes)}
        />
        <ChoiceWords block="govuk-checkboxes" item={item} id={id} />
      </div>
      <Conditional block="govuk-checkboxes" item={item} id={id} checked={checked} />
    </>
  );
}
