import { sayInUnit, type MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import { sayPeriod } from '../../domain/say-period.ts';
import { isNumberSide } from '../../domain/gap/side.ts';
import type { PlaceApart } from '../../queries/zones/places-apart.ts';
import { VerdictWord } from '../verdict.tsx';
import { zonePlaces } from './places.ts';
import { sayApart } from './zone-sheet.tsx';

/** Parts of our area beside the rest of it, in one measure. */
export function PlacesApartList(props: {
  places: readonly PlaceApart[];
  definition: MeasureDefinition;
  rest: string;
}) {
  const { places, definition, rest } = props;
  return (
    <ul class="gap-groups">
      {places.map(({ code, name, period, beside }) => (
        <li key={code}>
          {code === 'rural' ? <strong>{name}</strong> : <a href={zonePlaces.zone(code)}>{name}</a>}
          <span class="beneath">
            {isNumberSide(beside.here) && beside.rest
              ? `${sayInUnit(beside.here.value, definition.unit)}, ${rest} ${sayInUnit(beside.rest.value, definition.unit)} (${sayPeriod(period)}): ${sayApart(beside, definition)}. `
              : `Held back, or not known, in ${sayPeriod(period)}, here or in ${rest}. `}
            <VerdictWord verdict={beside.verdict} />
          </span>
        </li>
      ))}
    </ul>
  );
}
