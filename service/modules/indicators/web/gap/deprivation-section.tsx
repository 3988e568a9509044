import { sayDistance, sayRange, sayTimes } from '../../domain/gap/say-gap.ts';
import { sayNumber } from '../../domain/say-value.ts';
import type { Slope, Steepness } from '../../domain/gap/slope.ts';
import type { GapCardView } from '../../queries/gaps/gap-card.ts';
import { DeprivationChart } from './gap-charts.tsx';

/** How steeply the measure runs over tenths of places by deprivation, where anybody publishes it so. */
export function DeprivationSection({ view }: { view: GapCardView }) {
  const { here, england } = view.slopes;
  const slope = here ?? england;
  if (!slope) return null;
  return (
    <section>
      <h2>From the most to the least deprived places</h2>
      {here ? null : (
        <p>
          Nobody publishes this for tenths of places within {view.place.name}; here it is for England, its
          councils in order of deprivation.
        </p>
      )}
      <SlopeFacts slope={slope} view={view} />
      <DeprivationChart view={view} slope={slope} />
      <p class="quiet">{slope.ladder}</p>
    </section>
  );
}

function SlopeFacts({ slope, view }: { slope: Slope; view: GapCardView }) {
  const { unit } = view.definition;
  const range = ({ limits }: Extract<Steepness, { known: true }>) =>
    sayRange({ known: true, limits, method: '' }, unit);
  return (
    <dl class="facts">
      <div class="fact">
        <dt>Slope index of inequality</dt>
        <dd>
          {slope.slope.known ? (
            <>
              {sayDistance(slope.slope.value, unit)} {slope.slope.value >= 0 ? 'worse' : 'better'} at the most
              deprived end
              <span class="beneath">{range(slope.slope)}: weighted line, 95%</span>
            </>
          ) : (
            slope.slope.words
          )}
        </dd>
      </div>
      <div class="fact">
        <dt>Relative index of inequality</dt>
        <dd>
          {slope.relative.known ? (
            <>
              {sayTimes(slope.relative.value)}
              <span class="beneath">
                {sayNumber(slope.relative.limits.lower, 2)} to {sayNumber(slope.relative.limits.upper, 2)}
              </span>
            </>
          ) : (
            slope.relative.words
          )}
        </dd>
      </div>
    </dl>
  );
}
