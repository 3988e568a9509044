import type { ComponentChildren } from 'preact';
import { Button, ErrorSummary, Input, Textarea } from '#packages/govuk-jsx';
import type { Posted } from '#platform/forms/fields.ts';
import { errorOf, kept, type FieldError } from '#platform/forms/read-form.ts';
import type { PageContent, PageRequest } from '#platform/http/route.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { measurePath, type MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import type { Place } from '../../domain/figures/place.ts';
import { reading } from '../reading.ts';

/** What a form shows: nothing on a first showing; afterwards what was typed, what is wrong, and what the form must say it has seen. */
export type Showing = { posted?: Posted; errors: readonly FieldError[]; seen?: string };

/** The measure that a page is asked for, as its address names it. */
export function measureAsked(request: PageRequest): string {
  const { source = '', code = '' } = request.params;
  return `${source}:${code}`;
}

/** A page on which something of a measure's report card is written. */
export function writingPage(
  of: { definition: MeasureDefinition; place: Place },
  content: { title: string; showing: Showing; children: ComponentChildren },
): PageContent {
  const { definition, place } = of;
  return {
    title: `${content.title}: ${definition.title}`,
    breadcrumbs: [
      { text: 'How we are doing', href: reading.outcomes },
      { text: definition.title, href: measurePath(definition, place.code) },
    ],
    body: (
      <>
        <Wrong errors={content.showing.errors} />
        <h1>{content.title}</h1>
        {content.children}
      </>
    ),
  };
}

function Wrong({ errors }: { errors: readonly FieldError[] }) {
  if (errors.length === 0) return null;
  return (
    <ErrorSummary
      titleText="There is something to put right"
      errorList={errors.map(({ field, message }) => ({ href: `#${field}`, text: message }))}
    />
  );
}

/** A form that posts to its own address, with its button and the way back. */
export function WritingForm(props: {
  request: PageRequest;
  /** its own address, with the area */
  action: string;
  seen: string;
  submit: string;
  back: string;
  children?: ComponentChildren;
}) {
  return (
    <form method="post" action={props.action} noValidate class="edit">
      <CsrfField csrf={props.request.csrf} />
      <input type="hidden" name="seen" value={props.seen} />
      {props.children}
      <div class="actions">
        <Button text={props.submit} preventDoubleClick />
        <a href={props.back}>Leave it as it was</a>
      </div>
    </form>
  );
}

type Field = { showing: Showing; name: string; label: string; hint?: string; before?: string | undefined };

/** A box for as many words as it takes. */
export function WordsField(field: Field & { rows?: number }) {
  const { showing, name, label, hint, before } = field;
  return (
    <Textarea
      name={name}
      id={name}
      rows={field.rows ?? 6}
      label={{ text: label, classes: 'govuk-label--s' }}
      hint={hint ? { text: hint } : undefined}
      value={kept(showing.posted, name, before)}
      errorMessage={messageOf(showing, name)}
    />
  );
}

/** One line of words, or a number. */
export function LineField(field: Field & { short?: 'short'; number?: 'number' }) {
  const { showing, name, label, hint, before } = field;
  return (
    <Input
      name={name}
      id={name}
      label={{ text: label, classes: 'govuk-label--s' }}
      hint={hint ? { text: hint } : undefined}
      value={kept(showing.posted, name, before)}
      errorMessage={messageOf(showing, name)}
      classes={field.short ? 'govuk-input--width-10' : ''}
      inputmode={field.number ? 'decimal' : undefined}
      autocomplete="off"
    />
  );
}

/** The message of a field, as a component takes it. */
export function messageOf(showing: Showing, name: string) {
  const text = errorOf(showing.errors, name);
  return text === undefined ? undefined : { text };
}
