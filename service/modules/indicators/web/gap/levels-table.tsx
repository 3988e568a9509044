import { sayInUnit } from '../../domain/figures/measure-definition.ts';
import type { Gap } from '../../domain/gap/gap-at.ts';
import { notWorkedOutWords } from '../../domain/gap/gap-at.ts';
import type { CardGap } from '../../domain/gap/card/gap-card.ts';
import { capital, namesOf, sayRange, sayRatioRange, saySigned, sayTimes } from '../../domain/gap/say-gap.ts';
import { limitsOf, type Side } from '../../domain/gap/side.ts';
import type { MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import type { GapCardView } from '../../queries/gaps/gap-card.ts';
import { ValueWords } from '../value-words.tsx';
import { OtherForms } from './other-forms.tsx';
import { gapPlaces } from './places.ts';

function measureInUnit({ title, unit }: MeasureDefinition): string {
  return unit.name === '' ? title : `${title}, ${unit.name}`;
}

type Row = { beside: string; side: Side; gap: Gap | undefined; why: string };

/** The group's level, and whom it stands beside: the others here, the same group in England, the others in England. */
export function LevelsTable({ view, card }: { view: GapCardView; card: CardGap }) {
  const { definition, telling } = card.series;
  const names = namesOf(telling);
  const { point } = card;
  const asked = { area: view.place.code, group: telling.group.key, table: 'card' } as const;
  return (
    <>
      <p class="own-area gap-own">
        {inArea(names.group, view)}: <Level side={point.of} definition={definition} />
      </p>
      <Beside rows={rowsOf(view, card)} definition={definition} />
      <p>
        <a href={gapPlaces.file(view.definition, asked)}>All numbers of this card, year by year (CSV)</a>
      </p>
      <OtherForms
        what="all numbers of this card"
        hrefOf={(ending) => gapPlaces.file(view.definition, asked, ending)}
      />
    </>
  );
}

/** A group by its area; the name of a place inside it says so already. */
function inArea(group: string, { place, places, chosen }: GapCardView): string {
  const isPlace = places.some((one) => one.group.key === chosen?.group.key);
  return isPlace ? capital(group) : `${capital(group)} in ${place.name}`;
}

function Beside({ rows, definition }: { rows: readonly Row[]; definition: MeasureDefinition }) {
  return (
    <div class="table-scroll" role="region" aria-label="The gap, three ways" tabIndex={0}>
      <table class="table gap-levels">
        <caption class="quiet">{measureInUnit(definition)}</caption>
        <thead>
          <tr>
            <th scope="col">Beside</th>
            <th scope="col">Their level</th>
            <th scope="col">How far apart</th>
            <th scope="col">How many times</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.beside}>
              <th scope="row">{row.beside}</th>
              <td data-label="Their level">
                <Level side={row.side} definition={definition} />
              </td>
              <Apart row={row} definition={definition} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function rowsOf(view: GapCardView, card: CardGap): Row[] {
  const { point, england } = card;
  const names = namesOf(card.series.telling);
  const rows: Row[] = [
    {
      beside: inArea(names.others, view),
      side: point.beside,
      gap: point.known ? point.gap : undefined,
      why: point.known ? '' : notWorkedOutWords[point.reason],
    },
  ];
  if (!england) return rows;
  const why = notWorkedOutWords[point.known ? 'one-side-not-published' : point.reason];
  return [
    ...rows,
    { beside: `${capital(names.group)} in England`, side: england.of, gap: card.besideSame, why },
    {
      beside: `${capital(names.others)} in England`,
      side: england.beside,
      gap: card.besideOthersInEngland,
      why,
    },
  ];
}

function Apart({ row, definition }: { row: Row; definition: MeasureDefinition }) {
  const { gap } = row;
  if (!gap)
    return (
      <td colSpan={2} data-label="How far apart">
        {row.why}
      </td>
    );
  const { unit } = definition;
  return (
    <>
      <td data-label="How far apart">
        <strong>{saySigned(gap.difference, unit)}</strong>
        <span class="beneath">
          {gap.differenceSure.known
            ? `${sayRange(gap.differenceSure, unit)}: ${gap.differenceSure.method}`
            : 'No interval: neither counts nor intervals are published'}
        </span>
      </td>
      <td data-label="How many times">
        {gap.ratio === undefined ? 'No ratio to nought' : sayTimes(gap.ratio)}
        {gap.ratioSure.known ? <span class="beneath">{sayRatioRange(gap.ratioSure)}</span> : null}
      </td>
    </>
  );
}

/** A level with its interval, or the mark for why there is none. */
function Level({ side, definition }: { side: Side; definition: MeasureDefinition }) {
  const limits = limitsOf(side);
  return (
    <>
      <span class="figure-word">
        <ValueWords value={side.value} unit={definition.unit} />
      </span>
      {limits ? (
        <span class="beneath">
          {sayInUnit(limits.lower, definition.unit)} to {sayInUnit(limits.upper, definition.unit)}
        </span>
      ) : null}
    </>
  );
}
