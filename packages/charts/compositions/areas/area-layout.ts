import type { Size } from '../../frame/drawings.tsx';
import { formatInUnit } from '../../frame/number.ts';
import type { ChartWords } from '../../frame/words.ts';
import { type Tone, tonesOf } from '../../marks/tone.ts';
import { type LinearScale, linearScale } from '../../scales/linear.ts';
import { textWidth, wrapText } from '../../scales/text-width.ts';
import type { Area, Unit } from '../../series.ts';
import { tenth } from '../../scales/tenth.ts';

/** One area's row: its name in lines, its value in words, and where they stand. */
export type AreaRow = {
  area: Area;
  tone: Tone;
  nameLines: readonly string[];
  said: string;
  top: number;
  bottom: number;
  nameY: number;
  saidY: number;
  markY: number;
};

/** Where everything in a chart of areas goes. */
export type AreaLayout = {
  height: number;
  /** Where names start: right of the golden thread's edge. */
  nameLeft: number;
  plotTop: number;
  plotBottom: number;
  /** Where lines of the scale are drawn: on a phone only beside the marks, so that they never run through text. */
  stretches: readonly (readonly [number, number])[];
  x: LinearScale;
  thickness: number;
  /** Where the words of comparisons start; undefined where no area was compared. */
  comparedLeft: number | undefined;
  /** Where values end. */
  saidRight: number;
  rows: readonly AreaRow[];
  benchmark: { x: number; label: string } | undefined;
};

/** What the places of the rows depend on; `from` says where the axis begins. */
export type AreaLayoutOptions = {
  areas: readonly Area[];
  unit: Unit;
  size: Size;
  words: ChartWords;
  from: 'zero' | 'fit';
};

const nameLeft = 12;

/** Finds the place of every row. On a phone the name and the value stand above the mark; on a desk they stand beside it. */
export function areaLayout(options: AreaLayoutOptions): AreaLayout {
  const { areas, unit, size, from } = options;
  const { fontSize } = size;
  const isWide = size.name === 'wide';
  const shown = areas.filter((area) => area.role !== 'benchmark');
  const columns = columnsOf(options, shown);
  const x = linearScale({ values: areaValues(areas), range: columns.plot, from, tickCount: isWide ? 6 : 4 });
  const plotTop = fontSize * 2.1;
  const rows = rowsOf(shown, { ...options, nameWidth: columns.name, top: plotTop + fontSize * 0.5 });
  const plotBottom = (rows.at(-1)?.bottom ?? plotTop) + fontSize * 0.25;
  const beside = rows.map((row) => [tenth(row.markY - 11), tenth(row.markY + 11)] as const);
  return {
    height: plotBottom + fontSize * 1.9,
    nameLeft,
    plotTop,
    plotBottom,
    stretches: isWide ? [[plotTop, plotBottom]] : beside,
    x,
    thickness: isWide ? 16 : 12,
    comparedLeft: columns.comparedLeft,
    saidRight: columns.saidRight,
    rows,
    benchmark: benchmarkOf(areas, x, unit),
  };
}

function rowsOf(
  shown: readonly Area[],
  options: AreaLayoutOptions & { nameWidth: number; top: number },
): readonly AreaRow[] {
  const { unit, size, words, nameWidth } = options;
  const { fontSize } = size;
  const tones = tonesOf(shown);
  let { top } = options;
  return shown.map((area) => {
    const said =
      area.value.kind === 'number' ? formatInUnit(area.value.number, unit) : words.status[area.value.status];
    const weight = area.role === 'own' ? 'bold' : 'regular';
    const nameLines = wrapText(area.name, nameWidth, { fontSize, weight });
    const placesOf = size.name === 'wide' ? wideRow : compactRow;
    const places = placesOf(top, nameLines.length, fontSize);
    const row: AreaRow = { area, tone: tones.get(area.key) ?? 'neighbour', nameLines, said, top, ...places };
    top = places.bottom;
    return row;
  });
}

function benchmarkOf(areas: readonly Area[], x: LinearScale, unit: Unit): AreaLayout['benchmark'] {
  const found = areas.find((area) => area.role === 'benchmark');
  if (found?.value.kind !== 'number') return undefined;
  return { x: x.at(found.value.number), label: `${found.name} ${formatInUnit(found.value.number, unit)}` };
}

/** Numbers and the limits beside them, of all areas and the benchmark. */
export function areaValues(areas: readonly Area[]): readonly number[] {
  return areas.flatMap(({ value, lower, upper, role }) => {
    if (value.kind === 'status') return [];
    const limits = role === 'benchmark' ? [] : [lower, upper].filter((limit) => limit !== undefined);
    return [value.number, ...limits];
  });
}

type Columns = {
  name: number;
  plot: readonly [number, number];
  saidRight: number;
  comparedLeft: number | undefined;
};

function columnsOf(options: AreaLayoutOptions, shown: readonly Area[]): Columns {
  const { unit, size, words } = options;
  const { fontSize, width } = size;
  const numbers = shown.flatMap(({ value }) =>
    value.kind === 'number' ? [formatInUnit(value.number, unit)] : [],
  );
  const compared = shown.flatMap(({ comparison }) =>
    comparison === undefined ? [] : [words.comparison[comparison]],
  );
  const comparedWidth = compared.length === 0 ? 0 : widest(compared, fontSize) + 16;
  const comparedLeft = compared.length === 0 ? undefined : Math.floor(width - comparedWidth);
  const saidRight = comparedLeft === undefined ? width : comparedLeft - 12;
  const saidWidth = widest(numbers, fontSize) * 1.12;
  if (size.name === 'compact') {
    return {
      name: saidRight - saidWidth - nameLeft - 10,
      plot: [nameLeft, width - 6],
      saidRight,
      comparedLeft,
    };
  }
  const name = Math.min(
    170,
    widest(
      shown.map((area) => area.name),
      fontSize,
    ) * 1.12,
  );
  return { name, plot: [nameLeft + name + 16, saidRight - saidWidth - 14], saidRight, comparedLeft };
}

function widest(texts: readonly string[], fontSize: number): number {
  return Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, fontSize))));
}

type RowPlaces = Pick<AreaRow, 'bottom' | 'nameY' | 'saidY' | 'markY'>;

function wideRow(top: number, lines: number, fontSize: number): RowPlaces {
  const height = Math.max(34, lines * fontSize * 1.2 + 14);
  const middle = top + height / 2;
  const baseline = middle + fontSize * 0.35;
  return {
    bottom: tenth(top + height),
    nameY: tenth(baseline - ((lines - 1) * fontSize * 1.2) / 2),
    saidY: tenth(baseline),
    markY: tenth(middle),
  };
}

function compactRow(top: number, lines: number, fontSize: number): RowPlaces {
  const textHeight = lines * fontSize * 1.2;
  const nameY = tenth(top + fontSize * 1.15);
  const markY = tenth(top + textHeight + 12);
  return { bottom: markY + 18, nameY, saidY: nameY, markY };
}
