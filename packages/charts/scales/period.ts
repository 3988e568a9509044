import { scaleLinear } from 'd3-scale';
import { textWidth } from './text-width.ts';
import { tenth } from './tenth.ts';

/** A period with its place in time. */
export type ScalePeriod = { order: number; label: string };

/** A tick of a period scale; `anchor` keeps the first and last label inside the drawing. */
export type PeriodTick = { label: string; x: number; anchor: 'start' | 'middle' | 'end' };

/** Time in periods: equal steps of `order` are equal distances, so that a period that was skipped leaves its space. */
export type PeriodScale = {
  range: readonly [number, number];
  ticks: readonly PeriodTick[];
  at(order: number): number;
};

/**
 * Makes a scale of periods with as many labels as fit: always the latest, then the earliest, then even steps back from
 * the latest.
 * @param periods in time, each once
 * @param edges how far labels may reach to the left and right
 */
export function periodScale(options: {
  periods: readonly ScalePeriod[];
  range: readonly [number, number];
  edges: readonly [number, number];
  fontSize: number;
}): PeriodScale {
  const { periods, range, edges, fontSize } = options;
  const first = periods.at(0)?.order ?? 0;
  const last = periods.at(-1)?.order ?? 0;
  const place =
    first === last
      ? (): number => range[1]
      : scaleLinear()
          .domain([first, last])
          .range([...range]);
  const at = (order: number): number => tenth(place(order));
  const boxes = periods.map((period) => boxOf({ period, x: at(period.order), edges, fontSize }));
  return { range, at, ticks: thinned(boxes, fontSize).map(({ label, x, anchor }) => ({ label, x, anchor })) };
}

type Box = PeriodTick & { left: number; right: number };

function boxOf(from: {
  period: ScalePeriod;
  x: number;
  edges: readonly [number, number];
  fontSize: number;
}): Box {
  const { period, x, edges, fontSize } = from;
  const { label } = period;
  const width = textWidth(label, fontSize);
  if (x - width / 2 < edges[0])
    return { label, x: edges[0], anchor: 'start', left: edges[0], right: edges[0] + width };
  if (x + width / 2 > edges[1])
    return { label, x: edges[1], anchor: 'end', left: edges[1] - width, right: edges[1] };
  return { label, x, anchor: 'middle', left: x - width / 2, right: x + width / 2 };
}

function thinned(boxes: readonly Box[], fontSize: number): readonly Box[] {
  const gap = fontSize * 0.8;
  const last = boxes.at(-1);
  const first = boxes[0];
  if (last === undefined || first === undefined) return [];
  for (let step = 1; step < boxes.length; step += 1) {
    const stepped = boxes.filter((_, index) => (boxes.length - 1 - index) % step === 0);
    const kept = stepped[0] === first || !clear(first, stepped[0], gap) ? stepped : [first, ...stepped];
    if (kept.every((box, index) => clear(box, kept[index + 1], gap))) return withFirst(kept, first);
  }
  return clear(first, last, gap) && first !== last ? [first, last] : [last];
}

/** The earliest period is worth more than the one that happens to stand just after it. */
function withFirst(kept: readonly Box[], first: Box): readonly Box[] {
  return kept[0] === first || kept.length < 2 ? kept : [first, ...kept.slice(1)];
}

function clear(left: Box, right: Box | undefined, gap: number): boolean {
  return right === undefined || left.right + gap <= right.left;
}
