import type { ComponentChildren } from 'preact';
import { Button } from '#packages/govuk-jsx';
import { isLocal } from '#platform/http/address.ts';
import type { PageContent, PageRequest } from '#platform/http/route.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import type { SignInTools } from '../../actions/sign-in/tools.ts';

/**
 * Where this service is reached, for whoever has to be told so: what its operator says, and only on this very machine
 * what the browser says.
 */
export function ownOrigin(request: PageRequest, tools: SignInTools): string | undefined {
  return tools.origin ?? (isLocal(request.origin) ? request.origin : undefined);
}

/** The page asked for before sign-in came in between. */
export function nextOf(request: PageRequest): string {
  return request.posted['next']?.[0] ?? request.query.get('next') ?? '';
}

/** A path with where to go on to. */
export function withNext(path: string, next: string): string {
  return next === '' ? path : `${path}?next=${encodeURIComponent(next)}`;
}

/** One thing to say, and the way on. */
export function calmPage(title: string, children: ComponentChildren): PageContent {
  return {
    title,
    body: (
      <>
        <h1>{title}</h1>
        {children}
      </>
    ),
  };
}

/** A form in which the device is asked for a passkey; without scripts it is sent empty, and answered with words. */
export function PasskeyForm(props: {
  request: PageRequest;
  action: string;
  asks: 'make' | 'show';
  options: string;
  button: string;
  next: string;
  children?: ComponentChildren;
  secondary?: boolean;
}) {
  return (
    <form
      method="post"
      action={props.action}
      noValidate
      data-passkey={props.asks}
      data-options={props.options}
      class="edit"
    >
      <CsrfField csrf={props.request.csrf} />
      <input type="hidden" name="answer" value="" />
      <input type="hidden" name="kind" value="passkey" />
      <input type="hidden" name="next" value={props.next} />
      {props.children}
      <p class="danger-line" role="status" data-passkey-says hidden></p>
      <Button
        text={props.button}
        preventDoubleClick
        classes={props.secondary ? 'govuk-button--secondary' : ''}
      />
    </form>
  );
}

export const passkeyScript = 'passkey.js';

/** Why a passkey was not taken, for whoever tried. */
export const passkeyWords = {
  'passkey-not-taken':
    'That passkey was not taken. It may have come too late, or be one of another place. Try again, or choose another way.',
  'passkey-known': 'That device has a passkey here already. Give it another one, or use the one it has.',
  'passkeys-enough': 'You have ten passkeys. Remove one that you no longer use, then add this one.',
} as const;

export const passkeyMissing =
  'Your browser did not hand over a passkey. It needs scripts for that; if they are off, choose another way.';

export const saidDay = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long' });
export const saidTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  dateStyle: 'long',
  timeStyle: 'short',
});
