import type { FigureProps } from '../../frame/figure-props.ts';
import type { Area } from '../../series.ts';
import type { Classing } from './classes.ts';
import type { Outline } from './outlines/outline.ts';

/** What both kinds of map are given: areas in one period, put in classes. */
export type MapFigure = FigureProps & { period: string; areas: readonly Area[]; classing: Classing };

/** A map of areas in their own shape. Areas without an outline are in the table, and are counted under the map. */
export type ChoroplethProps = MapFigure & { outlines: readonly Outline[] };

/** Where a tile stands: column and row from the top left, from 0. */
export type Tile = { key: string; column: number; row: number };

/** A map on which each area is one square of the same size. */
export type TileMapProps = MapFigure & { tiles: readonly Tile[] };
