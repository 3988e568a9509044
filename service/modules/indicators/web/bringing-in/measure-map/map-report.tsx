import { Button, Select } from '#packages/govuk-jsx';
import type { PageRequest } from '#platform/http/route.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import type { FoundElement, MatchedLine, MatchedPlan } from '../../../domain/bringing-in/matched-map.ts';
import { tallyOfMap } from '../../../domain/bringing-in/map-sentences.ts';
import type { ImportLine } from '../../../queries/imports.ts';
import type { MapMatched } from '../../../queries/maps/matched-map.ts';
import { sayCount, sayLineState, sayTieRole } from '../import-words.ts';
import { importPlaces } from '../places.ts';

export type MapShown = { request: PageRequest; file: ImportLine; matched: MapMatched };

/** What a map of measures would tie, or tied: plan by plan, outcome by outcome, each measure with its reason. */
export function MapReport(shown: MapShown) {
  const { file, matched } = shown;
  const tally = tallyOfMap(matched.plans);
  const left = tally['no-strategy'] + tally['no-outcome'] + tally['no-measure'] + tally['no-role'];
  const isPreview = file.state !== 'visible';
  const facts = [
    [tally['to-tie'], isPreview ? 'would be tied' : 'were tied'],
    [tally.stands, isPreview ? 'stand already' : 'stood already'],
    [left, isPreview ? 'would be left out' : 'were left out'],
  ] as const;
  return (
    <section aria-labelledby="ties">
      <h2 id="ties">{isPreview ? 'What it would tie' : 'What it tied'}</h2>
      <dl class="facts import-facts">
        {facts.map(([count, words]) => (
          <div key={words} class="fact">
            <dt>{words}</dt>
            <dd class="figure-large">{count.toLocaleString('en-GB')}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">
        A plan is the strategy that bears its name. An outcome is the element that bears its words, capitals
        and signs aside; where none does, the outcome of its number, if the strategy was found by its name.
        Figures in the map are not kept.
      </p>
      {matched.plans.map((plan, index) => (
        <Plan key={plan.plan} plan={plan} index={index} shown={shown} />
      ))}
    </section>
  );
}

function Plan({ plan, index, shown }: { plan: MatchedPlan; index: number; shown: MapShown }) {
  const { strategy } = plan;
  const outcomes = Map.groupBy(plan.lines, ({ outcomeNumber, outcome }) => `${outcomeNumber} ${outcome}`);
  return (
    <section class="map-plan" aria-labelledby={`plan-${index}`}>
      <h3 id={`plan-${index}`}>
        <span dir="auto">{plan.plan}</span>
      </h3>
      {strategy && plan.why === '' ? (
        <p>
          {strategy.by === 'name' ? 'Found by its name: ' : 'Chosen by hand: '}
          <a href={`/frameworks/${strategy.slug}`}>{strategy.name}</a>.
        </p>
      ) : (
        <p>
          {plan.why} {sayCount(plan.lines.length, 'measure is', 'measures are')} left out.
        </p>
      )}
      <ChooseStrategy plan={plan} index={index} shown={shown} />
      <ul class="map-outcomes">
        {[...outcomes].map(([key, lines]) => (
          <Outcome key={key} lines={lines} slug={strategy?.slug} isPreview={shown.file.state !== 'visible'} />
        ))}
      </ul>
      <Unanswered plan={plan} />
    </section>
  );
}

/** Only where its name does not say which strategy a plan is, and only for those who may edit one. */
function ChooseStrategy({ plan, index, shown }: { plan: MatchedPlan; index: number; shown: MapShown }) {
  const { request, file, matched } = shown;
  if (file.state !== 'read' || plan.strategy?.by === 'name') return null;
  if (!matched.mayTie) return <p class="quiet">Whoever may edit a strategy can choose one for it.</p>;
  if (matched.strategies.length === 0) return <p class="quiet">There is no strategy of ours to choose.</p>;
  const items = matched.strategies.map(({ slug, name }) => ({ value: slug, text: name }));
  return (
    <form method="post" action={importPlaces.chooseStrategy(file.id)} class="filters">
      <CsrfField csrf={request.csrf} />
      <input type="hidden" name="plan" value={plan.plan} />
      <Select
        name="strategy"
        id={`strategy-${index}`}
        label={{ text: `Which strategy is “${plan.plan}”?` }}
        value={plan.strategy?.slug ?? ''}
        items={[{ value: '', text: 'None: leave it out' }, ...items]}
      />
      <Button text="Choose" classes="govuk-button--secondary" preventDoubleClick />
    </form>
  );
}

type OutcomeProps = { lines: readonly MatchedLine[]; slug: string | undefined; isPreview: boolean };

function Outcome({ lines, slug, isPreview }: OutcomeProps) {
  const [first] = lines;
  if (!first) return null;
  return (
    <li>
      <p class="map-outcome">
        <span dir="auto">{sayOutcome(first)}</span>
        <Element element={first.element} slug={slug} />
      </p>
      <ul class="map-lines">
        {lines.map((line) => (
          <li key={`${line.line} ${line.measure.source} ${line.measure.code}`}>
            <span class={line.state === 'to-tie' ? 'tag tag-waiting' : 'tag'}>
              {sayLineState(line.state, isPreview)}
            </span>{' '}
            <span dir="auto">{line.title}</span>
            <span class="beneath">{sayLine(line)}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}

function sayLine({ line, role, note, why }: MatchedLine): string {
  const how = role ? `${sayTieRole(role)}${note === undefined ? '' : ` (${note})`}.` : '';
  return [how, why, `Line\u00A0${line}.`].filter((part) => part !== '').join(' ');
}

function sayOutcome({ outcome, outcomeNumber }: Pick<MatchedLine, 'outcome' | 'outcomeNumber'>): string {
  return outcome === '' ? `Outcome ${outcomeNumber}` : outcome;
}

function Element({ element, slug }: { element: FoundElement | undefined; slug: string | undefined }) {
  if (!element || slug === undefined) return null;
  return (
    <span class="beneath">
      {element.by === 'words' ? 'By its words: ' : 'By its number: '}
      <a href={`/frameworks/${slug}/elements/${element.key}`}>{element.label}</a>
    </span>
  );
}

function Unanswered({ plan }: { plan: MatchedPlan }) {
  if (plan.unanswered.length === 0) return null;
  return (
    <>
      <h4>Nothing published answers these</h4>
      <p>
        The map says so. A survey or a count of your own could; on the page of the element it can be said
        plainly.
      </p>
      <ul class="map-outcomes">
        {plan.unanswered.map((outcome) => (
          <li key={outcome.line}>
            <span dir="auto">{sayOutcome(outcome)}</span> <span class="quiet">(line {outcome.line})</span>
            <Element element={outcome.element} slug={plan.strategy?.slug} />
          </li>
        ))}
      </ul>
    </>
  );
}
