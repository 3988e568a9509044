import { Button, Select } from '#packages/govuk-jsx';
import { dayFrom, sayDay } from '#platform/kernel/day.ts';
import { sayInUnit, type MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import { sayNeighbours } from '../../domain/scorecard/neighbours-average.ts';
import { sayStanding } from '../../domain/scorecard/rank.ts';
import type { ScorecardRow } from '../../domain/scorecard/row.ts';
import type { MeasureView, ThreadAbove } from '../../queries/measure-view.ts';
import { FiguresAround, NoFiguresYet } from '../figures-around.tsx';
import { reading } from '../reading.ts';
import { VerdictWords } from '../verdict.tsx';
import { MeasureCharts } from './measure-charts.tsx';

type MeasurePageProps = {
  view: MeasureView;
  threads: readonly ThreadAbove[];
  path: string;
  mayBringIn: boolean;
};

/** The page of one measure in one area. */
export function MeasurePage(props: MeasurePageProps) {
  const { view, threads } = props;
  return (
    <FiguresAround path={props.path}>
      <h1>{view.definition.title}</h1>
      {view.row.latest ? <Told view={view} /> : <Untold view={view} mayBringIn={props.mayBringIn} />}
      <Answers threads={threads} />
      <AboutMeasure view={view} />
    </FiguresAround>
  );
}

function Told({ view }: { view: MeasureView }) {
  const { row, place } = view;
  return (
    <>
      <p class="lead">
        {place.name}: {row.finding}
      </p>
      {view.isEngland ? null : <TwoThings row={row} />}
      <Notes row={row} />
      <ChooseArea view={view} />
      <MeasureCharts view={view} />
    </>
  );
}

function Untold({ view, mayBringIn }: { view: MeasureView; mayBringIn: boolean }) {
  if (view.places.length === 0)
    return (
      <NoFiguresYet
        what="Here will be how this measure went over the years, beside England and the areas most like this one."
        mayBringIn={mayBringIn}
      />
    );
  return (
    <>
      <p class="lead">No figure has been published for {view.place.name}. Other areas have one.</p>
      <ChooseArea view={view} />
    </>
  );
}

/** Significance and rank, side by side and never as one. */
function TwoThings({ row }: { row: ScorecardRow }) {
  const { comparison, standing, interval, neighbours, definition } = row;
  return (
    <dl class="facts measure-facts">
      <div class="fact">
        <dt>Compared with England</dt>
        <dd>
          <VerdictWords comparison={comparison} />
          <span class="beneath">
            {comparison?.compared && interval?.known
              ? `${sayInUnit(interval.limits.lower, definition.unit)} to ${sayInUnit(interval.limits.upper, definition.unit)}: ${interval.method}`
              : comparison && !comparison.compared
                ? `${capital(comparison.words)}.`
                : ''}
          </span>
        </dd>
      </div>
      <div class="fact">
        <dt>Rank among areas</dt>
        <dd>
          {standing ? sayStanding(standing) : 'No rank'}
          {standing?.ranked ? <span class="beneath">1 is best. It says nothing of chance.</span> : null}
        </dd>
      </div>
      {neighbours?.known ? (
        <div class="fact">
          <dt>Neighbours’ average</dt>
          <dd>
            {sayInUnit(neighbours.average, definition.unit)}
            <span class="beneath">{capital(sayNeighbours(neighbours))}</span>
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

function Notes({ row }: { row: ScorecardRow }) {
  const notes = [...row.notes, ...row.caveats];
  if (notes.length === 0) return null;
  return (
    <ul class="measure-notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

function ChooseArea({ view }: { view: MeasureView }) {
  const { definition, place, places, sets } = view;
  const isListed = places.some(({ code }) => code === place.code);
  const items = places.map(({ code, name }) => ({ value: code, text: name }));
  return (
    <form method="get" action={reading.measure(definition)} class="filters">
      <Select
        name="area"
        label={{ text: 'Area' }}
        value={place.code}
        items={isListed ? items : [{ value: place.code, text: place.name }, ...items]}
      />
      {sets.length > 1 ? (
        <Select
          name="neighbours"
          label={{ text: 'Neighbours' }}
          value={view.set?.key}
          items={sets.map(({ key, year }) => ({ value: key, text: `Set of ${year}` }))}
        />
      ) : null}
      <Button text="Show" />
    </form>
  );
}

/** The thread back: every promise that this number answers, up to its vision. */
function Answers({ threads }: { threads: readonly ThreadAbove[] }) {
  const byFramework = Map.groupBy(threads, ({ frameworkSlug }) => frameworkSlug);
  return (
    <section>
      <h2>The promises this measure answers</h2>
      {threads.length === 0 ? (
        <p>No strategy has tied it to a promise yet.</p>
      ) : (
        [...byFramework].map(([slug, found]) => (
          <div key={slug} class="answers">
            <h3>
              <a href={`/frameworks/${slug}`}>{found[0]?.frameworkName}</a>
            </h3>
            {found.map((thread) => (
              <Line key={`${thread.line.at(-1)?.key} ${thread.role}`} thread={thread} />
            ))}
          </div>
        ))
      )}
    </section>
  );
}

function Line({ thread }: { thread: ThreadAbove }) {
  return (
    <ol class="thread-line">
      {thread.line.map(({ key, label, tierName }) => (
        <li key={key}>
          <span class="visually-hidden">{tierName}: </span>
          <a href={`/frameworks/${thread.frameworkSlug}/elements/${key}`}>{label}</a>
        </li>
      ))}
    </ol>
  );
}

const polarityWords = {
  'low-is-good': 'Lower is better',
  'high-is-good': 'Higher is better',
  'no-judgement': 'Neither high nor low is better in itself',
} as const;

const kindWords = {
  proportion: 'A share: people or things counted once, out of all of them',
  rate: 'A rate: events, set against how many people there are',
  count: 'A count',
  mean: 'An average',
  gap: 'A difference between two groups',
  index: 'An index, made of several things',
  'not-known': 'Nobody has written down what it counts',
} as const;

function AboutMeasure({ view }: { view: MeasureView }) {
  const { definition, row } = view;
  const { publisher, publication, link, gap } = definition;
  return (
    <section>
      <h2>About this measure</h2>
      <dl class="reading">
        {factsOf(definition).map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
        <dt>Published by</dt>
        <dd>
          {publisher}, {link ? <a href={link}>{publication}</a> : publication}
          {row.broughtInOn ? `. Brought in on ${sayDay(row.broughtInOn)}` : ''}
        </dd>
        <Breaks definition={definition} />
        <Related
          name={gap?.role === 'target' ? 'Their peers' : 'The other side of the gap'}
          measure={view.other}
          view={view}
        />
        <Related name="The same from elsewhere" measure={view.sameAs} view={view} />
      </dl>
    </section>
  );
}

function factsOf({
  unit,
  kind,
  polarity,
  code,
  source,
}: MeasureDefinition): readonly (readonly [string, string])[] {
  return [
    ['Unit', unit.name === '' ? 'A number' : unit.name],
    ['Kind', kindWords[kind]],
    ['Which way is better', polarityWords[polarity]],
    ['Known as', `${code} (${sourceNames[source] ?? source})`],
  ];
}

function Breaks({ definition: { breaks } }: { definition: MeasureDefinition }) {
  if (breaks.length === 0) return null;
  return (
    <>
      <dt>Where years do not join</dt>
      <dd>
        {breaks.map(({ on, words }) => (
          <p key={on}>
            {sayOn(on)}: {words}
          </p>
        ))}
      </dd>
    </>
  );
}

function Related(props: { name: string; measure: MeasureDefinition | undefined; view: MeasureView }) {
  const { measure, view } = props;
  if (!measure) return null;
  return (
    <>
      <dt>{props.name}</dt>
      <dd>
        <a href={reading.measure(measure, view.place.code)}>{measure.title}</a>
        {measure.source === view.definition.source
          ? ''
          : `, ${sourceNames[measure.source] ?? measure.source}`}
      </dd>
    </>
  );
}

const sourceNames: Readonly<Record<string, string>> = {
  lait: 'Local Authority Interactive Tool',
  fingertips: 'Fingertips',
  ees: 'Explore Education Statistics',
  local: 'our own',
};

function sayOn(on: string): string {
  const day = dayFrom(on);
  return day ? sayDay(day) : on;
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
