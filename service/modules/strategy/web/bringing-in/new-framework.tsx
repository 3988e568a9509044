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
import { CsrfField } from '#platform/page/frame.tsx';
import { createFramework } from '../../actions/create-framework.ts';
import { shapeKeys } from '../../domain/editing/shapes.ts';
import { editStrategy } from '../../domain/permissions.ts';

import { LineField, type Answers, Wrong } from '#platform/forms/inputs.tsx';
import { places } from '../places.ts';
import { ShapeField } from './shape-field.tsx';
import { WaysIn } from './ways-in.tsx';

/** Beginning a strategy from nothing but its name and its shape. */
export const newFrameworkRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: places.begin,
    policy: editStrategy,
    answer: async (request) => page(beginPage(request, { errors: [] })),
  },
  { method: 'POST', path: places.begin, policy: editStrategy, answer: create },
];

const form = z.object({ name: text('its name'), shape: choice('a shape', shapeKeys) });

async function create(request: PageRequest): Promise<Answer> {
  const read = readForm(form, request.posted);
  if (!read.done)
    return pageToMend(beginPage(request, { posted: request.posted, errors: read.refusal.errors }));
  const created = await request.write((ctx) => createFramework(ctx, read.value));
  if (created.done)
    return redirectTo(
      places.framework(created.value.slug),
      'It is begun. Nobody else sees it until you publish it.',
    );
  if (created.refusal.reason === 'not-allowed') return notFound();
  const errors = [
    { field: 'name', message: 'This name holds a character that cannot be kept. Type it again' },
  ];
  return pageToMend(beginPage(request, { posted: request.posted, errors }));
}

function beginPage(request: PageRequest, answers: Answers): PageContent {
  return {
    title: 'Begin a strategy',
    breadcrumbs: [{ text: 'All strategies', href: places.library }],
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>Begin a strategy</h1>
        <p class="lead">
          Give it a name and a shape. You can leave it half done: it stays yours until you publish it.
        </p>
        <form method="post" action={places.begin} noValidate class="edit">
          <CsrfField csrf={request.csrf} />
          <LineField
            answers={answers}
            name="name"
            label="What is it called?"
            hint="As it stands on its cover."
          />
          <ShapeField answers={answers} />
          <Button text="Begin" preventDoubleClick />
        </form>
        <WaysIn here="begin" />
      </>
    ),
  };
}
