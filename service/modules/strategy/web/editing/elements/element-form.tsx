import type { ComponentChildren } from 'preact';
import { z } from 'zod';
import { many, optionalChoice, optionalText, text, type Posted } from '#platform/forms/fields.ts';
import { readForm, type FieldError } from '#platform/forms/read-form.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { ElementWords } from '../../../domain/edit.ts';
import type { Assignment } from '../../../domain/editing/assign-element.ts';
import type { ElementDocument, FrameworkDocument } from '../../../domain/framework-document.ts';
import {
  ChoiceField,
  DayField,
  LineField,
  readDay,
  TicksField,
  WordsField,
  type Answers,
} from '#platform/forms/inputs.tsx';

/** The fields of an element that `not-acceptable` problems can point at. */
export const elementFields = [
  'label',
  'statement',
  'audience',
  'direction',
  'due',
  'owners',
  'organisations',
] as const;

const directions = ['increase', 'decrease', 'improve', 'close-gap'] as const;

const form = z.object({
  label: text('what it says'),
  statement: optionalText(4000),
  audience: optionalText(80),
  direction: optionalChoice(directions),
  owners: many(),
  organisations: many(),
  newOwner: optionalText(160),
  newOrganisation: optionalText(160),
});

export type ElementAnswers = { words: ElementWords & { label: string }; people: Omit<Assignment, 'key'> };

/** Reads what was written of an element. What a partnership types here is its own text, so it is kept as published. */
export function readElement(
  posted: Posted,
): Outcome<ElementAnswers, { reason: 'not-valid'; errors: readonly FieldError[] }> {
  const read = readForm(form, posted);
  const due = readDay(posted, 'due', 'When it should be done');
  const errors = [...(read.done ? [] : read.refusal.errors), ...(due.done ? [] : due.refusal.errors)];
  if (!read.done || !due.done) return refuse({ reason: 'not-valid', errors });
  const { label, statement, audience, direction, ...people } = read.value;
  const wording = {
    labelWording: 'published' as const,
    ...(statement ? { statementWording: 'published' as const } : {}),
  };
  return done({ words: { label, statement, audience, direction, due: due.value, ...wording }, people });
}

const directionOptions = [
  { value: '', text: 'Not said' },
  { value: 'increase', text: 'It should go up' },
  { value: 'decrease', text: 'It should go down' },
  { value: 'improve', text: 'It should get better' },
  { value: 'close-gap', text: 'The gap should close' },
];

type FormProps = {
  answers: Answers;
  document: FrameworkDocument;
  element?: ElementDocument;
  /** stands between the words and the rest */
  children?: ComponentChildren;
};

/** What an element says and who has it in hand. */
export function ElementFields({ answers, document, element, children }: FormProps) {
  return (
    <>
      <LineField
        answers={answers}
        name="label"
        label="What it says"
        hint="A few words, as they stand in the strategy."
        before={element?.label}
      />
      <WordsField
        answers={answers}
        name="statement"
        label="More words, if it needs them"
        before={element?.statement}
      />
      {children}
      <ChoiceField
        answers={answers}
        name="direction"
        label="Which way should it move?"
        hint="Without this, no change in its numbers is good or bad."
        options={directionOptions}
        before={element?.direction ?? ''}
        small
      />
      <People answers={answers} document={document} {...(element ? { element } : {})} />
      <ForWhomAndWhen answers={answers} {...(element ? { element } : {})} />
    </>
  );
}

function ForWhomAndWhen({ answers, element }: Omit<FormProps, 'document'>) {
  return (
    <details class="govuk-details" open={isFilled(answers, element)}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Whom it is for, and by when</span>
      </summary>
      <div class="govuk-details__text">
        <LineField
          answers={answers}
          name="audience"
          label="Whom it speaks of"
          hint="Where success is said once for children and once for parents, say for whom this is."
          before={element?.audience}
        />
        <DayField
          answers={answers}
          name="due"
          label="When it should be done, or looked at again"
          before={element?.due}
        />
      </div>
    </details>
  );
}

function People({ answers, document, element }: FormProps) {
  const options = (of: readonly { key: string; name: string }[]) =>
    of.map(({ key, name }) => ({ value: key, text: name }));
  return (
    <>
      <TicksField
        answers={answers}
        name="owners"
        label="Who owns it?"
        hint="Whoever answers for it when the board asks."
        options={options(document.owners)}
        before={element?.owners ?? []}
      />
      <LineField
        answers={answers}
        name="newOwner"
        label={document.owners.length === 0 ? 'Who owns it?' : 'An owner who is not in this list'}
        hint="A board, a group or a job, rather than a person’s name."
      />
      <TicksField
        answers={answers}
        name="organisations"
        label="Who works on it?"
        options={options(document.organisations)}
        before={element?.organisations ?? []}
      />
      <LineField
        answers={answers}
        name="newOrganisation"
        label={
          document.organisations.length === 0
            ? 'Which organisation works on it?'
            : 'An organisation that is not in this list'
        }
      />
    </>
  );
}

function isFilled({ posted, errors }: Answers, element: ElementDocument | undefined): boolean {
  if (errors.some(({ field }) => field === 'audience' || field === 'due')) return true;
  if (posted)
    return ['audience', 'due-day', 'due-month', 'due-year'].some(
      (field) => (posted[field]?.[0] ?? '') !== '',
    );
  return element?.audience !== undefined || element?.due !== undefined;
}
