import { namesOf, sayGap } from '../../domain/gap/say-gap.ts';
import type { DimensionHere, GroupHere } from '../../domain/gap/card/gap-card.ts';
import { latestPoint } from '../../domain/gap/gap-series.ts';
import type { GapCardView } from '../../queries/gaps/gap-card.ts';
import type { PlacesApart } from '../../queries/zones/places-apart.ts';
import { PlacesApartList } from '../zones/places-apart.tsx';
import { gapPlaces } from './places.ts';

/** Every way of telling children apart: the gap where it is known, and why not where it is not. */
export function DimensionsSection(props: { view: GapCardView; apart: PlacesApart; mayExplain: boolean }) {
  const { view, apart, mayExplain } = props;
  const known = view.dimensions.filter(({ groups }) => groups.length > 0);
  const unknown = view.dimensions.filter(
    (one) => one.groups.length === 0 && !isSloped(one, view) && !isApart(one, apart),
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
      <Places view={view} apart={apart} />
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
function Places({ view, apart: { zones, rural } }: { view: GapCardView; apart: PlacesApart }) {
  const { definition, place } = view;
  return (
    <>
      {[...Map.groupBy(zones, ({ set }) => set)].map(([set, places]) => (
        <div key={set}>
          <h3>
            {set} of {place.name}, each beside the rest
          </h3>
          <PlacesApartList places={places} definition={definition} rest="the rest" />
        </div>
      ))}
      {rural ? (
        <>
          <h3>Countryside and towns</h3>
          <PlacesApartList places={[rural]} definition={definition} rest="towns" />
        </>
      ) : null}
    </>
  );
}

function isApart({ dimension }: DimensionHere, { zones, rural }: PlacesApart): boolean {
  if (dimension.key === 'zone' || dimension.key === 'place') return zones.length > 0;
  return dimension.key === 'rural-urban' && rural !== undefined;
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
