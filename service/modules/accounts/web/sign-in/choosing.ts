import { z } from 'zod';
import { optionalText, text } from '#platform/forms/fields.ts';
import { readForm, type FieldError } from '#platform/forms/read-form.ts';
import { page, pageToMend, type Answer, type PageRequest, type Route } from '#platform/http/route.ts';
import { idFrom } from '#platform/kernel/id.ts';
import type { SignInTools } from '../../actions/sign-in/tools.ts';
import { identify } from '../../queries/identify.ts';
import { everybody } from '../../queries/people.ts';
import { cameIn } from './came-in.ts';
import { chooserPage } from './sign-in-page.tsx';

const form = z.object({ person: text('who you are'), next: optionalText(500) });

/** In a demonstration a visitor chooses who to be, which proves nothing. */
export function choosingRoutes(tools: SignInTools): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/sign-in',
      policy: 'everyone',
      answer: async (request) => page(await chooser(request, tools)),
    },
    {
      method: 'POST',
      path: '/sign-in',
      policy: 'everyone',
      eachTime: true,
      answer: (request) => choose(request, tools),
    },
  ];
}

async function choose(request: PageRequest, tools: SignInTools): Promise<Answer> {
  const read = readForm(form, request.posted);
  if (!read.done) return pageToMend(await chooser(request, tools, read.refusal.errors));
  const personId = idFrom<'person'>(read.value.person);
  const actor = personId ? await request.read((ctx) => identify(ctx, personId)) : undefined;
  if (!personId || !actor) {
    const errors = [{ field: 'person', message: 'Choose who you are from the list' }];
    return pageToMend(await chooser(request, tools, errors));
  }
  return cameIn(request, { personId, way: 'chosen', next: read.value.next ?? '' });
}

async function chooser(request: PageRequest, tools: SignInTools, errors: readonly FieldError[] = []) {
  return chooserPage(request, { tools, people: await request.read(everybody), errors });
}
