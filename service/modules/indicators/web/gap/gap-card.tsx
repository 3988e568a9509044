import { Button, Select } from '#packages/govuk-jsx';
import { englandCode, type Place } from '../../domain/figures/place.ts';
import { couldBeChance } from '../../domain/gap/closing.ts';
import { saySource } from '../../domain/figures/say-source.ts';
import type { CardGap } from '../../domain/gap/card/gap-card.ts';
import { fewestChildren, isTooFew } from '../../domain/gap/finder/find-gaps.ts';
import { capital, namesOf, sayGap, sayGapSure, sayMasking } from '../../domain/gap/say-gap.ts';
import type { Hypothesis } from '../../domain/gap/hypothesis.ts';
import { sayPeriod } from '../../domain/say-period.ts';
import type { GapCardView } from '../../queries/gaps/gap-card.ts';
import { disparityPlaces } from '../disparity/places.ts';
import { FiguresAround, NoFiguresYet } from '../figures-around.tsx';
import { gapFrames } from '../pictures/frames.ts';
import { PutOnYourSite } from '../pictures/put-on-your-site.tsx';
import { reading } from '../reading.ts';
import { zonePlaces } from '../zones/places.ts';
import { ClosingSection } from './closing-section.tsx';
import { DeprivationSection } from './deprivation-section.tsx';
import { DimensionsSection } from './dimensions-section.tsx';
import { HypothesesSection } from './causes/hypotheses-section.tsx';
import { LevelsTable } from './levels-table.tsx';
import { gapPlaces } from './places.ts';

export type GapCardPageProps = {
  view: GapCardView;
  areas: readonly Place[];
  hypotheses: readonly Hypothesis[];
  path: string;
  origin: string;
  mayBringIn: boolean;
  mayExplain: boolean;
};

/** The page of one gap. */
export function GapCardPage(props: GapCardPageProps) {
  const { view, areas } = props;
  const { definition, card, chosen, place } = view;
  return (
    <FiguresAround path={props.path}>
      <h1>{definition.title}: the gap</h1>
      {card && chosen ? <Told view={view} card={card} /> : <Untold {...props} />}
      <ChooseGap view={view} areas={areas} />
      {card && chosen ? <Card {...props} card={card} /> : null}
      <DeprivationSection view={view} />
      {card && chosen ? <HypothesesSection {...props} group={chosen.group} /> : null}
      {chosen && !view.places.some(({ group }) => group.key === chosen.group.key) ? (
        <p>
          <a
            href={disparityPlaces.laddersOf(view.place.code)}
          >{`Does it begin in what is decided about ${chosen.group.name}? Decisions, step by step`}</a>
        </p>
      ) : null}
      <DimensionsSection view={view} mayExplain={props.mayExplain} />
      <PutOnYourSite origin={props.origin} frames={gapFrames(view)} />
      <section>
        <h2>About these figures</h2>
        <p>
          {saySource(definition, place)}.{' '}
          <a href={reading.measure(definition, place.code)}>All about this measure</a>
        </p>
        <Breaks view={view} />
      </section>
    </FiguresAround>
  );
}

function Told({ view, card }: { view: GapCardView; card: CardGap }) {
  const { point, masking } = card;
  const { definition, telling } = card.series;
  const names = namesOf(telling);
  return (
    <>
      <p class="lead">
        {view.place.name}, {sayPeriod(point.period)}: {sayGap(point, names, definition)}
      </p>
      {point.known ? <p>{sayGapSure(point.gap)}</p> : null}
      {isTooFew(point) ? (
        <p>
          Fewer than {fewestChildren} children stand on one side: too few to say anything of. A year or two
          more, together, may tell.
        </p>
      ) : null}
      {masking ? (
        <p class="gap-warning">
          <strong>Beware of the average.</strong> {sayMasking(masking, names, definition)}
          {isUnsure(card) ? ' Chance alone could have moved it so much, so watch what comes next.' : ''}
        </p>
      ) : null}
    </>
  );
}

/** Whether what the average hides may be no more than chance, or nobody can say. */
function isUnsure({ closing }: CardGap): boolean {
  return typeof closing === 'object' && couldBeChance(closing) !== false;
}

function Untold({ view, areas, mayBringIn }: GapCardPageProps) {
  if (areas.length === 0)
    return (
      <NoFiguresYet
        what="Here will be how far a group of children is from the others, how sure that is, and whether it is closing."
        mayBringIn={mayBringIn}
      />
    );
  return (
    <p class="lead">
      For {view.place.name} nothing is published of this measure by any group of children.{' '}
      <a href={gapPlaces.finderOf(view.place.code)}>See the gaps that are known there</a>
    </p>
  );
}

function ChooseGap({ view, areas }: { view: GapCardView; areas: readonly Place[] }) {
  const { definition, place, chosen } = view;
  const england = { value: englandCode, text: 'England' };
  const listed = areas.map(({ code, name }) => ({ value: code, text: name }));
  const isListed = [england, ...listed].some(({ value }) => value === place.code);
  const items = isListed
    ? [england, ...listed]
    : [england, { value: place.code, text: place.name }, ...listed];
  const groups = view.dimensions.flatMap(({ groups: here }) => here);
  return (
    <form method="get" action={gapPlaces.card(definition)} class="filters">
      {groups.length > 0 ? (
        <Select
          name="group"
          label={{ text: 'Group of children' }}
          value={chosen?.group.key}
          items={groups.map(({ group }) => ({ value: group.key, text: group.short }))}
        />
      ) : null}
      <Select name="area" label={{ text: 'Area' }} value={place.code} items={items} />
      <Button text="Show" />
    </form>
  );
}

function Card({ view, card }: { view: GapCardView; card: CardGap }) {
  const { telling } = card.series;
  const { about } = telling.group;
  return (
    <>
      <section>
        <h2>How wide it is</h2>
        <LevelsTable view={view} card={card} />
        {telling.beside.kind === 'all' ? (
          <p class="quiet">
            {capital(telling.group.name)} are among all children, so this gap looks smaller than the one to
            all others, which nobody publishes.
          </p>
        ) : null}
        {telling.beside.kind === 'rest' ? (
          <p class="quiet">
            The others are all children less the group, worked out from the published counts.
          </p>
        ) : null}
        {about ? <p class="quiet">{`${capital(telling.group.name)}: ${about}`}</p> : null}
        <OfZone view={view} />
      </section>
      <ClosingSection view={view} card={card} />
    </>
  );
}

/** From a zone's gap to everything that is known of the zone. */
function OfZone({ view: { places, chosen } }: { view: GapCardView }) {
  const zone = places.find(({ group, set }) => set !== undefined && group.key === chosen?.group.key);
  return zone ? (
    <p>
      <a href={zonePlaces.zone(zone.code)}>{`All that is known of ${zone.group.short}`}</a>
    </p>
  ) : null;
}

function Breaks({ view }: { view: GapCardView }) {
  const breaks = view.card?.series.definition.breaks ?? view.definition.breaks;
  if (breaks.length === 0) return null;
  return (
    <>
      <p>Where years do not join, nothing is compared across:</p>
      <ul>
        {breaks.map(({ on, words }) => (
          <li key={on}>
            {on.slice(0, 4)}: {words}
          </li>
        ))}
      </ul>
    </>
  );
}
