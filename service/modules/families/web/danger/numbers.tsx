import { Ring } from '#platform/page/numbers-to-ring.tsx';
import { sayDay, dayFrom } from '#platform/kernel/day.ts';
import { numbersToRing, type PublishedNumber } from '#reference/numbers-to-ring.ts';
import type { FrontDoor } from '../../domain/danger/front-door.ts';
import { inHours } from '../../domain/danger/hours.ts';
import { hoursOf } from '../../queries/danger/front-door.ts';
import { neutralPage } from './places.ts';
import type { DangerWords } from './words/english.ts';

/** The way off this page at once: a link without scripts; with them the page is not in the way back either. */
export function Leave({ words }: { words: DangerWords }) {
  return (
    <p class="leave">
      <a href={neutralPage} rel="noreferrer noopener" data-leave>
        {words.leave}
      </a>
      <span class="quiet">{words.leaveHint}</span>
    </p>
  );
}

/** 999 in the largest words, and what to do where nobody can speak or hear. */
export function Emergency({ words, level = 2 }: { words: DangerWords; level?: 1 | 2 }) {
  const { silent, numbers } = numbersToRing();
  const relay = numbers.find((one) => one.for === 'deaf');
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <section class="danger-now" aria-labelledby="emergency">
      <Heading id="emergency">{words.emergency}</Heading>
      <p>
        <a class="ring-first" href="tel:999">
          {`${words.ring}\u00A0999`}
        </a>
      </p>
      <p>{words.emergencySays}</p>
      <p>
        {words.silent} <strong>{silent.press}</strong>. {words.silentRest}
      </p>
      {relay ? (
        <p>
          {words.deaf} <a href={relay.text}>Relay UK</a>: <Ring number={relay.number} />.
        </p>
      ) : null}
    </section>
  );
}

/** The partnership's own numbers, the one that is answered now first. */
export function OwnNumbers(props: { door: FrontDoor; now: Date; words: DangerWords }) {
  const { door, now, words } = props;
  if (door.numbers.length === 0) return <p>{words.noneOfOurs}</p>;
  const isOpen = inHours(now, hoursOf(door));
  const first = door.numbers.filter(({ outOfHours }) => outOfHours !== isOpen);
  const then = door.numbers.filter(({ outOfHours }) => outOfHours === isOpen);
  return (
    <ul class="numbers">
      {[...first, ...then].map((one) => (
        <li key={`${one.name} ${one.number}`}>
          <h3>{one.name}</h3>
          <Ring number={one.number} class="ring-large" />
          <p>{one.hours}</p>
          {isOpen !== one.outOfHours ? (
            <p>
              <strong>{words.openNow}</strong>
            </p>
          ) : null}
          {one.outOfHours && one.hours === '' ? <p>{words.closedNow}</p> : null}
          <Checked on={one.checkedOn} words={words} />
        </li>
      ))}
    </ul>
  );
}

/** Numbers that anybody in the country can ring. */
export function NationalNumbers(props: { whom: readonly string[]; words: DangerWords }) {
  const found = numbersToRing().numbers.filter(({ key }) => props.whom.includes(key));
  return (
    <ul class="numbers">
      {found.map((one) => (
        <NationalNumber key={one.key} one={one} words={props.words} />
      ))}
    </ul>
  );
}

function NationalNumber({ one, words }: { one: PublishedNumber; words: DangerWords }) {
  return (
    <li>
      <h3>{one.name}</h3>
      <Ring number={one.number} class="ring-large" />
      <p lang="en-GB">
        {one.says}
        <br />
        Open: {one.when}.
      </p>
      {one.text === '' ? null : (
        <p>
          {words.orWrite}{' '}
          <a href={one.text}>{one.text.startsWith('mailto:') ? words.byEmail : words.onTheWeb}</a>
        </p>
      )}
    </li>
  );
}

function Checked({ on, words }: { on: string; words: DangerWords }) {
  const day = dayFrom(on);
  return day ? (
    <p class="quiet">
      {words.checked} {sayDay(day)}
    </p>
  ) : null;
}
