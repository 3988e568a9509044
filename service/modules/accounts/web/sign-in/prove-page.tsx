import { Button } from '#packages/govuk-jsx';
import { LineField, Wrong } from '#platform/forms/inputs.tsx';
import type { FieldError } from '#platform/forms/read-form.ts';
import {
  page,
  pageToMend,
  redirectTo,
  type Answer,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { newChallenge } from '#platform/identity/challenge.ts';
import { showOptions, siteOf, type Site } from '#platform/identity/passkeys.ts';
import type { Id } from '#platform/kernel/id.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { giveAppCode } from '../../actions/sign-in/app-codes.ts';
import { comeInByPasskey } from '../../actions/sign-in/passkeys.ts';
import type { SignInTools } from '../../actions/sign-in/tools.ts';
import { ownPath } from '../../domain/sign-in/own-path.ts';
import type { WaysIn } from '../../domain/sign-in/ways-in.ts';
import { waysInOf } from '../../queries/sign-in/ways-in.ts';
import {
  nextOf,
  ownOrigin,
  PasskeyForm,
  passkeyMissing,
  passkeyScript,
  passkeyWords,
  withNext,
} from './around.tsx';
import { codeWords } from './letter-pages.tsx';

/** Showing once more that it is you, before something that must not be done by whoever sits down at an open screen. */
export function proveRoutes(tools: SignInTools): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/prove',
      policy: 'signed-in',
      answer: async (request) => page(await provePage(request, tools)),
    },
    {
      method: 'POST',
      path: '/prove',
      policy: 'signed-in',
      eachTime: true,
      guessable: true,
      answer: (request) => prove(request, tools),
    },
  ];
}

async function prove(request: PageRequest, tools: SignInTools): Promise<Answer> {
  const { actor } = request;
  const wrong = actor.kind === 'person' ? await whyNotProved(request, tools, actor.personId) : undefined;
  if (wrong) return pageToMend(await provePage(request, tools, [wrong]));
  await request.session.proved();
  return redirectTo(ownPath(nextOf(request)) ?? '/account');
}

async function whyNotProved(
  request: PageRequest,
  tools: SignInTools,
  personId: Id<'person'>,
): Promise<FieldError | undefined> {
  const kind = request.posted['kind']?.[0];
  if (kind === 'passkey') return whyNotByPasskey(request, tools, personId);
  if (kind === 'app') {
    const code = (request.posted['code']?.[0] ?? '').slice(0, 100);
    const given = await request.write((ctx) => giveAppCode(ctx, { keys: tools.keys, personId, code }));
    return given.done ? undefined : { field: 'code', message: wordsOf(codeWords, given.refusal) };
  }
  if (kind === 'invented' && isPretending(request, tools)) return undefined;
  return { field: 'prove', message: 'Choose how to show that it is you' };
}

async function whyNotByPasskey(
  request: PageRequest,
  tools: SignInTools,
  personId: Id<'person'>,
): Promise<FieldError | undefined> {
  const site = siteOfRequest(request, tools);
  const answer = request.posted['answer']?.[0] ?? '';
  if (!site || answer === '') return { field: 'prove', message: passkeyMissing };
  const { browser } = request;
  const given = { keys: tools.keys, site, browser, answer, purpose: 'prove' as const };
  const shown = await request.write((ctx) => comeInByPasskey(ctx, given));
  if (shown.done && shown.value === personId) return undefined;
  return {
    field: 'prove',
    message: passkeyWords[shown.done ? 'passkey-not-taken' : shown.refusal.reason],
  };
}

/** In a demonstration, whoever chose who to be has nothing to prove it with. */
function isPretending(request: PageRequest, tools: SignInTools): boolean {
  return tools.demonstration && request.session.own?.way === 'chosen';
}

function siteOfRequest(request: PageRequest, tools: SignInTools): Site | undefined {
  const origin = ownOrigin(request, tools);
  return origin === undefined ? undefined : siteOf(origin);
}

async function provePage(
  request: PageRequest,
  tools: SignInTools,
  errors: readonly FieldError[] = [],
): Promise<PageContent> {
  const { actor } = request;
  const ways =
    actor.kind === 'person' ? await request.read((ctx) => waysInOf(ctx, actor.personId)) : undefined;
  return {
    title: 'Show that it is you',
    scripts: [passkeyScript],
    body: (
      <>
        <Wrong errors={errors} />
        <h1>Show that it is you</h1>
        <p class="lead">
          What comes next must not be done by whoever finds a screen open, so we ask once more. It counts for
          a few minutes.
        </p>
        <div id="prove">
          {ways ? <Ways request={request} tools={tools} ways={ways} errors={errors} /> : null}
        </div>
      </>
    ),
  };
}

type WaysProps = { request: PageRequest; tools: SignInTools; ways: WaysIn; errors: readonly FieldError[] };

function Ways({ request, tools, ways, errors }: WaysProps) {
  const next = nextOf(request);
  const site = siteOfRequest(request, tools);
  const mine = tools.sso.providers.filter(({ key }) =>
    ways.identities.some(({ provider }) => provider === key),
  );
  const pretends = isPretending(request, tools);
  const nothing = !pretends && mine.length === 0 && ways.passkeys.length === 0 && !ways.appCode;
  return (
    <>
      {site && ways.passkeys.length > 0 ? (
        <ByPasskey request={request} tools={tools} ways={ways} site={site} />
      ) : null}
      {mine.map(({ key, name }) => (
        <p key={key}>
          <a
            href={withNext(`/sign-in/with/${key}`, next)}
            class="govuk-button"
          >{`Sign in once more with ${name}`}</a>
        </p>
      ))}
      {ways.appCode ? <ByApp request={request} errors={errors} /> : null}
      {pretends ? <Pretend request={request} next={next} /> : null}
      {nothing ? <p>You have no way to do that here. Sign out, and sign in again.</p> : null}
    </>
  );
}

function ByApp({ request, errors }: Pick<WaysProps, 'request' | 'errors'>) {
  return (
    <form method="post" action="/prove" noValidate class="edit">
      <CsrfField csrf={request.csrf} />
      <input type="hidden" name="kind" value="app" />
      <input type="hidden" name="next" value={nextOf(request)} />
      <LineField
        answers={{ errors }}
        name="code"
        label="The six figures that your app shows"
        short
        fills="one-time-code"
      />
      <Button text="It is me" preventDoubleClick />
    </form>
  );
}

function ByPasskey(props: { request: PageRequest; tools: SignInTools; ways: WaysIn; site: Site }) {
  const { request, tools, ways, site } = props;
  const about = { purpose: 'prove' as const, browser: request.browser };
  const challenge = newChallenge(tools.keys, request.now, about);
  const among = ways.passkeys.map(({ credentialId }) => credentialId);
  return (
    <PasskeyForm
      request={request}
      action="/prove"
      asks="show"
      options={showOptions({ site, challenge, among })}
      button="Use my passkey"
      next={nextOf(request)}
    />
  );
}

function Pretend({ request, next }: { request: PageRequest; next: string }) {
  return (
    <form method="post" action="/prove" class="pretend">
      <CsrfField csrf={request.csrf} />
      <input type="hidden" name="kind" value="invented" />
      <input type="hidden" name="next" value={next} />
      <p>
        <strong>In this demonstration</strong> you only chose who to be, so there is nothing to show. In
        earnest a passkey, a code or your organisation’s sign-in is asked for here.
      </p>
      <Button text="It is still me" preventDoubleClick />
    </form>
  );
}
