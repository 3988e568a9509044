import type { JSX } from 'preact';
import { attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import { contentOf } from '../../content.ts';
import type { CheckboxesItem, CheckboxesProps } from '../../generated/forms/checkboxes.ts';
import { Beside, itemId, QuestionOfSeveral } from './question-of-several.tsx';
import { describedBy } from './form-group.tsx';
import { Hint } from './hint.tsx';
import { Label } from './label.tsx';

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
  const hint = item.hint && contentOf(item.hint) ? item.hint : undefined;
  const hintId = hint && `${id}-item-hint`;
  const conditional = item.conditional?.html;
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
          data-aria-controls={conditional ? `conditional-${id}` : undefined}
          data-behaviour={item.behaviour || undefined}
          aria-describedby={classNames(byGroup, hintId) || undefined}
          {...attributes(item.attributes)}
        />
        <Label
          html={item.html}
          text={item.text}
          classes={classNames('govuk-checkboxes__label', (item.label || undefined)?.classes)}
          attributes={(item.label || undefined)?.attributes}
          for={id}
        />
        {hint && <Hint {...hint} id={hintId} classes={classNames('govuk-checkboxes__hint', hint.classes)} />}
      </div>
      {conditional && (
        <div
          class={classNames(
            'govuk-checkboxes__conditional',
            !checked && 'govuk-checkboxes__conditional--hidden',
          )}
          id={`conditional-${id}`}
        >
          {conditional}
        </div>
      )}
    </>
  );
}
