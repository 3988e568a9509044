import type { JSX } from 'preact';
import { attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import { contentOf } from '../../content.ts';
import type { RadiosItem, RadiosProps } from '../../generated/forms/radios.ts';
import { Beside, itemId, QuestionOfSeveral } from './question-of-several.tsx';
import { describedBy } from './form-group.tsx';
import { Hint } from './hint.tsx';
import { Label } from './label.tsx';

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
  const checked = item.checked || (Boolean(of.value) && item.value === of.value && item.checked !== false);
  const hint = item.hint && contentOf(item.hint) ? item.hint : undefined;
  const conditional = item.conditional?.html;
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
          data-aria-controls={conditional ? `conditional-${id}` : undefined}
          aria-describedby={hint ? `${id}-item-hint` : undefined}
          {...attributes(item.attributes)}
        />
        <Label
          html={item.html}
          text={item.text}
          classes={classNames('govuk-radios__label', (item.label || undefined)?.classes)}
          attributes={(item.label || undefined)?.attributes}
          for={id}
        />
        {hint && (
          <Hint {...hint} id={`${id}-item-hint`} classes={classNames('govuk-radios__hint', hint.classes)} />
        )}
      </div>
      {conditional && (
        <div
          class={classNames('govuk-radios__conditional', !checked && 'govuk-radios__conditional--hidden')}
          id={`conditional-${id}`}
        >
          {conditional}
        </div>
      )}
    </>
  );
}
