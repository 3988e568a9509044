import type { JSX } from 'preact';
import { Chart } from '../../frame/chart.tsx';
import { Drawings, type Picture, type Size } from '../../frame/drawings.tsx';
import { textWidth } from '../../scales/text-width.ts';
import { tenth } from '../../scales/tenth.ts';
import type { Area } from '../../series.ts';
import { mapNotes } from './map-notes.tsx';
import { fillOf, lookOfStatus, MapPatterns, type Look } from './map-patterns.tsx';
import type { Tile, TileMapProps } from './map-props.ts';
import { mapTable } from './map-table.ts';
import { mapWords } from './map-words.ts';
import { describeMap } from './say-map.ts';
import { shortNames } from './short-names.ts';

/**
 * A map on which each area is one tile of the same size, so that a large empty area says no more than a small full one. A
 * tile holds the area's name where it fits, a short name where it does not, and the mark of its class.
 */
export function TileMap(props: TileMapProps): JSX.Element {
  const tiles = tilesDrawn(props);
  const missing = props.areas.filter(({ role }) => role !== 'benchmark').length - tiles.length;
  return (
    <Chart
      figure={props}
      table={tileTable(props)}
      notes={mapNotes(props, [mapWords.tiles, ...(missing > 0 ? [mapWords.notDrawn(missing)] : [])])}
    >
      <Drawings
        id={props.id}
        title={props.finding}
        description={describeMap(props, mapWords.tileMap)}
        draw={(size) => tilePicture(props.id, tiles, size)}
      />
    </Chart>
  );
}

/** The table of a tile map: that of a map, with the short names of the tiles. */
export function tileTable(props: Parameters<typeof mapTable>[0]): ReturnType<typeof mapTable> {
  return mapTable(props, shortNames(props.areas));
}

type Drawn = { area: Area; tile: Tile; look: Look; mark: string; short: string };

function tilesDrawn({ areas, tiles, classing }: TileMapProps): Drawn[] {
  const byKey = new Map(tiles.map((tile) => [tile.key, tile]));
  const short = shortNames(areas);
  return areas
    .filter(({ role }) => role !== 'benchmark')
    .flatMap((area): Drawn[] => {
      const tile = byKey.get(area.key);
      const found = classing.of.get(area.key);
      const look =
        found?.look ?? (area.value.kind === 'status' ? lookOfStatus(area.value.status) : 'no-number');
      return tile ? [{ area, tile, look, mark: found?.mark ?? '', short: short.get(area.key) ?? '' }] : [];
    });
}

/** Few areas need no tiles as large as a page. */
const widestTile = 110;

function tilePicture(id: string, tiles: readonly Drawn[], size: Size): Picture {
  if (tiles.length === 0)
    return {
      height: 40,
      marks: (
        <text class="chart-text" x={0} y={24}>
          {mapWords.noNumbers}
        </text>
      ),
    };
  const columns = tiles.map(({ tile }) => tile.column);
  const rows = tiles.map(({ tile }) => tile.row);
  const [left, top] = [Math.min(...columns), Math.min(...rows)];
  const side = Math.min(widestTile, (size.width - 4) / (Math.max(...columns) - left + 1));
  const prefix = `${id}-${size.name}`;
  return {
    height: (Math.max(...rows) - top + 1) * side + 4,
    marks: (
      <>
        <MapPatterns prefix={prefix} looks={tiles.map(({ look }) => look)} />
        {tiles.map((one) => {
          const at = { x: 2 + (one.tile.column - left) * side, y: 2 + (one.tile.row - top) * side, side };
          return <TileMark one={one} at={at} prefix={prefix} fontSize={size.fontSize} />;
        })}
      </>
    ),
  };
}

function TileMark(props: {
  one: Drawn;
  at: { x: number; y: number; side: number };
  prefix: string;
  fontSize: number;
}): JSX.Element {
  const { one, at, prefix, fontSize } = props;
  const lines = tileLines(one, at.side, fontSize);
  const gap = at.side > 30 ? 3 : 1;
  const first = at.y + at.side / 2 - ((lines.length - 1) * fontSize * 1.15) / 2 + fontSize / 3;
  return (
    <>
      <rect
        class={`chart-map-area chart-map-area--${one.area.role}`}
        x={tenth(at.x + gap / 2)}
        y={tenth(at.y + gap / 2)}
        width={tenth(at.side - gap)}
        height={tenth(at.side - gap)}
        fill={fillOf(prefix, one.look)}
      />
      {lines.map((line, row) => (
        <text
          class={`chart-text chart-text--haloed${one.area.role === 'own' ? ' chart-text--strong' : ''}`}
          x={tenth(at.x + at.side / 2)}
          y={tenth(first + row * fontSize * 1.15)}
          text-anchor="middle"
        >
          {line}
        </text>
      ))}
    </>
  );
}

function tileLines({ area, mark, short }: Drawn, side: number, fontSize: number): string[] {
  const weight = area.role === 'own' ? 'bold' : 'regular';
  const fits = (text: string) => textWidth(text, fontSize, weight) <= side - 6;
  const name = [area.name, short].find(fits);
  const second = mark === '' ? [] : [mark];
  if (name === undefined || side < 2.4 * fontSize) return second;
  return [name, ...second];
}
