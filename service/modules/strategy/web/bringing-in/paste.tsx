import { z } from 'zod';
import { Button } from '#packages/govuk-jsx';
import { choice, text } from '#platform/forms/fields.ts';
import { readForm } from '#platform/forms/read-form.ts';
import {
  notFound,
  page,
  pageToMend,
  redirectTo,
  type Answer,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { wordsOf, type WordsFor } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { holdPastedText } from '../../actions/bringing-in/hold-pasted-text.ts';
import { shapeKeys } from '../../domain/editing/shapes.ts';
import type { PasteRefusal } from '../../domain/pasting/pasted-text.ts';
import { editStrategy } from '../../domain/permissions.ts';

import { LineField, WordsField, type Answers, Wrong } from '#platform/forms/inputs.tsx';
import { places } from '../places.ts';
import { ShapeField } from './shape-field.tsx';
import { WaysIn } from './ways-in.tsx';

/** Pasting a strategy's text: the page after this one asks what each line is. */
export const pasteRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: places.paste,
    policy: editStrategy,
    answer: async (request) => page(pastePage(request, { errors: [] })),
  },
  { method: 'POST', path: places.paste, policy: editStrategy, answer: receive },
];

const form = z.object({
  name: text('its name'),
  text: z
    .array(z.string())
    .default([])
    .transform((values) => values[0] ?? ''),
  shape: choice('a shape', shapeKeys),
});

async function receive(request: PageRequest): Promise<Answer> {
  const answers = { posted: request.posted };
  const read = readForm(form, request.posted);
  if (!read.done) return pageToMend(pastePage(request, { ...answers, errors: read.refusal.errors }));
  const held = await request.write((ctx) => holdPastedText(ctx, read.value));
  if (held.done) return redirectTo(places.markLines(held.value.id));
  if (held.refusal.reason === 'not-allowed') return notFound();
  const errors = [{ field: 'text', message: wordsOf(words, held.refusal) }];
  return pageToMend(pastePage(request, { ...answers, errors }));
}

const words: WordsFor<PasteRefusal> = {
  'nothing-pasted': () => 'Paste the text of your strategy',
  'too-long': ({ most }) => `Paste at most ${most.toLocaleString('en-GB')} lines: leave long appendices out`,
};

function pastePage(request: PageRequest, answers: Answers): PageContent {
  return {
    title: 'Paste a strategy',
    breadcrumbs: [{ text: 'All strategies', href: places.library }],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>Paste a strategy</h1>
        <p class="lead">
          Copy the text out of Word, a PDF or a web page. On the next page you say what each line is.
        </p>
        <form method="post" action={places.paste} noValidate class="edit">
          <CsrfField csrf={request.csrf} />
          <LineField
            answers={answers}
            name="name"
            label="What is it called?"
            hint="As it stands on its cover."
          />
          <WordsField
            answers={answers}
            name="text"
            label="Its text"
            hint="All of it, or only the pages with the vision, the priorities and the actions."
            rows={14}
          />
          <ShapeField answers={answers} />
          <Button text="Go on to its lines" preventDoubleClick />
        </form>
        <WaysIn here="paste" />
      </>
    ),
  };
}
