import { Button } from '#packages/govuk-jsx';
import { notFound, page, redirectTo, type PageRequest, type Route } from '#platform/http/route.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { acceptInvitation } from '../../actions/people/invitations.ts';
import { hashOfInvitation } from '../../actions/people/offer-way-in.ts';
import { enrol } from '../../actions/sign-in/enrol.ts';
import { welcome, type Welcome } from '../../queries/people/welcome.ts';
import { overWords, sayInstant } from './people-words.ts';
import { peoplePlaces } from './places.ts';
import { RoleOpens } from './role-card.tsx';

/** Whoever is invited sees by whom and to what, and begins. */
export const welcomeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: peoplePlaces.welcome(':token'),
    policy: 'everyone',
    secretAddress: true,
    answer: async (request) => {
      const found = await request.read((ctx) => welcome(ctx, hashOfInvitation(tokenOf(request))));
      if (!found) return notFound();
      return found.invitation.state === 'open'
        ? page({ title: 'Welcome', body: <WelcomePage found={found} request={request} /> })
        : page({ title: 'This link opens nothing any more', body: <Over state={found.invitation.state} /> });
    },
  },
  {
    method: 'POST',
    path: peoplePlaces.welcome(':token'),
    policy: 'everyone',
    secretAddress: true,
    eachTime: true,
    answer: async (request) => {
      const onwards = await request.write(async (ctx) => {
        const accepted = await acceptInvitation(ctx, tokenOf(request));
        if (!accepted.done) return undefined;
        return enrol(ctx, { personId: accepted.value.personId, browser: request.browser });
      });
      return onwards === undefined ? redirectTo(request.path) : redirectTo(onwards);
    },
  },
];

function tokenOf({ params }: PageRequest): string {
  return params['token'] ?? '';
}

function WelcomePage({ found, request }: { found: Welcome; request: PageRequest }) {
  const { invitation, person, roles } = found;
  const holds = roles.filter(({ state }) => state === 'confirmed');
  const waits = roles.filter(({ state }) => state === 'waiting');
  return (
    <>
      <h1>Welcome, {person.name}</h1>
      <p class="lead">
        {invitation.kind === 'again'
          ? `${invitation.invitedByName} lets you in anew. What you signed in with before opens nothing from then on.`
          : invitation.kind === 'family'
            ? `${invitation.invitedByName} offers you a way to read what is written down with you. It is yours to want or not, and you can stop at any time.`
            : `${invitation.invitedByName} invites you to work with us here.`}
      </p>
      {holds.map((grant) => (
        <section key={grant.id} class="card">
          <h2>{grant.title}</h2>
          <RoleOpens roles={grant.roles} />
        </section>
      ))}
      {waits.map((grant) => (
        <p key={grant.id}>
          You were proposed as {grant.title}. That begins once a second person has said yes.
        </p>
      ))}
      <p>
        Next you choose how you sign in from now on. It takes a few minutes, and you need no password. This
        link is for you alone and works until {sayInstant(invitation.expiresAt)}.
      </p>
      <form method="post" action={request.path}>
        <CsrfField csrf={request.csrf} />
        <Button text="Begin" preventDoubleClick />
      </form>
      <p class="quiet">Are you not {person.name}? Then close this page: nothing has happened.</p>
    </>
  );
}

function Over({ state }: { state: Exclude<Welcome['invitation']['state'], never> }) {
  return (
    <>
      <h1>This link opens nothing any more</h1>
      <p class="lead">{overWords[state]}</p>
      <p>
        <a href="/sign-in">Sign in</a>
      </p>
    </>
  );
}
