import type { SpendBeside } from '../../queries/money/spend-beside.ts';
import { moneyPlaces } from '../money/places.ts';
import { sayTogether } from '../money/say-together.ts';

/** Beside the gaps: where the money is, and never that it makes or closes them. */
export function MoneyBeside({ money }: { money: SpendBeside | undefined }) {
  if (!money) return null;
  return (
    <section>
      <h2>Is the money where the need is?</h2>
      <p>{sayTogether(money)}</p>
      <p>
        <a href={moneyPlaces.need}>Spend beside need, zone by zone</a>
      </p>
    </section>
  );
}
