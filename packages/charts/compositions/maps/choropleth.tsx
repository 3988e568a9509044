import type { JSX } from 'preact';
import { Chart } from '../../frame/chart.tsx';
import { Drawings, type Picture, type Size } from '../../frame/drawings.tsx';
import { textWidth, widestSetting } from '../../scales/text-width.ts';
import { tenth } from '../../scales/tenth.ts';
import type { Area } from '../../series.ts';
import { mapNotes } from './map-notes.tsx';
import { fillOf, lookOfStatus, MapPatterns, type Look } from './map-patterns.tsx';
import type { ChoroplethProps } from './map-props.ts';
import { mapTable } from './map-table.ts';
import { mapWords } from './map-words.ts';
import {
  boxRound,
  middleOf,
  ringsOfPath,
  type Box,
  type Outline,
  type PlanePoint,
} from './outlines/outline.ts';
import { describeMap } from './say-map.ts';

/**
 * A map of areas in classes. Classes differ by pattern and by a mark on the area as well as by colour; an area that is not
 * published is hatched, one that is withheld is hatched another way. The table under it holds every area.
 */
export function Choropleth(props: ChoroplethProps): JSX.Element {
  const drawn = drawable(props);
  const missing = props.areas.filter(({ role }) => role !== 'benchmark').length - drawn.length;
  return (
    <Chart
      figure={props}
      table={mapTable(props)}
      notes={mapNotes(props, missing > 0 ? [mapWords.notDrawn(missing)] : [])}
    >
      <Drawings
        id={props.id}
        title={props.finding}
        description={describeMap(props, mapWords.map)}
        draw={(size) => mapPicture(props, drawn, size)}
      />
    </Chart>
  );
}

type Drawn = { area: Area; outline: Outline; look: Look; mark: string };

/** The areas with an outline; the reader's own last, so that its border lies over its neighbours'. */
function drawable({ areas, outlines, classing }: ChoroplethProps): Drawn[] {
  const byKey = new Map(outlines.map((outline) => [outline.key, outline]));
  return areas
    .filter(({ role }) => role !== 'benchmark')
    .toSorted((a, b) => Number(a.role === 'own') - Number(b.role === 'own'))
    .flatMap((area): Drawn[] => {
      const outline = byKey.get(area.key);
      const found = classing.of.get(area.key);
      const look =
        found?.look ?? (area.value.kind === 'status' ? lookOfStatus(area.value.status) : 'no-number');
      return outline ? [{ area, outline, look, mark: found?.mark ?? '' }] : [];
    });
}

/** How high a map may be beside its width. */
const tallest = 1.3;

function mapPicture(props: ChoroplethProps, drawn: readonly Drawn[], size: Size): Picture {
  const box = boxRound(drawn.map(({ outline }) => outline.box));
  if (!box)
    return {
      height: 40,
      marks: (
        <text class="chart-text" x={0} y={24}>
          {mapWords.noNumbers}
        </text>
      ),
    };
  const place = placing(box, size);
  const prefix = `${props.id}-${size.name}`;
  return {
    height: place.height,
    marks: (
      <>
        <MapPatterns prefix={prefix} looks={drawn.map(({ look }) => look)} />
        {drawn.map((one) => (
          <path
            class={`chart-map-area chart-map-area--${one.area.role}`}
            d={drawnPath(one.outline.path, place)}
            fill={fillOf(prefix, one.look)}
            fill-rule="evenodd"
          />
        ))}
        {drawn.map((one) => label(one, place, size))}
      </>
    ),
  };
}

type Placing = { scale: number; left: number; top: number; shiftX: number; height: number };

function placing([left, top, right, bottom]: Box, { width }: Size): Placing {
  const margin = 4;
  const [across, down] = [Math.max(1, right - left), Math.max(1, bottom - top)];
  const scale = Math.min((width - 2 * margin) / across, (tallest * width) / down);
  const shiftX = (width - across * scale) / 2;
  return { scale, left, top, shiftX, height: down * scale + 2 * margin };
}

function on([x, y]: PlanePoint, { scale, left, top, shiftX }: Placing): PlanePoint {
  return [shiftX + (x - left) * scale, 4 + (y - top) * scale];
}

/** The outline at this size, without points that fall on the one before. */
function drawnPath(path: string, place: Placing): string {
  return ringsOfPath(path)
    .map((ring) => {
      const points: string[] = [];
      for (const point of ring) {
        const [x, y] = on(point, place);
        const said = `${tenth(x)},${tenth(y)}`;
        if (said !== points.at(-1)) points.push(said);
      }
      return `M${points.join(' ')}Z`;
    })
    .join('');
}

/** The name where it fits on the area, with the class; else the class alone, where that fits. */
function label({ area, outline, mark }: Drawn, place: Placing, { fontSize }: Size): JSX.Element | null {
  const [x, y] = on(middleOf(outline), place);
  const [left, top, right, bottom] = outline.box;
  const [across, down] = [(right - left) * place.scale, (bottom - top) * place.scale];
  const look = `chart-text chart-text--haloed${area.role === 'own' ? ' chart-text--strong' : ''}`;
  const full = mark === '' ? area.name : `${area.name} ${mark}`;
  const fits = textWidth(full, fontSize) * widestSetting < across * 0.85 && down > 2 * fontSize;
  const text = fits ? full : mark;
  if (text === '' || across < 1.6 * fontSize || down < 1.6 * fontSize) return null;
  return (
    <text class={look} x={tenth(x)} y={tenth(y + fontSize / 3)} text-anchor="middle">
      {text}
    </text>
  );
}
