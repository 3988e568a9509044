import type { PageContent, PageRequest } from '#platform/http/route.ts';
import type { FieldError } from '#platform/forms/read-form.ts';
import { siteOf } from '#platform/identity/passkeys.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import type { SignInTools } from '../../actions/sign-in/tools.ts';
import { builtInRoles } from '../../domain/people/built-in-roles.ts';
import type { Person } from '../../domain/person.ts';
import { nextOf, ownOrigin, withNext } from './around.tsx';

/** The way in: single sign-on of those who have it, a passkey, or a letter and a code. One thing to choose. */
export function signInPage(request: PageRequest, tools: SignInTools): PageContent {
  return {
    title: 'Sign in',
    body: (
      <>
        <h1>Sign in</h1>
        <p class="lead">There are no passwords here. Choose the way that you were set up with.</p>
        <Ways request={request} tools={tools} level={2} />
        <NotHereYet />
      </>
    ),
  };
}

/** The same in a demonstration, where a visitor may also be one of the invented people. */
export function chooserPage(
  request: PageRequest,
  parts: { tools: SignInTools; people: readonly Person[]; errors: readonly FieldError[] },
): PageContent {
  const next = nextOf(request);
  return {
    title: 'Choose who to be',
    body: (
      <>
        {parts.errors.map((error) => (
          <p key={error.field} class="danger-line" role="alert">
            {error.message}
          </p>
        ))}
        <h1>Choose who to be</h1>
        <p class="lead">
          Each of these invented people comes here for something different. Try being more than one.
        </p>
        {parts.people.length === 0 ? (
          <p class="empty">
            Nobody is here yet. Start the service once without settings, and the invented people arrive.
          </p>
        ) : (
          <Chooser request={request} people={parts.people} next={next} />
        )}
        <h2>Or sign in as people do in earnest</h2>
        <p>
          Once you are one of them, give them a passkey or an app on the page of their account, sign out, and
          come back in this way.
        </p>
        <Ways request={request} tools={parts.tools} level={3} />
      </>
    ),
  };
}

function Ways({ request, tools, level }: { request: PageRequest; tools: SignInTools; level: 2 | 3 }) {
  const next = nextOf(request);
  const Heading = level === 2 ? 'h2' : 'h3';
  const origin = ownOrigin(request, tools);
  return (
    <ul class="cards ways-in">
      {tools.sso.providers.map(({ key, name }) => (
        <li key={key} class="card">
          <Heading>
            <a href={withNext(`/sign-in/with/${key}`, next)}>With {name}</a>
          </Heading>
          <p>As you sign in to everything else there.</p>
        </li>
      ))}
      {origin !== undefined && siteOf(origin) ? (
        <li class="card">
          <Heading>
            <a href={withNext('/sign-in/passkey', next)}>With a passkey</a>
          </Heading>
          <p>Your phone, your computer or a small key checks that it is you.</p>
        </li>
      ) : null}
      <li class="card">
        <Heading>
          <a href={withNext('/sign-in/letter', next)}>With a letter and a code</a>
        </Heading>
        <p>We send a link by e-mail, and ask for a code that an app on your phone shows.</p>
      </li>
    </ul>
  );
}

function NotHereYet() {
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">I have never signed in here</span>
      </summary>
      <div class="govuk-details__text">
        <p>
          People come in by an invitation. If you work with children here, ask whoever looks after the
          partnership at your organisation. If somebody helps your family, ask them: they can let you in.
        </p>
      </div>
    </details>
  );
}

/** People in the order in which a visitor might want to try them: who runs it, who helps, who watches over it, families. */
const groups: readonly { title: string; roles: readonly string[] }[] = [
  { title: 'Families and young people', roles: ['young-person', 'parent', 'young-inspector'] },
  {
    title: 'Help children, and keep them safe',
    roles: ['practitioner', 'supervisor', 'setting-lead', 'safeguarding-reader', 'report-only'],
  },
  { title: 'Watch over it, and let people in', roles: ['governance-lead', 'administrator'] },
];
const runsIt = 'Run the strategy together';

function Chooser(props: { request: PageRequest; people: readonly Person[]; next: string }) {
  const grouped = Map.groupBy(
    props.people,
    ({ roles }) => groups.find((group) => roles.some((role) => group.roles.includes(role)))?.title ?? runsIt,
  );
  return [runsIt, ...groups.map(({ title }) => title).toReversed()].map((title) => {
    const people = grouped.get(title) ?? [];
    return people.length === 0 ? null : (
      <section key={title}>
        <h2>{title}</h2>
        <ul class="cards">
          {people.map((person) => (
            <Choice key={person.id} person={person} request={props.request} next={props.next} />
          ))}
        </ul>
      </section>
    );
  });
}

function Choice({ person, request, next }: { person: Person; request: PageRequest; next: string }) {
  return (
    <li class="card">
      <h3>{person.name}</h3>
      <p>{person.job || person.roles.map((role) => builtInRoles[role].title).join(', ')}</p>
      <p class="quiet">{person.organisation}</p>
      <form method="post" action="/sign-in">
        <CsrfField csrf={request.csrf} />
        <input type="hidden" name="person" value={person.id} />
        <input type="hidden" name="next" value={next} />
        <button type="submit" class="govuk-button">
          Be {person.name}
        </button>
      </form>
    </li>
  );
}
