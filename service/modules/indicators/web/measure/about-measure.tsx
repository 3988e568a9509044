import { allowed } from '#platform/access/policy.ts';
import type { PageRequest } from '#platform/http/route.ts';
import { dayFrom, dayInEngland, sayDay, type Day } from '#platform/kernel/day.ts';
import type { MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import { keepReportCards } from '../../domain/permissions.ts';
import {
  betterOffWords,
  concernWords,
  levelWords,
  questionWords,
  sayFreshness,
  type MeasureCard,
} from '../../domain/report/measure-card.ts';
import type { MeasureView } from '../../queries/report/measure-view.ts';
import { publishedByFormula } from '../../domain/formula/facts-of-formula.ts';
import { formulaPlaces } from '../formula/places.ts';
import { reportPlaces } from '../report-card/places.ts';
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

type AboutProps = { view: MeasureView; card: MeasureCard | undefined; request: PageRequest };

/** What the measure counts, in what, by whom, and where its years do not join. */
export function AboutMeasure({ view, card, request }: AboutProps) {
  const { definition, row } = view;
  const { publisher, publication, link, gap } = definition;
  return (
    <section>
      <h2>About this measure</h2>
      <dl class="reading">
        {[...factsOf(definition), ...saidOf(card, dayInEngland(request.now))].map(([name, words]) => (
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
        <WorkedOut definition={definition} />
        <Breaks definition={definition} />
        <Related
          name={gap?.role === 'target' ? 'Their peers' : 'The other side of the gap'}
          measure={view.other}
          view={view}
        />
        <Related name="The same from elsewhere" measure={view.sameAs} view={view} />
      </dl>
      {allowed(request.actor, keepReportCards) && !view.isEngland ? (
        <p>
          <a href={reportPlaces.about(definition, view.place.code)}>
            {card ? 'Change what this measure is' : 'Say what this measure is'}
          </a>
        </p>
      ) : null}
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

/** What the partnership says of it; what nobody has said is left out. */
function saidOf(card: MeasureCard | undefined, today: Day): readonly (readonly [string, string])[] {
  if (!card) return [];
  const said: readonly (readonly [string, string | undefined])[] = [
    ['Of whom it speaks', card.concerns && concernWords[card.concerns]],
    ['What it asks', card.asks && questionWords[card.asks]],
    ['In what way better off', card.betterOff.map((kind) => betterOffWords[kind]).join('; ')],
    ['For whom it shows a difference', card.levels.map((level) => levelWords[level]).join(', ')],
    ['Owner', card.owner],
    ['Freshness', sayFreshness(card.nextOn, today)],
  ];
  return said.flatMap(([name, words]) => (words ? [[name, words] as const] : []));
}

/** A measure of ours that has a formula is led to it; what has a survey behind it tells its question elsewhere. */
function WorkedOut({ definition: { source, code, publication } }: { definition: MeasureDefinition }) {
  if (source !== 'local' || publication !== publishedByFormula) return null;
  return (
    <>
      <dt>How it is worked out</dt>
      <dd>
        <a href={formulaPlaces.one(code)}>Its formula, an example and every definition that stood</a>
      </dd>
    </>
  );
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
  other: 'another publisher’s table',
};

function sayOn(on: string): string {
  const day = dayFrom(on);
  return day ? sayDay(day) : on;
}
