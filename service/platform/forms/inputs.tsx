import type { VNode } from 'preact';
import { Checkboxes, DateInput, ErrorSummary, Input, Radios, Select, Textarea } from '#packages/govuk-jsx';
import type { Posted } from './fields.ts';
import { errorOf, kept, keptAll, type FieldError } from './read-form.ts';
import { dayFrom, type Day } from '../kernel/day.ts';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';

/** What a form shows again after it was posted: nothing on a first showing. */
export type Answers = { posted?: Posted; errors: readonly FieldError[] };

type Field = { answers: Answers; name: string; label: string; hint?: string };

/** One line of words. */
export function LineField(
  field: Field & {
    before?: string | undefined;
    classes?: string;
    short?: boolean;
    number?: boolean;
    /** what a browser or a phone may fill in by itself */
    fills?: 'email' | 'one-time-code';
  },
) {
  return (
    <Input
      name={field.name}
      id={field.name}
      label={{ text: field.label, classes: field.classes ?? 'govuk-label--s' }}
      hint={field.hint ? { text: field.hint } : undefined}
      value={kept(field.answers.posted, field.name, field.before)}
      errorMessage={messageOf(field)}
      classes={field.short ? 'govuk-input--width-10' : ''}
      type={field.fills === 'email' ? 'email' : undefined}
      inputmode={field.fills === 'one-time-code' ? 'numeric' : field.number ? 'decimal' : undefined}
      autocomplete={field.fills ?? 'off'}
    />
  );
}

/** A box for as many words as it takes. */
export function WordsField(field: Field & { before?: string | undefined; rows?: number }) {
  return (
    <Textarea
      name={field.name}
      id={field.name}
      rows={field.rows ?? 5}
      label={{ text: field.label, classes: 'govuk-label--s' }}
      hint={field.hint ? { text: field.hint } : undefined}
      value={kept(field.answers.posted, field.name, field.before)}
      errorMessage={messageOf(field)}
    />
  );
}

export type Option = { value: string; text: string; hint?: string; picture?: VNode };

/** No option has this value: nothing is chosen before somebody chooses. */
const unanswered = 'not answered';

/** One of several, all in sight. */
export function ChoiceField(field: Field & { options: readonly Option[]; before?: string; small?: boolean }) {
  const chosen =
    field.answers.posted && !field.answers.posted[field.name]
      ? unanswered
      : kept(field.answers.posted, field.name, field.before ?? unanswered);
  return (
    <Radios
      name={field.name}
      idPrefix={field.name}
      classes={field.small ? 'govuk-radios--small' : ''}
      fieldset={{ legend: { text: field.label, classes: 'govuk-fieldset__legend--s' } }}
      hint={field.hint ? { text: field.hint } : undefined}
      errorMessage={messageOf(field)}
      items={field.options.map((option) => ({ ...itemOf(option), checked: option.value === chosen }))}
    />
  );
}

/** One of many, in a list that opens. */
export function PickField(field: Field & { options: readonly Option[]; before?: string }) {
  return (
    <Select
      name={field.name}
      id={field.name}
      label={{ text: field.label, classes: 'govuk-label--s' }}
      hint={field.hint ? { text: field.hint } : undefined}
      errorMessage={messageOf(field)}
      value={kept(field.answers.posted, field.name, field.before)}
      items={field.options.map(({ value, text }) => ({ value, text }))}
    />
  );
}

/** Any number of several. */
export function TicksField(
  field: Field & { options: readonly Option[]; before?: readonly string[]; idPrefix?: string },
) {
  if (field.options.length === 0) return null;
  return (
    <Checkboxes
      name={field.name}
      idPrefix={field.idPrefix ?? field.name}
      classes={`govuk-checkboxes--small${field.options.length > 6 ? ' in-columns' : ''}`}
      fieldset={{ legend: { text: field.label, classes: 'govuk-fieldset__legend--s' } }}
      hint={field.hint ? { text: field.hint } : undefined}
      errorMessage={messageOf(field)}
      values={[...keptAll(field.answers.posted, field.name, field.before)]}
      items={field.options.map(itemOf)}
    />
  );
}

/** A day in three boxes, as people write it on paper. */
export function DayField(field: Field & { before?: string | undefined }) {
  const { answers, name } = field;
  const [year = '', month = '', day = ''] = (field.before ?? '').split('-');
  const part = (which: 'day' | 'month' | 'year', before: string) => ({
    name: `${name}-${which}`,
    id: which === 'day' ? name : `${name}-${which}`,
    label: which.charAt(0).toUpperCase() + which.slice(1),
    classes: which === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
    value: kept(answers.posted, `${name}-${which}`, before.replace(/^0+/, '')),
    error: errorOf(answers.errors, name) !== undefined,
  });
  return (
    <DateInput
      id={`${name}-in-parts`}
      fieldset={{ legend: { text: field.label, classes: 'govuk-fieldset__legend--s' }, role: 'group' }}
      hint={field.hint ? { text: field.hint } : undefined}
      errorMessage={messageOf(field)}
      items={[part('day', day), part('month', month), part('year', year)]}
    />
  );
}

/** A day from its three boxes; 'empty' where nothing stands in them, 'no-such-day' where they name none. */
export function dayPosted(posted: Posted, name: string): Day | 'empty' | 'no-such-day' {
  const parts = ['day', 'month', 'year'].map((part) => (posted[`${name}-${part}`]?.[0] ?? '').trim());
  if (parts.every((part) => part === '')) return 'empty';
  const [day = 0, month = 0, year = 0] = parts.map((part) => (/^\d{1,4}$/.test(part) ? Number(part) : 0));
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return (year >= 1900 ? dayFrom(text) : undefined) ?? 'no-such-day';
}

/** The same for a form that may leave it empty: none where all are empty. */
export function readDay(posted: Posted, name: string, called: string): Outcome<Day | undefined, DayRefusal> {
  const found = dayPosted(posted, name);
  if (found === 'empty') return done(undefined);
  if (found !== 'no-such-day') return done(found);
  const message = `${called} must be a day that exists, such as 1 9 2026, or left empty`;
  return refuse({ reason: 'not-valid', errors: [{ field: name, message }] });
}

type DayRefusal = { reason: 'not-valid'; errors: readonly FieldError[] };

/** What is wrong, at the top of the page, each with the way to its field. */
export function Wrong({ errors }: { errors: readonly FieldError[] }) {
  if (errors.length === 0) return null;
  return (
    <ErrorSummary
      titleText="There is something to put right"
      errorList={errors.map(({ field, message }) => ({ href: `#${field}`, text: message }))}
    />
  );
}

/** What is wrong with a field, as a component takes it. */
export function messageOf({ answers, name }: Pick<Field, 'answers' | 'name'>) {
  const text = errorOf(answers.errors, name);
  return text === undefined ? undefined : { text };
}

function itemOf({ value, text, hint, picture }: Option) {
  const label = picture
    ? {
        html: (
          <span class="with-picture">
            {picture} {text}
          </span>
        ),
      }
    : { text };
  return { value, ...label, ...(hint === undefined ? {} : { hint: { text: hint } }) };
}
