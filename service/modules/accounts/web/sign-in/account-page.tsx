import { Button } from '#packages/govuk-jsx';
import type { Role } from '#platform/access/policy.ts';
import {
  page,
  redirectTo,
  type Answer,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import type { OwnSession } from '#platform/http/session/request-session.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import type { SignInTools } from '../../actions/sign-in/tools.ts';
import { builtInRoles } from '../../domain/people/built-in-roles.ts';
import type { Person } from '../../domain/person.ts';
import { howManyWays, type WaysIn } from '../../domain/sign-in/ways-in.ts';
import { ownAccount } from '../../queries/sign-in/own-account.ts';
import { saidDay, saidTime } from './around.tsx';

/** What somebody sees and keeps of their own way in: who they are here, how they sign in, where they are signed in. */
export function accountRoutes(tools: SignInTools): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/account',
      policy: 'signed-in',
      answer: async (request) => page(await accountPage(request, tools)),
    },
    {
      method: 'POST',
      path: '/account/sessions/end',
      policy: 'signed-in',
      answer: endSessions,
    },
  ];
}

async function endSessions(request: PageRequest): Promise<Answer> {
  const handle = idFrom<'session'>(request.posted['session']?.[0] ?? '');
  if (handle === undefined) {
    await request.session.endOthers();
    return redirectTo('/account#signed-in', 'You are signed out everywhere but here.');
  }
  await request.session.endOne(handle);
  return redirectTo('/account#signed-in', 'That browser is signed out.');
}

async function accountPage(request: PageRequest, tools: SignInTools): Promise<PageContent> {
  const account = await request.read(ownAccount);
  const sessions = await request.session.list();
  if (!account) return { title: 'Your account', body: <h1>Your account</h1> };
  const { person, ways } = account;
  const isYoung = person.roles.includes('young-person');
  return {
    title: 'Your account',
    body: (
      <>
        <h1>Your account</h1>
        <WhoYouAre person={person} isYoung={isYoung} />
        <HowYouSignIn ways={ways} person={person} tools={tools} isYoung={isYoung} />
        <WhereYouAre request={request} sessions={sessions} isYoung={isYoung} />
      </>
    ),
  };
}

function WhoYouAre({ person, isYoung }: { person: Person; isYoung: boolean }) {
  return (
    <>
      <p class="lead">
        {isYoung
          ? `Hello ${person.name}. Here you see how you come in, and you can change it.`
          : `${person.name}${person.job === '' ? '' : `, ${person.job}`}${person.organisation === '' ? '' : ` at ${person.organisation}`}.`}
      </p>
      {person.roles.length === 0 ? (
        <p>You have no role here yet. Whoever invited you can tell you why.</p>
      ) : (
        <section>
          <h2>{isYoung ? 'Who you are here' : 'What you are here'}</h2>
          <ul class="roles-held">
            {person.roles.map((role) => (
              <li key={role}>
                <strong>{wordsOfRole(role).title}</strong>
                {isYoung ? null : `: ${lowerFirst(wordsOfRole(role).for)}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function wordsOfRole(role: Role) {
  return builtInRoles[role];
}

function lowerFirst(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

type WaysProps = { ways: WaysIn; person: Person; tools: SignInTools; isYoung: boolean };

function HowYouSignIn({ ways, person, tools, isYoung }: WaysProps) {
  return (
    <section>
      <h2>How you sign in</h2>
      <p>
        {isYoung
          ? 'You have no password. Nobody can guess it, and you cannot forget it.'
          : 'There are no passwords here. Have two ways, so that a lost phone does not shut you out.'}
      </p>
      {howManyWays(ways) === 0 ? (
        <p class="empty">You have no way of your own yet: you were chosen in the demonstration.</p>
      ) : (
        <OwnWays ways={ways} person={person} tools={tools} />
      )}
      <ul class="more-ways">
        <li>
          <a href="/account/passkeys/new">Add a passkey</a>
        </li>
        {person.email === undefined ? null : <WaysByLetter ways={ways} />}
      </ul>
    </section>
  );
}

function OwnWays({ ways, person, tools }: Omit<WaysProps, 'isYoung'>) {
  const nameOf = (key: string) => tools.sso.providers.find((one) => one.key === key)?.name;
  const own = [
    ...ways.identities.map(({ id, provider, linkedAt, usedAt }) => {
      const title = nameOf(provider) ?? 'A single sign-on';
      return { kind: 'identity', id, title, since: linkedAt, used: usedAt };
    }),
    ...ways.passkeys.map(({ id, name, madeAt, usedAt }) => {
      return { kind: 'passkey', id, title: `Passkey “${name}”`, since: madeAt, used: usedAt };
    }),
    ...(ways.appCode ? [ofApp(person.id, ways.appCode)] : []),
  ];
  return (
    <ul class="cards own-ways">
      {own.map((one) => (
        <Way key={one.id} {...one} few={own.length <= 1} />
      ))}
    </ul>
  );
}

function ofApp(id: string, { madeAt, usedAt }: NonNullable<WaysIn['appCode']>) {
  return { kind: 'app-code', id, title: 'Letter, and a code of your app', since: madeAt, used: usedAt };
}

function WaysByLetter({ ways }: { ways: WaysIn }) {
  return (
    <>
      <li>
        <a href="/account/app">
          {ways.appCode ? 'Use another app for codes' : 'Add an app that shows codes'}
        </a>
      </li>
      <li>
        <a href="/account/recovery-codes">Codes for a bad day</a>
        {`: ${sayCodes(ways.recoveryCodes)}`}
      </li>
    </>
  );
}

function sayCodes(left: number): string {
  if (left === 0) return 'you have none';
  return left === 1 ? 'one is left' : `${left} are left`;
}

type WayProps = {
  kind: string;
  id: string;
  title: string;
  since: Date;
  used: Date | undefined;
  few: boolean;
};

function Way({ kind, id, title, since, used, few }: WayProps) {
  return (
    <li class="card">
      <h3 dir="auto">{title}</h3>
      <p class="quiet">
        {`Since ${saidDay.format(since)}. ${used ? `Last used ${saidTime.format(used)}.` : 'Not used yet.'}`}
      </p>
      {few ? (
        <p class="quiet">It is your only way in, so it stays until you add another.</p>
      ) : (
        <p>
          <a href={`/account/ways/${kind}/${id}/remove`}>
            Remove <span class="visually-hidden">{title}</span>
          </a>
        </p>
      )}
    </li>
  );
}

type WhereProps = { request: PageRequest; sessions: readonly OwnSession[]; isYoung: boolean };

function WhereYouAre({ request, sessions, isYoung }: WhereProps) {
  return (
    <section id="signed-in">
      <h2>Where you are signed in</h2>
      {isYoung ? (
        <p>If one of these is not you, press the button, and tell the person who helps you.</p>
      ) : null}
      <ul class="cards own-sessions">
        {sessions.map((one) => (
          <li key={one.handle} class="card">
            <h3>{`${one.browser.charAt(0).toUpperCase()}${one.browser.slice(1)}`}</h3>
            <p class="quiet">
              {`Since ${saidTime.format(one.startedAt)}. ${one.isThisOne ? 'It is the one you use now.' : `Last seen ${saidTime.format(one.seenAt)}.`}`}
            </p>
            {one.isThisOne ? null : (
              <form method="post" action="/account/sessions/end">
                <CsrfField csrf={request.csrf} />
                <input type="hidden" name="session" value={one.handle} />
                <Button text="Sign it out" classes="govuk-button--secondary" />
              </form>
            )}
          </li>
        ))}
      </ul>
      <div class="actions">
        {sessions.length > 1 ? (
          <form method="post" action="/account/sessions/end">
            <CsrfField csrf={request.csrf} />
            <Button text="Sign out everywhere else" classes="govuk-button--secondary" />
          </form>
        ) : null}
        <form method="post" action="/sign-out">
          <CsrfField csrf={request.csrf} />
          <Button text="Sign out here" classes="govuk-button--secondary" />
        </form>
      </div>
    </section>
  );
}
