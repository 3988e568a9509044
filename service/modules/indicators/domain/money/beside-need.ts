import type { CountedLine } from './shown-lines.ts';

/** How many children live in a place, as somebody wrote it down. */
export type AreaChildren = {
  readonly areaCode: string;
  readonly children: number;
  readonly ofYear: number;
  readonly source: string;
};

/** A place with what is spent there on each child, and how great the need is. */
export type BesideNeed = {
  readonly areaCode: string;
  readonly name: string;
  readonly spend: number;
  readonly lines: number;
  readonly children: number | undefined;
  /** pounds for each child; undefined where nobody wrote down how many live there, or no line is of the place */
  readonly perChild: number | undefined;
  readonly need: number | undefined;
};

/** Spend for each child beside a number of need, place by place. Only what is spent in the place itself counts there. */
export function besideNeed(given: {
  places: readonly { code: string; name: string }[];
  spend: readonly CountedLine[];
  children: ReadonlyMap<string, AreaChildren>;
  need: ReadonlyMap<string, number>;
}): readonly BesideNeed[] {
  return given.places.map(({ code, name }) => {
    const found = given.spend.filter(({ areaCode }) => areaCode === code);
    const spend = found.reduce((sum, { amount }) => sum + amount, 0);
    const children = given.children.get(code)?.children;
    return {
      areaCode: code,
      name,
      spend,
      lines: found.length,
      children,
      perChild: children === undefined || found.length === 0 ? undefined : spend / children,
      need: given.need.get(code),
    };
  });
}

/** How spend and need lie beside each other, over the places that have both. Never that one makes the other. */
export type Together =
  | { kind: 'too-few'; places: number }
  | { kind: 'told'; places: number; neediest: BesideNeed; inMedian: 'more' | 'less' | 'same'; half: number };

/** Fewer places than these say nothing together. */
const fewestPlaces = 4;

/** Whether the place with the greatest need has more or less for each child than the place in the middle. */
export function togetherOf(rows: readonly BesideNeed[], polarity: 'high-is-good' | 'low-is-good'): Together {
  const full = rows.filter(({ perChild, need }) => perChild !== undefined && need !== undefined);
  if (full.length < fewestPlaces) return { kind: 'too-few', places: full.length };
  const greater = polarity === 'low-is-good' ? 1 : -1;
  const [neediest] = full.toSorted((a, b) => greater * ((b.need ?? 0) - (a.need ?? 0)));
  if (!neediest) return { kind: 'too-few', places: 0 };
  const half = median(full.map(({ perChild }) => perChild ?? 0));
  const own = neediest.perChild ?? 0;
  // half a per cent apart is the same for a reader
  const inMedian = Math.abs(own - half) <= half * 0.005 ? 'same' : own > half ? 'more' : 'less';
  return { kind: 'told', places: full.length, neediest, inMedian, half };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
