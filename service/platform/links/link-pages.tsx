import type { VNode } from 'preact';
import { Button } from '#packages/govuk-jsx';
import { LineField, Wrong, type Answers } from '../forms/inputs.tsx';
import type { PageContent, PageRequest } from '../http/route.ts';
import { CsrfField } from '../page/frame.tsx';
import { canBeHandedOn, maskedAddress, type Link, type LinkState } from './link.ts';
import { overWords } from './link-words.ts';
import type { LinkPurpose } from './purpose.ts';

/** Before the code was given: for whom the link is, and how it is opened. Nothing of the task itself is seen. */
export function doorPage(
  request: PageRequest,
  { link, codeSent, answers = { errors: [] } }: { link: Link; codeSent: boolean; answers?: Answers },
): PageContent {
  return {
    title: link.title,
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>{link.title}</h1>
        <p class="lead">
          This link is for {forWhom(link)}, at <strong dir="ltr">{maskedAddress(link.to)}</strong>.
        </p>
        {codeSent ? (
          <GiveCode request={request} link={link} answers={answers} />
        ) : (
          <>
            <p>
              To be sure that it is you, we send a short code to that address. Then you can begin: no account
              and no password.
            </p>
            <SendCode request={request} text="Send me the code" />
          </>
        )}
        <h2>Not for you?</h2>
        <p>
          If the letter was forwarded to you, ask the colleague whom it was for to open it and choose “Hand it
          on”. You then get a link of your own.
        </p>
      </>
    ),
  };
}

function forWhom({ organisation }: Link): string {
  return organisation === '' ? 'one person' : organisation;
}

function SendCode({ request, text, secondary }: { request: PageRequest; text: string; secondary?: boolean }) {
  return (
    <form method="post" action={`${linkPath(request)}/code`}>
      <CsrfField csrf={request.csrf} />
      <Button text={text} preventDoubleClick classes={secondary ? 'govuk-button--secondary' : ''} />
    </form>
  );
}

function GiveCode({ request, link, answers }: { request: PageRequest; link: Link; answers: Answers }) {
  return (
    <>
      <p>
        We sent a code to <span dir="ltr">{maskedAddress(link.to)}</span>. It can take a minute or two.
      </p>
      <form method="post" action={`${linkPath(request)}/open`} noValidate class="edit">
        <CsrfField csrf={request.csrf} />
        <LineField answers={answers} name="code" label="The six digits in the letter" short number />
        <Button text="Go on" preventDoubleClick />
      </form>
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">No letter came</span>
        </summary>
        <div class="govuk-details__text">
          <p>Look among unwanted letters. If it is not there, have another sent: only the newest works.</p>
          <SendCode request={request} text="Send another code" secondary />
        </div>
      </details>
    </>
  );
}

type Over = {
  link: Link;
  state: Exclude<LinkState, 'open'>;
  purpose: LinkPurpose;
  /** what was said with it, for its holder alone */
  said: VNode | undefined;
  codeSent: boolean;
  answers?: Answers;
};

/** A link that does nothing more: what became of it, and the way on. */
export function overPage(request: PageRequest, over: Over): PageContent {
  const { link, state, purpose, said, codeSent, answers = { errors: [] } } = over;
  const { title, words } = overWords[state];
  if (said) return { title: 'Thank you', body: <Said request={request} link={link} said={said} /> };
  return {
    title,
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>{title}</h1>
        <p class="lead">{words(link.ended?.at ?? link.expiresAt)}</p>
        <p class="quiet">{link.title}</p>
        {state === 'used' ? (
          <>
            <h2>Was it you?</h2>
            {codeSent ? (
              <GiveCode request={request} link={link} answers={answers} />
            ) : (
              <>
                <p>Have a code sent to the same address, and you see what was said.</p>
                <SendCode request={request} text="Send me the code" secondary />
              </>
            )}
          </>
        ) : null}
        {state === 'expired' || state === 'used' ? <AskAnew request={request} state={state} /> : null}
        <p>
          {state === 'withdrawn' || state === 'handed-on'
            ? 'If that surprises you, ask'
            : 'You can always ask'}{' '}
          {purpose.asker}.
        </p>
      </>
    ),
  };
}

function Said({ request, link, said }: { request: PageRequest; link: Link; said: VNode }) {
  return (
    <>
      <h1>Thank you</h1>
      <p class="lead">{link.title}: we have it.</p>
      {said}
      <AskAnew request={request} state="used" />
    </>
  );
}

function AskAnew({ request, state }: { request: PageRequest; state: 'used' | 'expired' }) {
  return (
    <>
      <h2>{state === 'used' ? 'Something to correct?' : 'Have a new link'}</h2>
      <p>
        {state === 'used'
          ? 'A link works once. Have a new one sent to the same address, and say it again.'
          : 'It goes to the same address as this one.'}
      </p>
      <form method="post" action={`${linkPath(request)}/anew`}>
        <CsrfField csrf={request.csrf} />
        <Button text="Send me a new link" preventDoubleClick classes="govuk-button--secondary" />
      </form>
    </>
  );
}

/** Below every task: the way to pass it to a colleague. */
export function HandOn({ request, link }: { request: PageRequest; link: Link }) {
  if (!canBeHandedOn(link)) return null;
  return (
    <p>
      Somebody else{link.organisation === '' ? '' : ` at ${link.organisation}`} should do this?{' '}
      <a href={`${linkPath(request)}/hand-on`}>Hand it on</a>.
    </p>
  );
}

export function handOnPage(request: PageRequest, link: Link, answers: Answers): PageContent {
  return {
    title: 'Hand it on',
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>Hand it on</h1>
        <p class="lead">{link.title}</p>
        <p>
          Your colleague gets a link of their own, and yours stops working. Whoever asked sees that it was
          handed on.
        </p>
        <form method="post" action={`${linkPath(request)}/hand-on`} noValidate class="edit">
          <CsrfField csrf={request.csrf} />
          <LineField
            answers={answers}
            name="to"
            label="Your colleague’s e-mail address"
            hint={`It ends in ${link.to.slice(link.to.lastIndexOf('@'))}`}
          />
          <div class="actions">
            <Button text="Hand it on" preventDoubleClick />
            <a href={linkPath(request)}>I will do it myself</a>
          </div>
        </form>
      </>
    ),
  };
}

/** A page with nothing to do any more. */
export function plainPage(title: string, words: string): PageContent {
  return {
    title,
    body: (
      <>
        <h1>{title}</h1>
        <p class="lead">{words}</p>
      </>
    ),
  };
}

/** The address of the link itself. */
export function linkPath({ params }: Pick<PageRequest, 'params'>): string {
  return `/link/${params['token'] ?? ''}`;
}
