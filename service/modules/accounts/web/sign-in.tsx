import { z } from 'zod';
import { text, optionalText } from '#platform/forms/fields.ts';
import { readForm, type FieldError } from '#platform/forms/read-form.ts';
import {
  notFound,
  page,
  pageToMend,
  redirectTo,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { identify } from '../queries/identify.ts';
import { people } from '../queries/people.ts';
import type { Person } from '../domain/person.ts';

const form = z.object({ person: text('who you are'), next: optionalText(500) });

/** Signing in. In the demonstration a visitor chooses who to be; nothing else in the service knows how it was done. */
export function signInRoutes(demonstration: boolean): readonly Route[] {
  if (!demonstration)
    return [{ method: 'GET', path: '/sign-in', policy: 'everyone', answer: async () => notFound() }];
  return [
    {
      method: 'GET',
      path: '/sign-in',
      policy: 'everyone',
      answer: async (request) => page(await choose(request)),
    },
    { method: 'POST', path: '/sign-in', policy: 'everyone', answer: signIn },
    {
      method: 'POST',
      path: '/sign-out',
      policy: 'signed-in',
      answer: async (request) => {
        await request.session.end();
        return redirectTo('/', 'You have signed out.');
      },
    },
  ];
}

async function signIn(request: PageRequest) {
  const read = readForm(form, request.posted);
  if (!read.done) return pageToMend(await choose(request, read.refusal.errors));
  const personId = idFrom<'person'>(read.value.person);
  const actor = personId ? await request.read((ctx) => identify(ctx, personId)) : undefined;
  if (!personId || !actor)
    return pageToMend(
      await choose(request, [{ field: 'person', message: 'Choose who you are from the list' }]),
    );
  await request.session.start(personId, { way: 'chosen' });
  return redirectTo(ownPath(read.value.next) ?? '/work');
}

/** A path of this service, and nothing that a browser could read as another site's address. */
function ownPath(next: string | undefined): string | undefined {
  return next && /^\/(?![/\\])[\w\-./?=&%:,+]*$/.test(next) ? next : undefined;
}

async function choose(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageContent> {
  const everyone = await request.read(people);
  const next = request.posted['next']?.[0] ?? request.query.get('next') ?? '';
  return {
    title: 'Choose who to be',
    body: <ChooseWho people={everyone} csrf={request.csrf} next={next} errors={errors} />,
  };
}

function ChooseWho(props: {
  people: readonly Person[];
  csrf: string;
  next: string;
  errors: readonly FieldError[];
}) {
  return (
    <>
      {props.errors.map((error) => (
        <p key={error.field} class="danger-line" role="alert">
          {error.message}
        </p>
      ))}
      <h1>Choose who to be</h1>
      <p class="lead">
        Each of these invented people comes here for something different. Try being more than one.
      </p>
      {props.people.length === 0 ? (
        <p class="empty">
          Nobody is here yet. Start the service once without settings, and the invented people arrive.
        </p>
      ) : (
        <ul class="cards">
          {props.people.map((person) => (
            <li key={person.id} class="card">
              <h2>{person.name}</h2>
              <p>{person.job}</p>
              <p class="quiet">{person.organisation}</p>
              <form method="post" action="/sign-in">
                <CsrfField csrf={props.csrf} />
                <input type="hidden" name="person" value={person.id} />
                <input type="hidden" name="next" value={props.next} />
                <button type="submit" class="govuk-button">
                  Be {person.name}
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
