import { page, type Route } from '#platform/http/route.ts';
import { complaintPlaces } from '../complaints/places.ts';
import { rightsPlaces } from './places.ts';

/** What anybody may ask about themselves, told to a young person first. */
export const rightsPageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: rightsPlaces.all,
    policy: 'everyone',
    answer: async () => page({ title: 'What we hold about you', body: <Rights /> }),
  },
  {
    method: 'GET',
    path: rightsPlaces.easy,
    policy: 'everyone',
    answer: async () =>
      page({
        title: 'What we hold about you: Easy Read',
        breadcrumbs: [{ text: 'What we hold about you', href: rightsPlaces.all }],
        body: <EasyRead />,
      }),
  },
  {
    method: 'GET',
    path: rightsPlaces.asked,
    policy: 'everyone',
    answer: async ({ query }) =>
      page({
        title: 'We have your message',
        body: <Asked toPutRight={query.get('kind') === 'correct'} />,
      }),
  },
];

function Rights() {
  return (
    <>
      <h1>What we hold about you</h1>
      <p class="lead">It is yours to know. You can ask to see it, and to have it put right.</p>
      <section class="rights-young" aria-labelledby="young">
        <h2 id="young">If you are a child or a young person</h2>
        <p>
          When people help you, they write things down. You can ask to see what they wrote about you. If
          something is wrong, tell us. If somebody treated you badly, tell us that too. You are never in
          trouble for asking, and you need not give a reason.
        </p>
        <p>You can ask by yourself, or with somebody you trust. It costs nothing.</p>
        <p class="actions">
          <a class="govuk-button" href={rightsPlaces.askYoung}>
            Ask, as a young person
          </a>
          <a href={rightsPlaces.easy}>Read this in Easy Read</a>
        </p>
      </section>
      <WhatYouCanAsk />
      <WhatHappens />
      <Others />
    </>
  );
}

function WhatYouCanAsk() {
  return (
    <section>
      <h2>What anybody can ask</h2>
      <dl class="rights-list">
        <dt>To see it</dt>
        <dd>Everything that is held about you, who looked at it and why, and with whom it was shared.</dd>
        <dt>To put it right</dt>
        <dd>
          What is wrong is changed. Where we do not agree, your own account stands beside it, wherever it is
          read.
        </dd>
        <dt>To delete it</dt>
        <dd>Some things we must keep for a time by law. We say which, and until when.</dd>
        <dt>To stop a use of it</dt>
        <dd>You can object to what is done with it. A person decides, and tells you why.</dd>
      </dl>
      <p class="actions">
        <a class="govuk-button" href={rightsPlaces.ask}>
          Ask, for yourself or for somebody else
        </a>
        <a href="/rights/how-long">How long we keep things</a>
      </p>
    </section>
  );
}

function WhatHappens() {
  return (
    <section>
      <h2>What happens then</h2>
      <ol class="rights-steps">
        <li>
          <strong>A person reads it.</strong> They make sure that it is you, so that nobody else gets what is
          yours.
        </li>
        <li>
          <strong>They gather everything.</strong> What is about other people is taken out, and a second
          person checks that.
        </li>
        <li>
          <strong>You get it within one month.</strong> If it takes longer, we tell you why before the month
          is over.
        </li>
        <li>
          <strong>You need not read it alone.</strong> Somebody can sit with you. You say who.
        </li>
      </ol>
    </section>
  );
}

function Others() {
  return (
    <section>
      <h2>Other ways</h2>
      <p>
        You can ask in a letter, on the telephone or face to face, and anybody who works with you has to take
        it. You do not have to use special words or a form.
      </p>
      <p>
        Are you unhappy with something that we did? <a href={complaintPlaces.all}>Tell us, and we answer</a>.
        You can also go to the Information Commissioner, who looks after these rights: 0303 123 1113.
      </p>
    </section>
  );
}

/** Short sentences, one thought each, a picture beside each: the rules of Easy Read. */
const easyLines: readonly { sign: Sign; lines: readonly string[] }[] = [
  { sign: 'paper', lines: ['People help you.', 'They write about you.', 'They keep what they write.'] },
  { sign: 'eye', lines: ['You can ask to see it.', 'It costs no money.', 'You need no reason.'] },
  {
    sign: 'pen',
    lines: ['Something may be wrong.', 'Tell us.', 'We can change it.', 'Your words stand next to ours.'],
  },
  {
    sign: 'stop',
    lines: [
      'You can ask us to delete it.',
      'You can ask us to stop using it.',
      'Sometimes the law says no.',
      'Then we tell you why.',
    ],
  },
  { sign: 'hand', lines: ['Somebody can help you ask.', 'You choose who.'] },
  {
    sign: 'month',
    lines: ['We answer within one month.', 'Sometimes we need more time.', 'Then we tell you.'],
  },
  {
    sign: 'heart',
    lines: ['Some of it may be sad to read.', 'Somebody can sit with you.', 'You choose who.'],
  },
  {
    sign: 'mouth',
    lines: ['Are you unhappy with us?', 'You can complain.', 'Nobody will be angry with you.'],
  },
];

function EasyRead() {
  return (
    <>
      <h1>What we hold about you</h1>
      <p class="lead">This page is in Easy Read.</p>
      <ul class="easy-read">
        {easyLines.map(({ sign, lines }) => (
          <li key={sign}>
            <Picture sign={sign} />
            <div>
              {lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
          </li>
        ))}
      </ul>
      <p class="actions">
        <a class="govuk-button" href={rightsPlaces.askYoung}>
          Ask now
        </a>
        <a href={complaintPlaces.young}>Complain</a>
      </p>
    </>
  );
}

type Sign = keyof typeof drawings;

/** Plain drawings of one line each, for the eye only: the words beside them say it all. */
const drawings = {
  paper: 'M14 6h22l10 10v38H14zM36 6v10h10M20 26h20M20 34h20M20 42h14',
  eye: 'M6 30c10-16 38-16 48 0c-10 16-38 16-48 0zM30 22a8 8 0 1 1 0 16a8 8 0 0 1 0-16z',
  pen: 'M10 50l4-14L40 10l10 10L24 46zM34 16l10 10M10 50l14-4',
  stop: 'M22 8h16l14 14v16L38 52H22L8 38V22zM20 30h20',
  hand: 'M18 34V16a4 4 0 0 1 8 0v12V10a4 4 0 0 1 8 0v18V14a4 4 0 0 1 8 0v20c0 12-6 20-14 20s-14-6-18-16l-2-6a4 4 0 0 1 8-2z',
  month: 'M8 14h44v38H8zM8 24h44M18 8v10M42 8v10M18 32h4M28 32h4M38 32h4M18 42h4M28 42h4',
  heart: 'M30 52C8 36 6 24 10 16c5-9 16-7 20 2c4-9 15-11 20-2c4 8 2 20-20 36z',
  mouth: 'M8 12h44v28H30L18 52V40H8zM18 22h24M18 30h16',
} as const;

function Picture({ sign }: { sign: Sign }) {
  return (
    <svg viewBox="0 0 60 60" width="72" height="72" aria-hidden="true" focusable="false">
      <path d={drawings[sign]} />
    </svg>
  );
}

function Asked({ toPutRight }: { toPutRight: boolean }) {
  return (
    <>
      <h1>We have your message</h1>
      <p class="lead">Thank you. A person will read it, and nobody else will see it.</p>
      <h2>What happens next</h2>
      <ol class="rights-steps">
        <li>Within a few days somebody reaches you in the way you told us, to be sure that it is you.</li>
        <li>Within one month you have an answer.</li>
        <li>If you wait longer than that, tell us, or tell the Information Commissioner: 0303 123 1113.</li>
      </ol>
      {toPutRight ? (
        <p>
          Can you sign in here? Then you need not wait to say how you see it:{' '}
          <a href="/my-record">open what is held about you</a>, and choose “Say what is not right” beside the
          words. What you say stands there from that moment.
        </p>
      ) : null}
      <p>
        Is something dangerous happening now? Do not wait for us: ring 999. Everybody under 19 can ring
        Childline on 0800 1111.
      </p>
      <p>
        <a href={rightsPlaces.all}>Back to what we hold about you</a>
      </p>
    </>
  );
}
