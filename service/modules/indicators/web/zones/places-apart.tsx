import { sayInUnit, type MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import { sayPeriod } from '../../domain/say-period.ts';
import { latestPoint } from '../../domain/gap/gap-series.ts';
import { isNumberSide } from '../../domain/gap/side.ts';
import { besideTheRest } from '../../domain/zones/beside-the-rest.ts';
import type { PlaceGap } from '../../queries/zones/place-gaps.ts';
import { VerdictWord } from '../verdict.tsx';
import { sayApart } from './zone-sheet.tsx';

/** Parts of our area beside the rest of it, in one measure; the one whose card this is stands without a link. */
export function PlacesApartList(props: {
  places: readonly PlaceGap[];
  definition: MeasureDefinition;
  rest: (place: PlaceGap) => string;
  cardOf: (place: PlaceGap) => string | undefined;
}) {
  const { places, definition, rest, cardOf } = props;
  return (
    <ul class="gap-groups">
      {places.map((place) => {
        const href = cardOf(place);
        const { short } = place.group;
        return (
          <li key={place.code}>
            {href === undefined ? <strong>{short}</strong> : <a href={href}>{short}</a>}
            <Apart place={place} definition={definition} rest={rest(place)} />
          </li>
        );
      })}
    </ul>
  );
}

type ApartProps = { place: PlaceGap; definition: MeasureDefinition; rest: string };

function Apart({ place: { series }, definition, rest }: ApartProps) {
  const point = latestPoint(series);
  if (!point) return null;
  const beside = besideTheRest(point, definition);
  const period = sayPeriod(point.period);
  return (
    <span class="beneath">
      {isNumberSide(beside.here) && beside.rest
        ? `${sayInUnit(beside.here.value, definition.unit)}, ${rest} ${sayInUnit(beside.rest.value, definition.unit)} (${period}): ${sayApart(beside, definition)}. `
        : `Held back, or not known, in ${period}, here or in ${rest}. `}
      <VerdictWord verdict={beside.verdict} />
    </span>
  );
}
