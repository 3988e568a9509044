import { page, type Route } from '#platform/http/route.ts';
import type { Brand } from '#platform/page/brand.ts';
import { promiseToAll, type Front } from '../queries/promise-to-all.ts';

/** The front page: what the partnership promises every child, and the ways in from there. */
export const homeRoute: Route = {
  method: 'GET',
  path: '/',
  policy: 'everyone',
  answer: async (request) => {
    const front = await request.read(promiseToAll);
    return page({
      title: 'Our promise',
      body: front ? <Home front={front} brand={request.brand} /> : <NothingYet brand={request.brand} />,
    });
  },
};

function Home({ front, brand }: { front: Front; brand: Brand }) {
  const { view, promised, vision } = front;
  const { slug } = view.stored;
  return (
    <>
      <p class="quiet">{brand.name}</p>
      <h1 class="home-vision">{vision?.label ?? view.document.name}</h1>
      {vision?.statement ? <p class="lead">{vision.statement}</p> : null}
      <section>
        <h2>What we promise</h2>
        <ol class="thread">
          {promised.map((promise) => (
            <li key={promise.key}>
              <a class="thread-title" href={`/frameworks/${slug}/elements/${promise.key}`}>
                {promise.label}
              </a>
              {promise.statement ? <p class="thread-words">{promise.statement}</p> : null}
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h2>See for yourself</h2>
        <ul class="cards">
          <Door
            href="/outcomes"
            title="How we are doing"
            words="The number, the finding and the voice behind each promise."
          />
          <Door
            href={`/frameworks/${slug}`}
            title="The whole strategy"
            words="From the promise down to who does what, line by line."
          />
          <Door
            href={`/frameworks/${slug}/plan-on-a-page`}
            title="Our plan on a page"
            words="One sheet to print, pin up and talk about."
          />
          <Door
            href="/frameworks"
            title="Other places’ strategies"
            words="Five published ones to read, and to lay beside ours."
          />
        </ul>
      </section>
    </>
  );
}

function Door(props: { href: string; title: string; words: string }) {
  return (
    <li class="card">
      <h3>
        <a href={props.href}>{props.title}</a>
      </h3>
      <p>{props.words}</p>
    </li>
  );
}

function NothingYet({ brand }: { brand: Brand }) {
  return (
    <>
      <h1>{brand.name}</h1>
      <p class="empty">
        What we promise every child will stand here, once our strategy is published.{' '}
        <a href="/frameworks">Read other places’ strategies</a> meanwhile.
      </p>
    </>
  );
}
