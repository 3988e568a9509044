import type { Identity, OnTheWay } from '#platform/identity/single-sign-on.ts';
import type { SignOnRefusal } from '#platform/identity/sign-on-refusals.ts';
import {
  notFound,
  page,
  redirectTo,
  type Answer,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { wordsOf, type WordsFor } from '#platform/kernel/outcome.ts';
import { enrolmentDone } from '../../actions/sign-in/enrol.ts';
import { openJourney, sealJourney, type Journey } from '../../actions/sign-in/journey.ts';
import {
  comeInByIdentity,
  tieIdentity,
  type NotTied,
  type UnknownHere,
} from '../../actions/sign-in/single-sign-on.ts';
import type { SignInTools } from '../../actions/sign-in/tools.ts';
import { ownPath } from '../../domain/sign-in/own-path.ts';
import { enrolling } from '../../queries/sign-in/on-the-way.ts';
import { calmPage, nextOf, ownOrigin } from './around.tsx';
import { cameIn } from './came-in.ts';
import { carriedBy } from './signing-out.tsx';

/** Out to a single sign-on, and back. */
export function singleSignOnRoutes(tools: SignInTools): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/sign-in/with/:provider',
      policy: 'everyone',
      answer: (request) => depart(request, tools),
    },
    {
      method: 'GET',
      path: '/sign-in/back/:provider',
      policy: 'everyone',
      secretAddress: true,
      answer: (request) => arrive(request, tools),
    },
  ];
}

type SsoJourney = Extract<Journey, { kind: 'single-sign-on' }>;

async function depart(request: PageRequest, tools: SignInTools): Promise<Answer> {
  const key = request.params['provider'] ?? '';
  const origin = ownOrigin(request, tools);
  if (origin === undefined || !tools.sso.providers.some((one) => one.key === key)) return notFound();
  const purpose = await purposeOf(request);
  const back = `${origin}/sign-in/back/${key}`;
  const going = await tools.sso.begin(key, { back, anew: purpose === 'prove' });
  if (!going.done) return notIn(request, wordsOf(refusedWords, going.refusal));
  const journey: SsoJourney = {
    kind: 'single-sign-on',
    purpose,
    next: ownPath(nextOf(request)) ?? '',
    kept: going.value.kept,
    at: request.now.getTime(),
  };
  request.session.holdOnTheWay(sealJourney(tools.keys, request.browser, journey));
  return redirectTo(going.value.to);
}

/** Whoever is signed in proves it once more; whoever was invited has it tied to them; anybody else comes in. */
async function purposeOf(request: PageRequest): Promise<SsoJourney['purpose']> {
  if (request.actor.kind === 'person') return 'prove';
  return (await request.read((ctx) => enrolling(ctx, request.browser))) ? 'enrol' : 'sign-in';
}

async function arrive(request: PageRequest, tools: SignInTools): Promise<Answer> {
  const { browser, now } = request;
  const journey = openJourney(tools.keys, { browser, sealed: request.session.onTheWay, now });
  const origin = ownOrigin(request, tools);
  request.session.letGoOfWay();
  if (journey?.kind !== 'single-sign-on' || origin === undefined)
    return notIn(request, wordsOf(refusedWords, { reason: 'not-asked' }));
  const address = new URL(`${origin}${request.path}?${request.query.toString()}`);
  const key = request.params['provider'] ?? '';
  const found = await tools.sso.finish(key, { address, kept: kept(journey) });
  if (!found.done) return notIn(request, wordsOf(refusedWords, found.refusal));
  return settle(request, tools, { journey, identity: found.value });
}

type Settling = { journey: SsoJourney; identity: Identity };

async function settle(request: PageRequest, tools: SignInTools, came: Settling): Promise<Answer> {
  const { journey, identity } = came;
  const { state } = journey.kept;
  if (journey.purpose === 'enrol') return tie(request, tools, came);
  const known = await request.write((ctx) => comeInByIdentity(ctx, { identity, state }));
  if (!known.done) return unknownHere(request, known.refusal);
  if (journey.purpose === 'prove') {
    const { actor } = request;
    if (actor.kind !== 'person' || actor.personId !== known.value)
      return notIn(request, 'That was somebody else’s sign-in. Sign in there as yourself, and try again.');
    await request.session.proved();
    return redirectTo(ownPath(journey.next) ?? '/account');
  }
  const carried = carriedBy(tools.keys, identity);
  return cameIn(request, { personId: known.value, way: 'single-sign-on', next: journey.next, carried });
}

async function tie(
  request: PageRequest,
  tools: SignInTools,
  { journey, identity }: Settling,
): Promise<Answer> {
  const tied = await request.write(async (ctx) => {
    const person = await enrolling(ctx, request.browser);
    if (!person) return undefined;
    const given = { personId: person.id, identity, state: journey.kept.state };
    const outcome = await tieIdentity(ctx, given);
    if (outcome.done) await enrolmentDone(ctx, person.id);
    return { outcome, personId: person.id };
  });
  if (!tied) return notIn(request, 'Your invitation took too long. Open it again from its letter.');
  if (!tied.outcome.done) return notIn(request, wordsOf(tiedWords, tied.outcome.refusal));
  const carried = carriedBy(tools.keys, identity);
  return cameIn(request, { personId: tied.personId, way: 'single-sign-on', next: journey.next, carried });
}

function kept({ kept: { provider, state, nonce, verifier, anew } }: SsoJourney): OnTheWay {
  return { provider, state, nonce, verifier, anew };
}

const refusedWords: WordsFor<SignOnRefusal> = {
  'unknown-provider': () => 'That way in is not set up here.',
  'not-asked': () =>
    'We did not send you there just now, or it was too long ago. Begin again from the page to sign in.',
  'turned-back': () =>
    'You were turned back there, or thought better of it. Nothing happened. You can try again.',
  'too-late': () =>
    'That took too long, or the page was opened twice. Begin again: it usually works at once.',
  'provider-away': () =>
    'The other side does not answer just now. Wait a few minutes, or choose another way.',
  unsound: () => 'What came back could not be trusted, so nobody was signed in. Begin again.',
  nameless: () =>
    'The other side did not say who you are in a way that stays the same. Tell whoever runs this service.',
  'other-body': () => 'You signed in, but with an organisation that does not come in by this way.',
  'not-enough': () =>
    'You signed in there with less than we ask for. Sign in with your second step (your phone, say), and try again.',
};

const tiedWords: WordsFor<NotTied> = {
  'somebody-else': () => 'That sign-in belongs to somebody else here already. Sign in there as yourself.',
  'came-before': () => wordsOf(refusedWords, { reason: 'too-late' }),
};

function notIn(request: PageRequest, words: string): Answer {
  const isIn = request.actor.kind === 'person';
  const content = calmPage(
    isIn ? 'That did not work' : 'You are not signed in',
    <>
      <p class="lead">{words}</p>
      <p>{isIn ? <a href="/account">Back to your account</a> : <a href="/sign-in">Sign in</a>}</p>
    </>,
  );
  return page(content, 403);
}

/** They are who they are, and nobody has let them in: how that is done, and nothing of who is here. */
function unknownHere(request: PageRequest, refusal: UnknownHere): Answer {
  if (refusal.reason === 'came-before') return notIn(request, wordsOf(refusedWords, { reason: 'too-late' }));
  const content = calmPage(
    'We do not know you here yet',
    <>
      <p class="lead">You signed in well. Only: nobody has let you in here so far.</p>
      <p>
        People come in by an invitation. If you work with children here, ask whoever looks after the
        partnership at your organisation. If somebody helps your family, ask them.
      </p>
      <p>
        You were invited already? Open the link in that letter once more: there you say that this is how you
        sign in. <a href="/sign-in">Or choose another way</a>.
      </p>
    </>,
  );
  return page(content, 403);
}
