import {
  notFound,
  page,
  pageToMend,
  type Answer,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { siteOf } from '#platform/identity/passkeys.ts';
import { enrolmentDone } from '../../actions/sign-in/enrol.ts';
import type { SignInTools } from '../../actions/sign-in/tools.ts';
import type { Person } from '../../domain/person.ts';
import { enrolling } from '../../queries/sign-in/on-the-way.ts';
import { calmPage, ownOrigin } from './around.tsx';
import { cameIn } from './came-in.ts';
import { addNewApp, addNewPasskey, newAppPage, newPasskeyPage, type Adding } from './new-way-forms.tsx';

/** Somebody who was invited, and proved it, chooses how they sign in from now on. */
export function enrolRoutes(tools: SignInTools): readonly Route[] {
  const at = (method: 'GET' | 'POST', path: string, answer: (adding: Adding) => Promise<Answer>): Route => ({
    method,
    path,
    policy: 'everyone',
    ...(method === 'POST' ? { eachTime: true, guessable: true } : {}),
    async answer(request) {
      const person = await request.read((ctx) => enrolling(ctx, request.browser));
      return person
        ? answer({ request, tools, person, action: path, back: '/enrol' })
        : page(overPage(), 404);
    },
  });
  return [
    at('GET', '/enrol', async (adding) => page(choosePage(adding))),
    at('GET', '/enrol/passkey', showPasskey),
    at('POST', '/enrol/passkey', addPasskey),
    at('GET', '/enrol/app', async (adding) => (adding.person.email ? page(newAppPage(adding)) : notFound())),
    at('POST', '/enrol/app', addApp),
  ];
}

async function showPasskey(adding: Adding): Promise<Answer> {
  const content = await newPasskeyPage(adding);
  return content ? page(content) : notFound();
}

async function addPasskey(adding: Adding): Promise<Answer> {
  const added = await addNewPasskey(adding);
  if (added.done) return hasEnrolled(adding.request, adding.person, 'passkey');
  const content = await newPasskeyPage(adding, added.refusal.error);
  return content ? pageToMend(content) : notFound();
}

async function addApp(adding: Adding): Promise<Answer> {
  if (!adding.person.email) return notFound();
  const added = await addNewApp(adding);
  if (added.done) return hasEnrolled(adding.request, adding.person, 'letter-and-code');
  return pageToMend(newAppPage(adding, added.refusal.error));
}

async function hasEnrolled(
  request: PageRequest,
  person: Person,
  way: 'passkey' | 'letter-and-code',
): Promise<Answer> {
  await request.write((ctx) => enrolmentDone(ctx, person.id));
  const next = person.email === undefined ? '/account' : '/account/recovery-codes';
  return cameIn(request, { personId: person.id, way, next });
}

function choosePage({ request, tools, person }: Adding): PageContent {
  const origin = ownOrigin(request, tools);
  const isYoung = person.roles.includes('young-person');
  return calmPage(
    'How will you sign in?',
    <>
      <p class="lead">{`Welcome, ${person.name}. Choose one way now; you can add others later.`}</p>
      {isYoung ? (
        <p>You need no password. Ask the person who helps you if you are not sure which to take.</p>
      ) : null}
      <ul class="cards ways-in">
        {tools.sso.providers.map(({ key, name }) => (
          <li key={key} class="card">
            <h2>
              <a href={`/sign-in/with/${key}`}>With {name}</a>
            </h2>
            <p>Best where you have it: you sign in there already.</p>
          </li>
        ))}
        {origin !== undefined && siteOf(origin) ? (
          <li class="card">
            <h2>
              <a href="/enrol/passkey">With a passkey</a>
            </h2>
            <p>Your own phone or computer checks that it is you. It takes a minute.</p>
          </li>
        ) : null}
        {person.email === undefined ? null : (
          <li class="card">
            <h2>
              <a href="/enrol/app">With a letter and a code</a>
            </h2>
            <p>For a computer that others use too: we send an e-mail, and your phone shows a code.</p>
          </li>
        )}
      </ul>
    </>,
  );
}

function overPage(): PageContent {
  return calmPage(
    'Open your invitation again',
    <p class="lead">
      This page follows an invitation, within half an hour and in the same browser. Open the link in your
      letter once more, or ask whoever invited you. You came in before? <a href="/sign-in">Sign in</a>.
    </p>,
  );
}
