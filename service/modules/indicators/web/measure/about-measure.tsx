import { dayFrom, sayDay } from '#platform/kernel/day.ts';
import type { MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import type { MeasureView } from '../../queries/measure-view.ts';
import { reading } from '../reading.ts';

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

/** What the measure counts, in what, by whom, and where its years do not join. */
export function AboutMeasure({ view }: { view: MeasureView }) {
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
