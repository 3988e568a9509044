import {
  Chart,
  Dot,
  Drawings,
  LyingAxis,
  linearScale,
  textWidth,
  widestSetting,
  TextLines,
  UprightAxis,
  type Picture,
  type Size,
  type Unit,
} from '#packages/charts';
import { chartUnit } from '../../domain/figures/measure-definition.ts';
import { sayYear } from '../../domain/money/financial-year.ts';
import { sayPrices } from '../../domain/money/prices.ts';
import { shortPeriod } from '../../domain/say-period.ts';
import type { SpendBeside } from '../../queries/money/spend-beside.ts';
import { withQuery } from '../reading.ts';
import { needTable } from './money-tables.ts';
import { picturePlaces } from '../pictures/places.ts';
import { moneyPlaces } from './places.ts';
import { sayTogether } from './say-together.ts';

type Placed = { key: string; name: string; need: number; perChild: number };

const pounds: Unit = { name: '£ for each child', symbol: '£', decimals: 0 };

/** What the chart names as its source. */
export const needSource = { text: 'The partners’ own lines, and the measure’s own figures' } as const;

/** Where the chart's table is. */
export function needFileOf({ year, measure, prices }: SpendBeside): string {
  return withQuery(moneyPlaces.needFile, {
    year: year === undefined ? undefined : String(year),
    measure: measure?.id,
    prices: prices.kind === 'real' ? 'real' : undefined,
  });
}

/** The zones that have both numbers, each of which is a dot. */
export function placedZones({ rows }: SpendBeside): readonly Placed[] {
  return rows.flatMap(({ areaCode: key, name, need, perChild }): Placed[] =>
    need === undefined || perChild === undefined ? [] : [{ key, name, need, perChild }],
  );
}

/** A dot for each zone: the further right the greater the number of need, the higher the more is spent on each child. */
export function NeedChart({ view }: { view: SpendBeside }) {
  const { measure, year } = view;
  const placed = placedZones(view);
  if (!measure || year === undefined || placed.length === 0) return null;
  const unit = chartUnit(measure.unit);
  const csvHref = needFileOf(view);
  const period = view.needPeriod ? `, ${shortPeriod(view.needPeriod)}` : '';
  const figure = {
    id: 'chart-need',
    finding: `${placed.length} zones: spend on each child beside ${lowered(measure.title)}`,
    measure: `Upward: spend on each child in ${sayYear(year)}, ${sayPrices(view.prices)}. To the right: ${lowered(measure.title)}${period}`,
    unit: { name: '', decimals: 0 },
    csvHref,
    pictureHrefs: view.isOpen ? picturePlaces.ofFile(csvHref) : undefined,
    source: needSource,
    headingLevel: 2 as const,
  };
  const said = placed
    .map(({ name, need, perChild }) => `${name}: £${Math.round(perChild)} and ${need.toFixed(unit.decimals)}`)
    .join('; ');
  return (
    <Chart figure={figure} table={needTable(view)}>
      <Drawings
        id={figure.id}
        title={figure.finding}
        description={`${sayTogether(view)} ${said}.`}
        draw={(size) => scatter(placed, unit, size)}
      />
    </Chart>
  );
}

function lowered(words: string): string {
  return words.slice(0, 1).toLowerCase() + words.slice(1);
}

function scatter(placed: readonly Placed[], unit: Unit, size: Size): Picture {
  const { width, fontSize, name } = size;
  const height = name === 'wide' ? 360 : 300;
  const [top, bottom] = [fontSize * 1.5, height - fontSize * 2.5];
  const y = linearScale({
    values: placed.map(({ perChild }) => perChild),
    range: [bottom, top],
    from: 'zero',
  });
  const left = fontSize * 3.6;
  const x = linearScale({
    values: placed.map(({ need }) => need),
    range: [left + 12, width - 16],
    from: 'fit',
    tickCount: name === 'wide' ? 6 : 4,
  });
  const dots = placed.map((place) => ({ ...place, x: x.at(place.need), y: y.at(place.perChild) }));
  return {
    height,
    marks: (
      <>
        <UprightAxis scale={y} unit={pounds} left={left} right={width} fontSize={fontSize} />
        <LyingAxis
          scale={x}
          unit={unit}
          stretches={[[top, bottom]]}
          labelY={bottom + fontSize * 1.6}
          fontSize={fontSize}
          edges={[left, width]}
        />
        {dots.map((dot) => (
          <Dot key={dot.key} x={dot.x} y={dot.y} tone="own" />
        ))}
        <Names dots={dots} room={{ fontSize, left, width }} />
      </>
    ),
  };
}

type Dotted = Placed & { x: number; y: number };
function Names({ dots, room }: { dots: readonly Dotted[]; room: Room }) {
  return (
    <>
      {labelled(dots, room).map(({ key, name: words, at }) => (
        <TextLines
          key={key}
          lines={[words]}
          x={at.x}
          y={at.y}
          leading={room.fontSize}
          anchor={at.anchor}
          look="chart-text chart-text--haloed"
        />
      ))}
    </>
  );
}

type Room = { fontSize: number; left: number; width: number };
type Box = { from: number; to: number; y: number };

/** Each name beside its dot, on the side where it touches no other name and stays inside; where none is, in the table alone. */
function labelled(dots: readonly Dotted[], { fontSize, left, width }: Room) {
  const taken: Box[] = [];
  const free = (box: Box) =>
    box.from >= left &&
    box.to <= width &&
    taken.every((one) => box.to < one.from || box.from > one.to || Math.abs(box.y - one.y) > fontSize);
  return dots.flatMap(({ key, name, x, y }) => {
    const long = textWidth(name, fontSize) * widestSetting;
    const ways = [
      { x: x + 10, anchor: 'start', y: y + fontSize * 0.35, from: x + 10 },
      { x: x - 10, anchor: 'end', y: y + fontSize * 0.35, from: x - 10 - long },
      { x, anchor: 'middle', y: y - fontSize * 0.8, from: x - long / 2 },
      { x, anchor: 'middle', y: y + fontSize * 1.5, from: x - long / 2 },
      { x: x + 4, anchor: 'start', y: y - fontSize * 0.8, from: x + 4 },
      { x: x + 4, anchor: 'start', y: y + fontSize * 1.5, from: x + 4 },
      { x: x - 4, anchor: 'end', y: y - fontSize * 0.8, from: x - 4 - long },
      { x: x - 4, anchor: 'end', y: y + fontSize * 1.5, from: x - 4 - long },
    ] as const;
    const at = ways.find((way) => free({ from: way.from, to: way.from + long, y: way.y }));
    if (!at) return [];
    taken.push({ from: at.from, to: at.from + long, y: at.y });
    return [{ key, name, at }];
  });
}
