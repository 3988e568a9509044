import type { ComponentChildren } from 'preact';
import { Button } from '#packages/govuk-jsx';
import { Wrong, type Answers } from '#platform/forms/inputs.tsx';
import type { PageContent, PageRequest } from '#platform/http/route.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { measurePath, type MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import type { Place } from '../../domain/figures/place.ts';
import { reading } from '../reading.ts';

/** What a form shows: nothing on a first showing; afterwards what was typed, what is wrong, and what the form must say it has seen. */
export type Showing = Answers & { seen?: string };

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
