import type { Size } from '../../frame/drawings.tsx';
import { type ChartWords, englishWords } from '../../frame/words.ts';
import { tenth } from '../../scales/tenth.ts';
import { textWidth, widestSetting, wrapText } from '../../scales/text-width.ts';
import type { Comparison, SpineRow } from '../../series.ts';
import { sayValue } from '../describe.ts';
import type { SpineChartProps } from '../props.ts';

/** One row of a spine chart: its texts, its places, and where its values lie. */
export type SpineRowLayout = {
  row: SpineRow;
  came: Comparison;
  top: number;
  nameLines: readonly string[];
  nameY: number;
  unitY: number;
  cameY: number;
  saidLines: readonly string[];
  saidX: number;
  saidY: number;
  spineY: number;
  bottom: number;
  /** The place of a value on the spine; undefined where the row has no spread to draw. */
  at: ((value: number) => number) | undefined;
};

/** Where everything in a spine chart goes. */
export type SpineLayout = {
  height: number;
  headY: number;
  textLeft: number;
  cameLeft: number;
  spine: { left: number; right: number; middle: number };
  rows: readonly SpineRowLayout[];
};

/**
 * The place of a row's values: the benchmark in the middle, the farthest value at an edge, better to the right; as it
 * is where neither side is better. Without a benchmark the middle of the middle half takes its place.
 */
export function spineScale(
  row: SpineRow,
  spine: { left: number; right: number },
): ((value: number) => number) | undefined {
  const { spread } = row;
  if (spread === undefined) return undefined;
  const centre = row.benchmark.kind === 'number' ? row.benchmark.number : (spread.p25 + spread.p75) / 2;
  const own = row.own.kind === 'number' ? [row.own.number, row.lower, row.upper] : [];
  const values = [spread.minimum, spread.maximum, ...own.filter((value) => value !== undefined)];
  const farthest = Math.max(...values.map((value) => Math.abs(value - centre))) || 1;
  const direction = row.polarity === 'low-is-good' ? -1 : 1;
  const middle = (spine.left + spine.right) / 2;
  const half = (spine.right - spine.left) / 2;
  return (value) => tenth(middle + (direction * half * (value - centre)) / farthest);
}

/** Finds the place of every row: on a phone the spine stands under its texts, on a desk between them. */
export function spineLayout(props: SpineChartProps, size: Size): SpineLayout {
  const { fontSize, width } = size;
  const isWide = size.name === 'wide';
  const right = isWide ? wideRight : 0;
  const left = isWide ? 214 : 10;
  const spine = { left, right: width - right - (isWide ? 24 : 10) };
  let top = fontSize * 2.2;
  const rows = props.rows.map((row) => {
    const place = isWide ? wideRow : compactRow;
    const placed = place({ row, top, props, size, spine });
    top = placed.bottom;
    return placed;
  });
  return {
    height: top + 4,
    headY: fontSize * 1.2,
    textLeft: 0,
    cameLeft: isWide ? width - right : 0,
    spine: { ...spine, middle: (spine.left + spine.right) / 2 },
    rows,
  };
}

const wideRight = 138;

type RowOptions = {
  row: SpineRow;
  top: number;
  props: SpineChartProps;
  size: Size;
  spine: { left: number; right: number };
};

function wideRow({ row, top, props, size, spine }: RowOptions): SpineRowLayout {
  const { fontSize, width } = size;
  const leading = fontSize * 1.2;
  const nameLines = wrapText(row.measure, spine.left - 22, { fontSize, weight: 'bold' });
  const saidLines = said(row, props).flatMap((part) => wrapText(part, wideRight, { fontSize }));
  const lines = Math.max(nameLines.length, saidLines.length) + 1;
  const nameY = top + fontSize + 8;
  return {
    row,
    came: row.comparison ?? 'not-compared',
    top,
    nameLines,
    nameY,
    unitY: nameY + nameLines.length * leading,
    cameY: nameY,
    saidLines,
    saidX: width - wideRight,
    saidY: nameY + leading,
    spineY: tenth(top + (lines * leading + 16) / 2),
    bottom: tenth(top + lines * leading + 16),
    at: spineScale(row, spine),
  };
}

function compactRow({ row, top, props, size, spine }: RowOptions): SpineRowLayout {
  const { fontSize, width } = size;
  const words = props.words ?? englishWords;
  const leading = fontSize * 1.25;
  const came = row.comparison ?? 'not-compared';
  const saidX = cameWidth(came, words, fontSize);
  const nameLines = wrapText(row.measure, width / widestSetting, { fontSize, weight: 'bold' });
  const parts = said(row, props);
  const room = (width - saidX - (row.own.kind === 'status' ? 17 : 0)) / widestSetting;
  const joined = parts.join(' · ');
  const fits = textWidth(joined, fontSize) <= room;
  const saidLines = fits ? [joined] : parts.flatMap((part) => wrapText(part, room, { fontSize }));
  const nameY = top + fontSize + 6;
  const unitY = nameY + nameLines.length * leading;
  const saidY = unitY + leading;
  const spineY = tenth(saidY + (saidLines.length - 1) * leading + fontSize * 1.4);
  const bottom = tenth(spineY + fontSize * 1.5);
  const at = spineScale(row, spine);
  return {
    row,
    came,
    top,
    nameLines,
    nameY,
    unitY,
    cameY: saidY,
    saidLines,
    saidX,
    saidY,
    spineY,
    bottom,
    at,
  };
}

function cameWidth(came: Comparison, words: ChartWords, fontSize: number): number {
  return Math.ceil(15 + textWidth(words.comparison[came], fontSize) * widestSetting + fontSize * 0.6);
}

/** The own value, and the benchmark by name. */
function said(row: SpineRow, props: SpineChartProps): readonly string[] {
  const words = props.words ?? englishWords;
  const benchmark = `${props.benchmarkName} ${sayValue(row.benchmark, row.unit, words)}`;
  return [sayValue(row.own, row.unit, words), benchmark];
}
