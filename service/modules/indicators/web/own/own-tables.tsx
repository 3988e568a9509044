import { sayBreakdown } from '../../domain/observation.ts';
import { definitionOf, type MeasureUnit } from '../../domain/figures/measure-definition.ts';
import { valueOfOwn } from '../../domain/own/own-figure.ts';
import { factsOfOwn, type OwnMeasure } from '../../domain/own/own-measure.ts';
import type { Value } from '../../domain/value.ts';
import type { OwnMeasureView } from '../../queries/own/own-measure-view.ts';
import type { OwnPlace } from '../../queries/own/places-of-own.ts';
import { ValueWords } from '../value-words.tsx';
import { ownPlaces } from './places.ts';

/** What is shown of one place, group and period. */
type Shown = {
  areaCode: string;
  breakdown: string;
  start: string;
  value: Value;
  /** "46 of 70"; undefined where it is held back */
  made: string | undefined;
  /** where its period is entered, for its owner */
  href?: string;
};

/** Figures as they were counted: for their owner alone. */
export function CountedTable({ view }: { view: OwnMeasureView }) {
  const { own, places, figures } = view;
  const shown = figures.map(({ areaCode, breakdown, period, count, base }) => ({
    areaCode,
    breakdown,
    start: period.text,
    href: ownPlaces.figures(own.code, period.start, breakdown),
    value: valueOfOwn(own, { count, base }),
    made:
      own.kind === 'count'
        ? undefined
        : `${count.toLocaleString('en-GB')} of ${base.toLocaleString('en-GB')}`,
  }));
  return <Figures label="As they were counted" own={own} places={places} shown={shown} />;
}

type Released = {
  figures: readonly {
    areaCode: string;
    breakdown: string;
    start: string;
    value: Value;
    count: number | null;
    base: number | null;
  }[];
};

/** Figures that were made safe. */
export function ReleasedTable(props: { own: OwnMeasure; places: readonly OwnPlace[]; release: Released }) {
  const { own, places, release } = props;
  const shown = release.figures.map(({ count, base, ...figure }) => ({
    ...figure,
    made:
      own.kind === 'count' || count === null || base === null
        ? undefined
        : `${count.toLocaleString('en-GB')} of ${base.toLocaleString('en-GB')}`,
  }));
  return <Figures label="Made safe" own={own} places={places} shown={shown} />;
}

type FiguresProps = { label: string; own: OwnMeasure; places: readonly OwnPlace[]; shown: readonly Shown[] };

function Figures({ label, own, places, shown }: FiguresProps) {
  const { unit } = definitionOf(factsOfOwn(own));
  const columns = [...Map.groupBy(shown, ({ start, breakdown }) => `${start}\u0000${breakdown}`)];
  const used = places.filter(({ code }) => shown.some(({ areaCode }) => areaCode === code));
  return (
    <div class="table-scroll" role="region" aria-label={label} tabIndex={0}>
      <table class="table own-figures">
        <thead>
          <tr>
            <th scope="col">Place</th>
            {columns.map(([key, [first]]) => (
              <th scope="col" key={key} class="number">
                {first?.href === undefined ? first?.start : <a href={first.href}>{first.start}</a>}
                {first?.breakdown ? <span class="own-made">{sayBreakdown(first.breakdown)}</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {used.map(({ code, name }) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              {columns.map(([key, line]) => (
                <Cell key={key} unit={unit} shown={line.find(({ areaCode }) => areaCode === code)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ shown, unit }: { shown: Shown | undefined; unit: MeasureUnit }) {
  if (!shown) return <td class="number" />;
  return (
    <td class="number">
      <ValueWords value={shown.value} unit={unit} />
      {shown.made === undefined ? null : <span class="quiet own-made">{shown.made}</span>}
    </td>
  );
}
