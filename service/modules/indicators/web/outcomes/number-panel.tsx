import { Sparkline } from '#packages/charts';
import { shortPeriod } from '../../domain/say-period.ts';
import { chartUnit, sayInUnit } from '../../domain/figures/measure-definition.ts';
import type { TiedRow } from '../../domain/scorecard/outcome.ts';
import type { Place } from '../../domain/figures/place.ts';
import type { ScorecardRow } from '../../domain/scorecard/row.ts';
import { latestFiveYears } from '../../domain/figures/years.ts';
import { isNumber } from '../../domain/value.ts';
import type { Outcome } from '../../queries/outcomes.ts';
import { reading } from '../reading.ts';
import { ValueWords } from '../value-words.tsx';

/** The number of an outcome; or, plainly, that there is none and what would be one. */
export function NumberPanel(props: { outcome: Outcome; place: Place | undefined; mayBringIn: boolean }) {
  const { outcome, place } = props;
  const { number, unanswered } = outcome;
  switch (number.kind) {
    case 'measure':
      return <OneMeasure tied={number.tied} place={place} />;
    case 'gap':
      return <Gap target={number.target} reference={number.reference} words={number.words} place={place} />;
    case 'no-figure':
      return (
        <>
          <p>No figure has been brought in{place ? ` for ${place.name}` : ''} yet.</p>
          <p class="quiet">
            Here will be:{' '}
            {number.tied
              .slice(0, 2)
              .map(({ row }) => row.definition.title.toLowerCase())
              .join('; ')}
            .{props.mayBringIn ? <a href="/imports"> Bring in a published file</a> : null}
          </p>
        </>
      );
    case 'nothing-tied':
      return (
        <>
          <p>{unanswered ? unanswered.why : 'No published number has been tied to this.'}</p>
          <p class="quiet">
            {unanswered
              ? `What would answer it: ${lowered(unanswered.wouldAnswer)}`
              : 'A survey of our own could answer it.'}
          </p>
        </>
      );
  }
}

function lowered(words: string): string {
  return words.slice(0, 1).toLowerCase() + words.slice(1);
}

function OneMeasure({ tied, place }: { tied: TiedRow; place: Place | undefined }) {
  const { row, role, note } = tied;
  const { definition, latest } = row;
  if (!latest) return null;
  return (
    <>
      <p class="figure-line">
        <span class={isNumber(latest.value) ? 'figure-large' : 'figure-word'}>
          <ValueWords value={latest.value} unit={definition.unit} />
        </span>
        <FiveYears row={row} />
      </p>
      <p>
        <a href={reading.measure(definition, place?.code)}>{definition.title}</a>
        {definition.unit.symbol || definition.unit.name === '' ? '' : `, ${definition.unit.name}`}
      </p>
      <p>{row.findingBeneath}</p>
      {role === 'proxy' ? <p class="quiet">Stands in for it. {note}</p> : null}
    </>
  );
}

function FiveYears({ row }: { row: ScorecardRow }) {
  const points = latestFiveYears(row.points);
  if (points.filter(({ value }) => value.kind === 'number').length < 2) return null;
  const series = { key: row.definition.id, name: row.definition.title, role: 'own' as const, points };
  return <Sparkline series={series} unit={chartUnit(row.definition.unit)} />;
}

/** Both sides of a gap, since a gap closes also when the better-off fall. */
function Gap(props: {
  target: ScorecardRow;
  reference: ScorecardRow;
  words: string;
  place: Place | undefined;
}) {
  return (
    <>
      <dl class="gap-sides">
        {[props.target, props.reference].map(({ definition, latest }) =>
          latest && isNumber(latest.value) ? (
            <div key={definition.id}>
              <dt>
                <a href={reading.measure(definition, props.place?.code)}>{definition.title}</a>
              </dt>
              <dd>{sayInUnit(latest.value, definition.unit)}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <p>
        {props.words}
        {props.target.latest ? ` in ${shortPeriod(props.target.latest.period)}` : ''}.
      </p>
    </>
  );
}
