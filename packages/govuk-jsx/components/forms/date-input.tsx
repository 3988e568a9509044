import type { JSX } from 'preact';
import { attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import { type Absent, present } from '../../content.ts';
import type { DateInputItem, DateInputProps } from '../../generated/forms/date-input.ts';
import { Beside, QuestionOfSeveral } from './question-of-several.tsx';
import { describedBy } from './form-group.tsx';
import { Input } from './input.tsx';

type Part = 'day' | 'month' | 'year';
const parts: readonly Part[] = ['day', 'month', 'year'];

/** A date in three fields. `items` replaces them; `errorMessage` marks all of them unless some say `error`. */
export function DateInput(props: DateInputProps): JSX.Element {
  const { fieldset, hint, errorMessage, formGroup } = props;
  const items = present(props.items?.length ? props.items : parts.map((part) => partOf(props, part)));
  const someFail = items.some(fails);
  return (
    <QuestionOfSeveral
      id={props.id}
      describedBy={describedBy(props.id, {
        describedBy: (fieldset || undefined)?.describedBy,
        hint,
        errorMessage,
      })}
      fieldset={fieldset}
      role="group"
      hint={hint}
      errorMessage={errorMessage}
      formGroup={formGroup}
    >
      <div
        class={classNames('govuk-date-input', props.classes)}
        id={props.id || undefined}
        {...attributes(props.attributes)}
      >
        <Beside content={formGroup?.beforeInputs} />
        {items.map((item) => (
          <PartField
            item={item}
            of={props}
            failsWithAll={Boolean(errorMessage) && !someFail && item.error !== false}
          />
        ))}
        <Beside content={formGroup?.afterInputs} />
      </div>
    </QuestionOfSeveral>
  );
}

/** `false` leaves a part of the date out. */
function partOf(props: DateInputProps, part: Part): DateInputItem | Absent {
  const given = props[part];
  if (given) return { ...given, name: given.name ?? part };
  const width = part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2';
  return given === undefined ? { name: part, value: props.values?.[part], classes: width } : undefined;
}

function fails(item: DateInputItem): boolean {
  return item.error === true || item.classes?.includes('govuk-input--error') === true;
}

type PartFieldProps = Readonly<{ item: DateInputItem; of: DateInputProps; failsWithAll: boolean }>;

function PartField({ item, of, failsWithAll }: PartFieldProps): JSX.Element {
  const given = item.classes ?? '';
  const name = item.name ?? '';
  const part = parts.find((each) => name === each || name === (of[each] || undefined)?.name);
  const width = part === 'year' ? 4 : 2;
  const fullName = of.namePrefix ? `${of.namePrefix}-${name}` : name;
  const value = item.value ?? (part && (of[part] || undefined)?.value) ?? of.values?.[fullName];
  return (
    <div class="govuk-date-input__item">
      <Input
        label={{ text: item.label || capitalised(name), classes: 'govuk-date-input__label' }}
        id={item.id || `${of.id}-${name}`}
        classes={classNames(
          'govuk-date-input__input',
          (fails(item) || failsWithAll) && !given.includes('govuk-input--error') && 'govuk-input--error',
          !given.includes('govuk-input--width-') && `govuk-input--width-${width}`,
          item.classes,
        )}
        name={fullName}
        value={value}
        type="text"
        inputmode={item.inputmode || 'numeric'}
        autocomplete={item.autocomplete}
        pattern={item.pattern}
        attributes={item.attributes}
      />
    </div>
  );
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}
