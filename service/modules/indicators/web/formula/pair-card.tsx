import { Sparkline } from '#packages/charts';
import { chartUnit } from '../../domain/figures/measure-definition.ts';
import { latestFiveYears } from '../../domain/figures/years.ts';
import { shortPeriod } from '../../domain/say-period.ts';
import { isNumber } from '../../domain/value.ts';
import type { PairedView } from '../../queries/formula/paired-view.ts';
import type { MeasureView } from '../../queries/report/measure-view.ts';
import { reading } from '../reading.ts';
import { ValueWords } from '../value-words.tsx';
import { TrendVerdict, VerdictWords } from '../verdict.tsx';

/** Two measures side by side: read together, never averaged. */
export function PairCard({ view }: { view: PairedView }) {
  const { pair, howMany, howLong, together } = view;
  return (
    <>
      <p class="lead" dir="auto">
        {pair.words}
      </p>
      <div class="side-by-side">
        <Half name="How many" view={howMany} />
        <Half name="How long, or how soon" view={howLong} />
      </div>
      <section aria-labelledby="read-together">
        <h2 id="read-together">Read together</h2>
        <p>
          {howMany.place.name}: {together}
        </p>
        <p class="quiet">
          The two numbers are of different things, so there is no average of them and no score. One that gets
          better does not make up for the other.
        </p>
      </section>
    </>
  );
}

function Half({ name, view }: { name: string; view: MeasureView }) {
  const { row, definition, place } = view;
  const { latest } = row;
  const id = `half-${name.replaceAll(/[^a-z]+/gi, '-').toLowerCase()}`;
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      <p>
        <a href={reading.measure(definition, place.code)}>{definition.title}</a>
      </p>
      {latest ? (
        <>
          <p class="figure-line">
            <span class={isNumber(latest.value) ? 'figure-large' : 'figure-word'}>
              <ValueWords value={latest.value} unit={definition.unit} />
            </span>
            <Years view={view} />
          </p>
          <p>
            {definition.unit.symbol || definition.unit.name === '' ? '' : `${definition.unit.name}, `}
            {shortPeriod(latest.period)}
          </p>
          <p>{row.findingBeneath}</p>
          <p>
            <TrendVerdict trend={row.trend} />
          </p>
          <p>
            <VerdictWords comparison={row.comparison} />
          </p>
        </>
      ) : (
        <p>No figure has been brought in for {place.name} yet.</p>
      )}
    </section>
  );
}

function Years({ view: { row } }: { view: MeasureView }) {
  const points = latestFiveYears(row.points);
  if (points.filter(({ value }) => value.kind === 'number').length < 2) return null;
  const series = { key: row.definition.id, name: row.definition.title, role: 'own' as const, points };
  return <Sparkline series={series} unit={chartUnit(row.definition.unit)} />;
}
