import { Button, Select } from '#packages/govuk-jsx';
import { englandCode, type Place } from '../../domain/figures/place.ts';
import type { Hypothesis } from '../../domain/gap/hypothesis.ts';
import { capital } from '../../domain/gap/say-gap.ts';
import { sayGroup, sayLooked, sayWhere } from '../../domain/disparity/say-ladder.ts';
import type { LadderCard, LadderShown } from '../../queries/disparity/ladder-card.ts';
import { FiguresAround } from '../figures-around.tsx';
import { CausesSection } from '../gap/causes/hypotheses-section.tsx';
import { gapPlaces } from '../gap/places.ts';
import { CannotShow, MissingSteps, QuestionsToAsk } from './ladder-limits.tsx';
import { GroupSection } from './group-section.tsx';
import { frameOf } from '../pictures/places.ts';
import { PutOnYourSite } from '../pictures/put-on-your-site.tsx';
import { LadderChart, queryOf } from './ladder-chart.tsx';
import { disparityPlaces } from './places.ts';
import { findingOf, placeAndYear, truthsOf } from './say-card.ts';

export type LadderViewProps = {
  card: LadderCard;
  areas: readonly Place[];
  hypotheses: readonly Hypothesis[];
  path: string;
  origin: string;
  mayExplain: boolean;
};

/** The page of one ladder. */
export function LadderView(props: LadderViewProps) {
  const { card, areas, path } = props;
  const { ladder, place, shown } = card;
  return (
    <FiguresAround path={path}>
      <h1>{ladder.title}: who goes on</h1>
      {shown ? <Truth card={card} shown={shown} /> : <Nothing card={card} />}
      <Choose card={card} areas={areas} />
      {shown ? <Shown {...props} shown={shown} /> : null}
      <MissingSteps card={card} />
      <CannotShow card={card} />
      <p>
        <a href={gapPlaces.finderOf(place.code)}>Gaps in what becomes of children: {place.name}</a>
      </p>
    </FiguresAround>
  );
}

function Truth({ card, shown }: { card: LadderCard; shown: LadderShown }) {
  const truths = truthsOf(shown);
  return (
    <>
      <p class="lead">
        {placeAndYear(card, shown)}. {truths[0] ?? findingOf(card, shown)}
      </p>
      {truths.slice(1).map((truth) => (
        <p key={truth}>{truth}</p>
      ))}
      <p class="quiet">
        This shows that groups part, and at which step. It does not show why, and it says nothing about any
        one child, family or worker.
      </p>
    </>
  );
}

function Nothing({ card }: { card: LadderCard }) {
  return (
    <p class="lead">
      For {card.place.name} no table at hand tells these steps by any group of children. What is needed stands
      below.
    </p>
  );
}

function Choose({ card, areas }: { card: LadderCard; areas: readonly Place[] }) {
  const { ladder, place, shown } = card;
  const england = { value: englandCode, text: 'England' };
  const listed = areas.map(({ code, name }) => ({ value: code, text: name }));
  const isListed = [england, ...listed].some(({ value }) => value === place.code);
  return (
    <form method="get" action={disparityPlaces.ladder(ladder.key)} class="filters">
      <Select
        name="area"
        label={{ text: 'Area' }}
        value={place.code}
        items={
          isListed ? [england, ...listed] : [england, { value: place.code, text: place.name }, ...listed]
        }
      />
      {shown ? <ChooseHow card={card} shown={shown} /> : null}
      <Button text="Show" />
    </form>
  );
}

function ChooseHow({ card, shown }: { card: LadderCard; shown: LadderShown }) {
  const { ladder, dimensions } = card;
  return (
    <>
      <Select
        name="by"
        label={{ text: 'Told apart by' }}
        value={shown.dimension.key}
        items={dimensions.map(({ key, name }) => ({ value: key, text: name }))}
      />
      <Select
        name="year"
        label={{ text: 'Year' }}
        value={shown.year}
        items={shown.years.map((year) => ({ value: year, text: year }))}
      />
      <Select
        name="base"
        label={{ text: 'Out of' }}
        value={shown.base}
        items={[
          { value: 'before', text: 'Those at the step before' },
          { value: 'population', text: `All ${ladder.population.name}` },
        ]}
      />
      <Select
        name="beside"
        label={{ text: 'Beside' }}
        value={shown.reference.key}
        items={[
          { value: 'others', text: 'All others' },
          ...shown.groups.map(({ key, short }) => ({ value: key, text: short })),
        ]}
      />
    </>
  );
}

function Shown({ card, shown, hypotheses, mayExplain, origin }: LadderViewProps & { shown: LadderShown }) {
  const { chosen } = shown;
  return (
    <>
      <section>
        <h2>Step by step</h2>
        <LadderChart card={card} shown={shown} />
        <p>{sayLooked(shown.looked)}</p>
        {shown.sources.some(({ own }) => own) ? (
          <p class="quiet">
            Our own counts are rounded to the nearest five, and fewer than ten are held back, to protect
            children. Everything here is worked out from what is shown.
          </p>
        ) : null}
      </section>
      <OnYourSite card={card} shown={shown} origin={origin} />
      <InWords shown={shown} />
      {chosen ? <GroupSection card={card} shown={shown} chosen={chosen} /> : null}
      {chosen ? (
        <CausesSection
          hypotheses={hypotheses}
          mayExplain={mayExplain}
          about={chosen.group.name}
          addHref={disparityPlaces.addHypothesis(card.ladder.key, {
            area: card.place.code,
            group: chosen.group.key,
          })}
        />
      ) : null}
      <QuestionsToAsk shown={shown} />
    </>
  );
}

function OnYourSite({ card, shown, origin }: { card: LadderCard; shown: LadderShown; origin: string }) {
  const frame = frameOf({
    name: 'These decisions, step by step',
    title: `${card.ladder.title}, ${placeAndYear(card, shown)}`,
    csvHref: disparityPlaces.file(card.ladder.key, queryOf(card, shown)),
  });
  return <PutOnYourSite origin={origin} frames={[frame]} />;
}

function InWords({ shown }: { shown: LadderShown }) {
  return (
    <section>
      <h2>The same in words</h2>
      <dl class="ladder-words">
        {shown.rows.map((row) => (
          <div key={row.group.key}>
            <dt>{capital(row.group.name)}</dt>
            <dd>
              {sayGroup(row, shown.reference.words) ?? 'Too few, held back or not told: nothing can be said.'}
            </dd>
            <dd class="quiet">{sayWhere(row)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
