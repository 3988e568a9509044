import type { FrontDoor } from '../../domain/danger/front-door.ts';
import type { Told } from '../../domain/danger/concern.ts';
import { Emergency, Leave, OwnNumbers } from './numbers.tsx';
import { dangerPlaces } from './places.ts';
import { sayMoment, sayWhenRead } from './say-moments.ts';
import type { DangerWords } from './words/english.ts';

type SentProps = { told: Told; receipt: string; door: FrontDoor; at: Date; words: DangerWords };

/** After sending: the numbers first where somebody is in danger now, then the receipt. Not a word of what was told. */
export function SentPage({ told, receipt, door, at, words }: SentProps) {
  return (
    <>
      <Leave words={words} />
      {told.danger === 'yes' ? (
        <>
          <Emergency words={words} level={1} />
          <p class="lead">Please ring now. Do not wait for us to read it.</p>
          <OwnNumbers door={door} now={at} words={words} />
          <h2>We have what you told us</h2>
        </>
      ) : (
        <h1>We have it. Thank you.</h1>
      )}
      <p class="lead">We got it on {sayMoment(at)}. You did the right thing.</p>
      <p>{sayWhenRead(at, door)}</p>
      <h2>Write these five words down</h2>
      <p class="receipt-words" translate={false}>
        {receipt}
      </p>
      <p>
        With them you can <a href={dangerPlaces.receipt}>see if it was read, and what came of it</a>. They
        show nothing of what you told us. We do not have them ourselves, so we cannot tell you them again.
      </p>
      <p>
        If it gets worse, do not wait: <a href={dangerPlaces.now}>ring, or tell us again</a>.
      </p>
    </>
  );
}
