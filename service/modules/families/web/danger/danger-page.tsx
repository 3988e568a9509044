import { Details } from '#packages/govuk-jsx';
import { allowed } from '#platform/access/policy.ts';
import { page, type Route } from '#platform/http/route.ts';
import { dayFrom, sayDay } from '#platform/kernel/day.ts';
import { numbersToRing } from '#reference/numbers-to-ring.ts';
import type { FrontDoor } from '../../domain/danger/front-door.ts';
import { keepFrontDoor } from '../../domain/permissions.ts';
import { doorNow, type DoorNow } from './door-now.ts';
import { Emergency, Leave, NationalNumbers, OwnNumbers } from './numbers.tsx';
import { dangerPlaces } from './places.ts';
import type { DangerWords } from './words/english.ts';
import { dangerWordsIn } from './words/words.ts';

/** The right number at once, before any question. It stands when the database is down. */
export const dangerRoute: Route = {
  method: 'GET',
  path: dangerPlaces.now,
  policy: 'everyone',
  standsAlone: true,
  answer: async (request) => {
    const words = dangerWordsIn(request.language);
    const now = await doorNow(request);
    return page({
      title: words.title,
      body: (
        <>
          <DangerNow at={request.now} now={now} words={words} />
          {allowed(request.actor, keepFrontDoor) ? (
            <p>
              <a href={dangerPlaces.frontDoor}>Set the numbers, the hours and the readers</a>
            </p>
          ) : null}
        </>
      ),
      scripts: ['leave.js'],
    });
  },
};

function DangerNow({ at, now, words }: { at: Date; now: DoorNow; words: DangerWords }) {
  return (
    <div lang={words.language}>
      <Leave words={words} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Emergency words={words} />
      <section>
        <h2>{words.ours}</h2>
        <p>{words.oursSays}</p>
        <OwnNumbers door={now.door} now={at} words={words} />
      </section>
      <section>
        <h2>{words.children}</h2>
        <NationalNumbers whom={['childline']} words={words} />
      </section>
      <section>
        <h2>{words.adults}</h2>
        <NationalNumbers whom={['nspcc', 'police']} words={words} />
      </section>
      <section>
        <h2>{words.hard}</h2>
        <NationalNumbers whom={['samaritans']} words={words} />
      </section>
      <InWriting isRead={now.isRead} words={words} />
      <Thresholds door={now.door} words={words} />
      <HowWeKnow words={words} />
    </div>
  );
}

function InWriting({ isRead, words }: { isRead: boolean; words: DangerWords }) {
  const ways = [
    { href: dangerPlaces.tellChild, title: words.tellChild, says: words.tellChildSays },
    { href: dangerPlaces.tell, title: words.tellAnybody, says: words.tellAnybodySays },
    { href: dangerPlaces.tellWork, title: words.tellWork, says: words.tellWorkSays },
  ];
  return (
    <section>
      <h2>{words.tell}</h2>
      {isRead ? (
        <>
          <p>{words.tellSays}</p>
          <ul class="ways-to-tell">
            {ways.map(({ href, title, says }) => (
              <li key={href} class="card">
                <h3>
                  <a href={href}>{title}</a>
                </h3>
                <p>{says}</p>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>{words.nobodyReads}</p>
      )}
      <p>
        {words.toldBefore} <a href={dangerPlaces.receipt}>{words.toldBeforeSays}</a>.
      </p>
    </section>
  );
}

/** The partners' own document, named and linked: what it says is not ours to say again. */
function Thresholds({ door, words }: { door: FrontDoor; words: DangerWords }) {
  if (door.thresholdLink === '') return null;
  return (
    <section>
      <h2>{words.thresholds}</h2>
      <p>
        {words.thresholdsSays} <a href={door.thresholdLink}>{door.thresholdName || door.thresholdLink}</a>
      </p>
    </section>
  );
}

function HowWeKnow({ words }: { words: DangerWords }) {
  const { numbers, silent } = numbersToRing();
  const sources = [...numbers, { key: 'silent', name: `999 + ${silent.press}`, number: '', ...silent }];
  return (
    <Details
      summaryText={words.howWeKnow}
      html={
        <ul>
          {sources.map(({ key, name, number, source, checkedOn }) => (
            <li key={key}>
              {name} {number}: <a href={source}>{new URL(source).hostname}</a>, {words.checked}{' '}
              <Day of={checkedOn} />
            </li>
          ))}
        </ul>
      }
    />
  );
}

function Day({ of }: { of: string }) {
  const day = dayFrom(of);
  return <>{day ? sayDay(day) : of}</>;
}
