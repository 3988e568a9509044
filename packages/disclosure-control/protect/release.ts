import type { Row } from '../attack/knowledge.ts';
import { figureAt } from './figures.ts';
import type { Figures } from './figures.ts';

/**
 * What a protected table has given away for good: plain values that can be kept as JSON beside the figures, and read
 * again when the next table comes. It holds no count that is held back; it does say which cells are held back on their
 * own account, so it is for the owner alone.
 */
export type Release = {
  readonly id: string;
  readonly shown: readonly { readonly key: string; readonly from: number; readonly to: number }[];
  readonly heldBack: readonly {
    readonly key: string;
    readonly least: number;
    /** what must stay possible; absent for cells held back for the sake of others */
    readonly range?: readonly [number, number];
  }[];
  readonly sums: readonly { readonly whole: string; readonly parts: readonly string[] }[];
};

/**
 * Adds a release to what is looked at together: what it showed cannot be taken back, and what it held back must stay so.
 * A cell that has since been revised is another figure: what was said of it, and the sums it stands in, are left out.
 * Answers with the keys of those.
 */
export function addRelease(figures: Figures, release: Release): readonly string[] {
  const revised = new Set<string>();
  for (const { key, from, to } of release.shown) {
    const truth = truthOf(figures, key);
    if (truth !== undefined && (truth < from || truth > to)) revised.add(key);
    else showForGood(figures, key, [from, to]);
  }
  for (const { key, least, range } of release.heldBack) keepHidden(figures, key, { least, range });
  for (const { whole, parts } of release.sums) {
    const keys = [whole, ...parts];
    if (keys.some((key) => revised.has(key))) continue;
    const row: Row = {
      variables: keys.map((key) => figureAt(figures, key)),
      weights: [-1, ...parts.map(() => 1)],
      lower: 0,
      upper: 0,
    };
    figures.rows.push(row);
  }
  return [...revised];
}

function truthOf(figures: Figures, key: string): number | undefined {
  return figures.all[figures.byKey.get(key) ?? -1]?.truth;
}

function showForGood(figures: Figures, key: string, [from, to]: readonly [number, number]): void {
  const figure = figures.all[figureAt(figures, key)];
  if (!figure) return;
  if (figure.standing === 'shown' && (figure.shown[0] > from || figure.shown[1] < to)) {
    // what is new says more than was said before: the new can still be held back, the old cannot
    figures.rows.push({ variables: [figureAt(figures, key)], weights: [1], lower: from, upper: to });
    return;
  }
  const [low, high] =
    figure.standing === 'hidden' || figure.standing === 'absent' ? [from, to] : figure.shown;
  figure.standing = 'fixed';
  figure.shown = [Math.max(low, from), Math.min(high, to)];
}

function keepHidden(
  figures: Figures,
  key: string,
  { least, range }: { least: number; range: readonly [number, number] | undefined },
): void {
  const figure = figures.all[figureAt(figures, key)];
  if (!figure) return;
  figure.least = Math.max(figure.least, least);
  if (figure.standing === 'absent') figure.shown = [figure.least, Number.POSITIVE_INFINITY];
  if (!range || figure.primary) return;
  figure.primary = 'held-back-before';
  figure.range = range;
  if (figure.standing === 'shown') figure.standing = 'hidden';
}
