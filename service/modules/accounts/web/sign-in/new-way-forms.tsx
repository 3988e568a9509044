import { Button } from '#packages/govuk-jsx';
import { LineField, Wrong } from '#platform/forms/inputs.tsx';
import type { FieldError } from '#platform/forms/read-form.ts';
import type { PageRequest, PageContent } from '#platform/http/route.ts';
import { appSetUp, newAppSecret } from '#platform/identity/app-codes.ts';
import { newChallenge } from '#platform/identity/challenge.ts';
import { enrolOptions, siteOf } from '#platform/identity/passkeys.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import { done, refuse, wordsOf } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { addAppCode, openOffer, sealOffer } from '../../actions/sign-in/app-codes.ts';
import { enrolPasskey } from '../../actions/sign-in/passkeys.ts';
import type { SignInTools } from '../../actions/sign-in/tools.ts';
import type { Person } from '../../domain/person.ts';
import { waysInOf } from '../../queries/sign-in/ways-in.ts';
import { ownOrigin, PasskeyForm, passkeyMissing, passkeyScript, passkeyWords } from './around.tsx';
import { codeWords } from './letter-pages.tsx';

/** For whom a way in is added, and by which page. */
export type Adding = {
  request: PageRequest;
  tools: SignInTools;
  person: Person;
  action: string;
  back: string;
};
export type NotAdded = { reason: 'not-added'; error: FieldError };

/** The page on which a device makes a passkey; undefined where browsers make none for this address. */
export async function newPasskeyPage(adding: Adding, error?: FieldError): Promise<PageContent | undefined> {
  const { request, tools, person, action, back } = adding;
  const origin = ownOrigin(request, tools);
  const site = origin === undefined ? undefined : siteOf(origin);
  if (!site) return undefined;
  const ways = await request.read((ctx) => waysInOf(ctx, person.id));
  const challenge = newChallenge(tools.keys, request.now, { purpose: 'enrol', browser: request.browser });
  const known = ways.passkeys.map(({ credentialId }) => credentialId);
  return {
    title: 'Add a passkey',
    scripts: [passkeyScript],
    body: (
      <>
        <Wrong errors={error ? [error] : []} />
        <h1>Add a passkey</h1>
        <p class="lead">{whatAPasskeyIs}</p>
        <PasskeyForm
          request={request}
          action={action}
          asks="make"
          options={enrolOptions({ site, challenge, person, known })}
          button="Make the passkey"
          next=""
        >
          <LineField
            answers={{ posted: request.posted['name'] ? request.posted : {}, errors: error ? [error] : [] }}
            name="name"
            label="What you call it"
            hint="So that you know it again, such as: my phone"
          />
        </PasskeyForm>
        <p>
          <a href={back}>Not now</a>
        </p>
      </>
    ),
  };
}

const whatAPasskeyIs =
  'Your phone, your computer or a small key remembers this place for you, and checks that it is you: by your face, your finger or the code that opens it. Nothing of that leaves the device.';

/** Takes the passkey that the device made. */
export async function addNewPasskey({
  request,
  tools,
  person,
}: Adding): Promise<Outcome<undefined, NotAdded>> {
  const origin = ownOrigin(request, tools);
  const site = origin === undefined ? undefined : siteOf(origin);
  const answer = request.posted['answer']?.[0] ?? '';
  if (!site || answer === '') return notAdded('name', passkeyMissing);
  const name = request.posted['name']?.[0] ?? '';
  const { browser } = request;
  const given = { keys: tools.keys, site, browser, answer, name, kind: request.session.browser };
  const added = await request.write((ctx) => enrolPasskey(ctx, { ...given, personId: person.id }));
  return added.done ? done(undefined) : notAdded('name', passkeyWords[added.refusal.reason]);
}

/** The page on which an app is told its secret, and gives its first code. Looking at it keeps nothing. */
export function newAppPage(adding: Adding, error?: FieldError): PageContent {
  const { request, tools, person, action, back } = adding;
  const secret = secretOffered(adding);
  const { typed, squares, address } = appSetUp(secret, person.name);
  const offer = sealOffer(tools.keys, { personId: person.id, secret, now: request.now });
  return {
    title: 'Add an app that shows codes',
    body: (
      <>
        <Wrong errors={error ? [error] : []} />
        <h1>Add an app that shows codes</h1>
        <p class="lead">
          Any app for codes will do: many phones have one already, under passwords. When you sign in we send a
          letter, and you give the code that the app shows then.
        </p>
        <ol class="steps-of-app">
          <li>
            <h2>Show this to the app</h2>
            <QrPicture squares={squares} />
            <p>
              On the phone itself? <a href={address}>Open it in your app</a>, or type this:{' '}
              <code class="secret-typed">{typed}</code>
            </p>
          </li>
          <li>
            <h2>Give the code that it shows now</h2>
            <FirstCode action={action} csrf={request.csrf} offer={offer} error={error} />
          </li>
        </ol>
        <p>
          <a href={back}>Not now</a>
        </p>
      </>
    ),
  };
}

function FirstCode(props: { action: string; csrf: string; offer: string; error: FieldError | undefined }) {
  return (
    <form method="post" action={props.action} noValidate class="edit">
      <CsrfField csrf={props.csrf} />
      <input type="hidden" name="offer" value={props.offer} />
      <LineField
        answers={{ errors: props.error ? [props.error] : [] }}
        name="code"
        label="The six figures that it shows"
        short
        fills="one-time-code"
      />
      <Button text="Add the app" preventDoubleClick />
    </form>
  );
}

/** The secret that the page offered before, so that the picture stays the same after a slip; else a new one. */
function secretOffered({ request, tools, person }: Adding): Uint8Array {
  const sealed = request.posted['offer']?.[0];
  if (sealed === undefined) return newAppSecret();
  return openOffer(tools.keys, { personId: person.id, sealed, now: request.now }) ?? newAppSecret();
}

/** Takes the app's first code, and keeps its secret. */
export async function addNewApp({ request, tools, person }: Adding): Promise<Outcome<undefined, NotAdded>> {
  const { keys } = tools;
  const sealed = request.posted['offer']?.[0] ?? '';
  const secret = openOffer(keys, { personId: person.id, sealed, now: request.now });
  if (!secret)
    return notAdded('code', 'This page stood open for too long. Show the new picture to your app.');
  const code = (request.posted['code']?.[0] ?? '').slice(0, 100);
  const added = await request.write((ctx) => addAppCode(ctx, { keys, personId: person.id, secret, code }));
  if (added.done) return done(undefined);
  const words =
    added.refusal.reason === 'code-wrong'
      ? 'That is not the code that the app shows now. Look at it again: it changes every half minute.'
      : wordsOf(codeWords, added.refusal);
  return notAdded('code', words);
}

function notAdded(field: string, message: string) {
  return refuse<NotAdded>({ reason: 'not-added', error: { field, message } });
}

function QrPicture({ squares }: { squares: readonly (readonly boolean[])[] }) {
  const path = squares.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  const size = squares.length;
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label="A picture for the camera of your phone"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
