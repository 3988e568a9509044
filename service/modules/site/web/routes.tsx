import type { VNode } from 'preact';
import { homeRoute } from './home.tsx';
import { page, type Route } from '#platform/http/route.ts';
import { languageFrom } from '#platform/page/words/language.ts';

/** Pages that say what the service is and is not, and the choice of language. */
export const siteRoutes: readonly Route[] = [
  homeRoute,
  still('/accessibility', 'Accessibility', <Accessibility />),
  still('/privacy', 'Privacy', <Privacy />),
  still('/what-we-never-do', 'What we never do', <NeverDo />),
  {
    method: 'GET',
    path: '/language/:language',
    policy: 'everyone',
    answer: async (request) => {
      const back = request.query.get('back') ?? '/';
      const to = /^\/(?![/\\])/.test(back) ? back : '/';
      return {
        kind: 'redirect',
        to,
        notice: undefined,
        cookie: { name: 'language', value: languageFrom(request.params['language']) },
      };
    },
  },
];

function still(path: string, title: string, body: VNode): Route {
  return { method: 'GET', path, policy: 'everyone', answer: async () => page({ title, body }) };
}

function Accessibility() {
  return (
    <>
      <h1>Accessibility</h1>
      <p class="lead">
        Everyone should be able to do everything here, with whatever they use to read and to type.
      </p>
      <h2>What you can count on</h2>
      <ul>
        <li>Every task works with a keyboard alone, and with scripts switched off.</li>
        <li>Pages fit a small phone, and 400% zoom, with nothing lost.</li>
        <li>Dark colours and your own high-contrast colours are respected.</li>
        <li>Every chart has its words and its table beside it. No meaning is carried by colour alone.</li>
      </ul>
      <h2>How it is checked</h2>
      <p>
        We aim at the Web Content Accessibility Guidelines 2.2, level AA. Every page is run through automatic
        checks, which find only part of what can be wrong, and looked at by people.
      </p>
      <h2>If something stands in your way</h2>
      <p>
        Tell the partnership that runs this service. Say which page it was and what you were trying to do.
      </p>
    </>
  );
}

function Privacy() {
  return (
    <>
      <h1>Privacy</h1>
      <p class="lead">You can read everything public here without telling us who you are.</p>
      <h2>Cookies</h2>
      <p>
        When you sign in, one cookie holds a long random number, so that the next page knows it is you. It
        ends when you sign out, after an hour without a page, or after twelve hours. A second cookie remembers
        your language. Both stay with this service. There are no others, and nothing is loaded from anywhere
        else.
      </p>
      <h2>What is written down</h2>
      <p>
        The log of this service holds which kind of page was asked for, and how long it took. It does not hold
        your name, your network address, your browser or anything you typed.
      </p>
    </>
  );
}

function NeverDo() {
  return (
    <>
      <h1>What we never do</h1>
      <p class="lead">Some things this service cannot do, however anyone sets it up.</p>
      <ul>
        <li>It never scores, ranks or predicts anything about a named child.</li>
        <li>It never decides about anybody by itself. People decide, and put their name to it.</li>
        <li>It never holds a threshold that refuses help. Danger now skips every step.</li>
        <li>
          It never keeps a list of all children. Who is involved with a child is found only for a child with
          an open, stated reason. Services for sexual health, drugs and alcohol, or counselling never show up
          without the young person’s say.
        </li>
        <li>It never lets an answer of a child be traced to the child.</li>
        <li>It never publishes a number from which a small group could be worked out.</li>
        <li>It never fails in silence: a row refused is a row explained.</li>
      </ul>
      <p>
        <a href="/sharing">How information about children is shared</a>
      </p>
    </>
  );
}
