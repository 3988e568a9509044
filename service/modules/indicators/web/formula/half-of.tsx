import type { PairedMeasure } from '../../queries/formula/paired-view.ts';
import { pairPlaces } from './pair-places.ts';

/** That a measure says only half of something, and where the other half stands. */
export function HalfOf({ pairs, areaCode }: { pairs: readonly PairedMeasure[]; areaCode: string }) {
  if (pairs.length === 0) return null;
  return (
    <section aria-labelledby="half-of">
      <h2 id="half-of">Read it together with another</h2>
      <ul>
        {pairs.map(({ code, title, words }) => (
          <li key={code}>
            <a href={pairPlaces.one(code, areaCode)}>{title}</a>
            <span class="beneath" dir="auto">
              {words}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
