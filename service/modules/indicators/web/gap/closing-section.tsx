import {
  saySigned,
  sayCause,
  sayChangeSure,
  sayClosing,
  namesOf,
  sayRange,
  capital,
} from '../../domain/gap/say-gap.ts';
import { noClosingWords, type Closing } from '../../domain/gap/closing.ts';
import type { CardGap } from '../../domain/gap/card/gap-card.ts';
import type { GapCardView } from '../../queries/gaps/gap-card.ts';
import { YearsChart } from './gap-charts.tsx';

/** Whether the gap is closing, and because of whom. */
export function ClosingSection({ view, card }: { view: GapCardView; card: CardGap }) {
  const { closing } = card;
  return (
    <section>
      <h2>Is it closing?</h2>
      {typeof closing === 'object' ? (
        <Told card={card} closing={closing} />
      ) : (
        <p>{noClosingWords[closing]}</p>
      )}
      <YearsChart view={view} card={card} />
    </section>
  );
}

function Told({ card, closing }: { card: CardGap; closing: Closing }) {
  const { definition, telling } = card.series;
  const names = namesOf(telling);
  const cause = sayCause(closing, names, definition);
  const { unit } = definition;
  return (
    <>
      <p>
        {sayClosing(closing, names, definition)} {cause ? <strong>{cause}</strong> : null}
      </p>
      <dl class="facts">
        <div class="fact">
          <dt>{capital(names.group)}</dt>
          <dd>{saySigned(closing.groupChange, unit)}</dd>
        </div>
        <div class="fact">
          <dt>{capital(names.others)}</dt>
          <dd>{saySigned(closing.othersChange, unit)}</dd>
        </div>
        <div class="fact">
          <dt>Could it be chance?</dt>
          <dd>
            {sayChangeSure(closing)}
            {closing.sure.known ? (
              <span class="beneath">
                The difference moved by {sayRange(closing.sure, unit)}: {closing.sure.method}
              </span>
            ) : null}
          </dd>
        </div>
      </dl>
    </>
  );
}
