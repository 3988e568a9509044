import { Button } from '#packages/govuk-jsx';
import type { Posted } from '#platform/forms/fields.ts';
import { errorOf, kept, type FieldError } from '#platform/forms/read-form.ts';
import type { PageContent, PageRequest } from '#platform/http/route.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import type { PastedBringIn } from '../../domain/editing/bring-in.ts';
import type { LineMark } from '../../domain/pasting/draft-from-marks.ts';
import type { PastedLine } from '../../domain/pasting/pasted-text.ts';

import { LineField, PickField, Wrong } from '#platform/forms/inputs.tsx';
import { roleOptions } from '../editing/role-options.ts';
import { places } from '../places.ts';
import type { BringIn } from '../../queries/bring-in.ts';

/** A page of lines that a person can take in, and a browser can hold without waiting. */
export const linesPerPage = 120;

export function linesOnPage(content: PastedBringIn, from: number): readonly PastedLine[] {
  return content.lines.slice(from, from + linesPerPage);
}

/** Pasted text whose lines are being marked. */
export type PastedHeld = { id: BringIn['id']; content: PastedBringIn };

type Shown = {
  request: PageRequest;
  held: PastedHeld;
  /** how many lines stand on the pages before */
  from: number;
  errors: readonly FieldError[];
  posted?: Posted;
};

/** The lines of a pasted text, each with what it is and what it serves. */
export function linesPage(shown: Shown): PageContent {
  const { request, held, errors } = shown;
  const { content } = held;
  return {
    title: `What is each line? ${content.about.name}`,
    breadcrumbs: [
      { text: 'All strategies', href: places.library },
      { text: 'Paste a strategy', href: places.paste },
    ],
    wide: true,
    body: (
      <>
        <Wrong errors={errors} />
        <h1>What is each line?</h1>
        <p class="lead">
          We have guessed where we could. Say what the others are; what you leave out stays out.{' '}
          {sayPlace(shown)}
        </p>
        <form method="post" action={request.path} noValidate class="edit-wide">
          <CsrfField csrf={request.csrf} />
          <input type="hidden" name="from" value={String(shown.from)} />
          <Lines shown={shown} />
          <Steps shown={shown} />
          <AnotherTier shown={shown} />
        </form>
      </>
    ),
  };
}

function sayPlace({ held, from }: Shown): string {
  const { length } = held.content.lines;
  if (length <= linesPerPage) return '';
  return `These are ${from + 1} to ${Math.min(length, from + linesPerPage)} of ${length}.`;
}

function Lines({ shown }: { shown: Shown }) {
  const marks = new Map(shown.held.content.marks.map((mark) => [mark.line, mark]));
  return (
    <table class="table lines" id="lines">
      <caption class="visually-hidden">The lines of the text</caption>
      <thead>
        <tr>
          <th scope="col" class="number">
            Line
          </th>
          <th scope="col">Its words</th>
          <th scope="col">What it is</th>
          <th scope="col">
            Serves line
            <span class="quiet line-hint"> Empty: the nearest one above. 0: none.</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {linesOnPage(shown.held.content, shown.from).map((line) => (
          <Line key={line.number} line={line} mark={marks.get(line.number)} shown={shown} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line, mark, shown }: { line: PastedLine; mark: LineMark | undefined; shown: Shown }) {
  const { number, words } = line;
  const name = `line-${number}`;
  const chosen = kept(shown.posted, name, valueOf(mark));
  const serves = `serves-${number}`;
  const wrong = errorOf(shown.errors, name) ?? errorOf(shown.errors, serves);
  return (
    <tr class={wrong ? 'line-wrong' : chosen === '' ? 'line-out' : undefined}>
      <th scope="row" class="number">
        {number}
      </th>
      <td class={`line-words line-depth-${Math.min(line.depth, 3)}`} dir="auto">
        {words}
        {wrong ? <p class="govuk-error-message">{wrong}</p> : null}
      </td>
      <td>
        <select class="govuk-select" name={name} id={name} aria-label={`What line ${number} is`}>
          {optionsOf(shown.held.content).map(({ value, text }) => (
            <option key={value} value={value} selected={value === chosen}>
              {text}
            </option>
          ))}
        </select>
      </td>
      <td class="line-parent" data-label="Serves line">
        <input
          class="govuk-input line-serves"
          type="text"
          name={serves}
          id={serves}
          value={kept(shown.posted, serves, parentOf(mark))}
          inputMode="numeric"
          autocomplete="off"
          aria-label={`Which line does line ${number} serve?`}
        />
      </td>
    </tr>
  );
}

function optionsOf({ tiers }: PastedBringIn): { value: string; text: string }[] {
  return [
    { value: '', text: 'Leave it out' },
    ...tiers.map(({ key, name }) => ({ value: `tier ${key}`, text: name })),
    { value: 'statement', text: 'More words of the line above' },
    { value: 'continuation', text: 'The line above goes on' },
  ];
}

function valueOf(mark: LineMark | undefined): string {
  if (!mark || mark.as === 'ignored') return '';
  return mark.as === 'element' ? `tier ${mark.tier}` : mark.as;
}

function parentOf(mark: LineMark | undefined): string {
  if (mark?.as !== 'element' || mark.parent === undefined) return '';
  return mark.parent === 'nothing' ? '0' : String(mark.parent);
}

function Steps({ shown }: { shown: Shown }) {
  const { from, held } = shown;
  const hasMore = held.content.lines.length > from + linesPerPage;
  return (
    <div class="actions">
      {hasMore ? <Button text="Keep these and go on" name="go" value="on" preventDoubleClick /> : null}
      <Button
        text="Show what it makes"
        name="go"
        value="preview"
        classes={hasMore ? 'govuk-button--secondary' : ''}
        preventDoubleClick
      />
      {from > 0 ? (
        <Button text="Keep these and go back" name="go" value="back" classes="govuk-button--secondary" />
      ) : null}
    </div>
  );
}

function AnotherTier({ shown }: { shown: Shown }) {
  const answers = { ...(shown.posted ? { posted: shown.posted } : {}), errors: shown.errors };
  const open = shown.errors.some(({ field }) => field === 'tierName' || field === 'tierRole');
  return (
    <details class="govuk-details" open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">A kind of line that is not in the list</span>
      </summary>
      <div class="govuk-details__text">
        <LineField
          answers={answers}
          name="tierName"
          label="What do you call one of them?"
          hint="For example: Ambition."
        />
        <PickField
          answers={answers}
          name="tierRole"
          label="What is it for?"
          options={roleOptions}
          before="priority"
        />
        <Button text="Add it to the list" name="go" value="tier" classes="govuk-button--secondary" />
      </div>
    </details>
  );
}
