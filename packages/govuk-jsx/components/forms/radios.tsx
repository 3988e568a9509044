import type { JSX } from 'preact';
import { attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import type { RadiosItem, RadiosProps } from '../../generated/forms/radios.ts';
import {
  Beside,
  ChoiceWords,
  Conditional,
  hintIdOf,
  itemId,
  QuestionOfSeveral,
} from './question-of-several.tsx';
import { describedBy } from './form-group.tsx';

/** A choice of one, all choices in sight. */
export function Radios(props: RadiosProps): JSX.Element {
  const prefix = props.idPrefix || props.name;
  const { fieldset, hint, errorMessage, formGroup } = props;
  return (
    <QuestionOfSeveral
      id={prefix}
      describedBy={describedBy(prefix, {
        describedBy: (fieldset || undefined)?.describedBy,
        hint,
        errorMessage,
      })}
      fieldset={fieldset}
      hint={hint}
      errorMessage={errorMessage}
      formGroup={formGroup}
    >
      <div
        class={classNames('govuk-radios', props.classes)}
        data-module="govuk-radios"
        {...attributes(props.attributes)}
      >
        <Beside content={formGroup?.beforeInputs} />
        {props.items?.map(
          (item, index) => item && <Choice item={item} id={itemId(item, prefix, index)} of={props} />,
        )}
        <Beside content={formGroup?.afterInputs} />
      </div>
    </QuestionOfSeveral>
  );
}

function Choice({ item, id, of }: Readonly<{ item: RadiosItem; id: string; of: RadiosProps }>): JSX.Element {
  if (item.divider) return <div class="govuk-radios__divider">{item.divider}</div>;
  const checked =
    item.checked === true ||
    (Boolean(of.value) && String(item.value) === String(of.value) && item.checked !== false);
  return (
    <>
      <div class="govuk-radios__item">
        <input
          class="govuk-radios__input"
          id={id}
          name={of.name}
          type="radio"
          value={item.value ?? ''}
          checked={checked}
          disabled={item.disabled}
          data-aria-controls={item.conditional?.html ? `conditional-${id}` : undefined}
          aria-describedby={hintIdOf(item, id)}
          {...attributes(item.attributes)}
        />
        <ChoiceWords block="govuk-radios" item={item} id={id} />
      </div>
      <Conditional block="govuk-radios" item={item} id={id} checked={checked} />
    </>
  );
}
