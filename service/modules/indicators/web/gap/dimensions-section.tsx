import { namesOf, sayGap } from '../../domain/gap/say-gap.ts';
import type { DimensionHere, GroupHere } from '../../domain/gap/card/gap-card.ts';
import { latestPoint } from '../../domain/gap/gap-series.ts';
import type { GapCardView } from '../../queries/gaps/gap-card.ts';
import type { PlaceGap } from '../../queries/zones/place-gaps.ts';
import { PlacesApartList } from '../zones/places-apart.tsx';
import { OtherForms } from './other-forms.tsx';
import { gapPlaces } from './places.ts';

/** Every way of telling children apart: the gap where it is known, and why not where it is not. */
export function DimensionsSection(props: { view: GapCardView; mayExplain: boolean }) {
  const { view, mayExplain } = props;
  const places = new Set(view.places.map(({ group }) => group.key));
  const known = view.dimensions
    .map((one) => ({ ...one, groups: one.groups.filter(({ group }) => !places.has(group.key)) }))
    .filter(({ groups }) => groups.length > 0);
  const unknown = view.dimensions.filter(
    (one) => one.groups.length === 0 && !isSloped(one, view) && !isApart(one, view),
  );
  return (
    <section>
      <h2>Who else may be left behind</h2>
      {known.map(({ dimension, groups }) => (
        <div key={dimension.key}>
          <h3>{dimension.name}</h3>
          <ul class="gap-groups">
            {groups.map((here) => (
              <Group key={here.group.key} here={here} view={view} />
            ))}
          </ul>
        </div>
      ))}
      <Places view={view} />
      <h3>Not known, and why</h3>
      <dl class="reading">
        {unknown.map(({ dimension }) => (
          <div key={dimension.key}>
            <dt>{dimension.name}</dt>
            <dd>{dimension.unknown}</dd>
          </div>
        ))}
      </dl>
      {mayExplain ? (
        <p>
          <a href={gapPlaces.groups}>Add a group that our own tables tell apart</a>
        </p>
      ) : null}
    </section>
  );
}

/** Zones beside the rest of our area, and the countryside beside towns, where figures tell them apart. */
function Places({ view }: { view: GapCardView }) {
  const { definition, place, places, chosen } = view;
  const cardOf = ({ group }: PlaceGap) =>
    chosen?.group.key === group.key
      ? undefined
      : gapPlaces.card(definition, { area: place.code, group: group.key });
  const halves = places.filter(({ set }) => set === undefined);
  const ofSets = Map.groupBy(
    places.filter(({ set }) => set !== undefined),
    ({ set }) => set,
  );
  return (
    <>
      {[...ofSets].map(([set, zones]) => (
        <div key={set}>
          <h3>
            {set} of {place.name}, each beside the rest
          </h3>
          <PlacesApartList places={zones} definition={definition} rest={() => 'the rest'} cardOf={cardOf} />
        </div>
      ))}
      {halves.length > 0 ? (
        <>
          <h3>Countryside and towns</h3>
          <PlacesApartList
            places={halves}
            definition={definition}
            rest={({ group }) => group.othersShort.toLowerCase()}
            cardOf={cardOf}
          />
        </>
      ) : null}
      {places.length > 0 ? <PlacesFiles view={view} /> : null}
    </>
  );
}

function PlacesFiles({ view: { definition, place, chosen } }: { view: GapCardView }) {
  const asked = { area: place.code, group: chosen?.group.key ?? '', table: 'places' } as const;
  return (
    <>
      <p>
        <a href={gapPlaces.file(definition, asked)}>Every place beside the rest, as a file (CSV)</a>
      </p>
      <OtherForms
        what="every place beside the rest"
        hrefOf={(ending) => gapPlaces.file(definition, asked, ending)}
      />
    </>
  );
}

/** A place stands by itself only where nothing is published by place. */
function isApart({ dimension }: DimensionHere, { places }: GapCardView): boolean {
  return dimension.key === 'place' && places.some(({ set }) => set !== undefined);
}

function isSloped({ dimension }: DimensionHere, { slopes }: GapCardView): boolean {
  return dimension.key === 'deprivation' && (slopes.here !== undefined || slopes.england !== undefined);
}

function Group({ here, view }: { here: GroupHere; view: GapCardView }) {
  const { group, series } = here;
  const point = latestPoint(series);
  const isChosen = view.chosen?.group.key === group.key;
  return (
    <li>
      {isChosen ? (
        <strong>{group.short}</strong>
      ) : (
        <a href={gapPlaces.card(view.definition, { area: view.place.code, group: group.key })}>
          {group.short}
        </a>
      )}
      <span class="beneath">{point ? sayGap(point, namesOf(series.telling), series.definition) : ''}</span>
    </li>
  );
}
