import { hierarchy, totalled } from '../../table/dimension.ts';
import type { Dimension } from '../../table/dimension.ts';
import type { Cell, Table } from '../../table/table.ts';
import { withMargins } from '../../table/with-margins.ts';
import type { RuleSet } from '../../rules/rule-set.ts';
import {
  dfeChildrenInNeed,
  nhsHospitalEpisodes,
  ownCasesPartners,
  ownCasesPublic,
} from '../../rules/source-rules.ts';

/** Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32). */
export function drawn(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A random table of two, three or four ways, with all its margins or some of them left out, and rules for it. */
export function randomTable(seed: number): { table: Table; rules: RuleSet } {
  const draw = drawn(seed);
  const below = (most: number) => Math.floor(draw() * most);
  const ways = 2 + below(3);
  // sixteen smallest parts at the most, so that every filling can be tried
  const sizes = ways === 2 ? [4, 4] : ways === 3 ? [4, 2, 2] : [2, 2, 2, 2];
  const dimensions = Array.from({ length: ways }, (_, way): Dimension => {
    const size = 2 + below((sizes[way] ?? 2) - 1);
    const parts = Array.from({ length: size }, (_, index) => `${way}.${index}`);
    return draw() < 0.25 && size > 2 ? nested(way, parts) : totalled(`way ${way}`, { whole: 'all', parts });
  });
  const inner = placesOf(dimensions).map((at): Cell => ({ at, count: countFrom(draw) }));
  const full = withMargins({
    id: `table ${seed}`,
    quantity: 'people',
    kind: 'counts',
    dimensions,
    cells: inner,
    level: 'local',
  });
  const rules =
    [dfeChildrenInNeed, nhsHospitalEpisodes, ownCasesPartners, ownCasesPublic][below(4)] ?? dfeChildrenInNeed;
  const leaves = draw() < 0.3;
  const cells = full.cells.map((cell): Cell =>
    leaves && cell.at.includes('all') && draw() < 0.3 ? { ...cell, published: false } : cell,
  );
  return { table: { ...full, cells }, rules };
}

/** Every place of the smallest parts. */
export function placesOf(dimensions: readonly Dimension[]): readonly (readonly string[])[] {
  let places: readonly (readonly string[])[] = [[]];
  for (const dimension of dimensions) {
    const wholes = new Set(dimension.sums.map((sum) => sum.whole));
    const leaves = dimension.codes.filter((code) => !wholes.has(code));
    places = places.flatMap((place) => leaves.map((code) => [...place, code]));
  }
  return places;
}

/** Two of the parts make a zone, and the zone and the others make all. */
function nested(way: number, parts: readonly string[]): Dimension {
  const zone = `${way}.zone`;
  return hierarchy(`way ${way}`, [
    { whole: zone, parts: parts.slice(0, 2) },
    { whole: 'all', parts: [zone, ...parts.slice(2)] },
  ]);
}

/** Small counts mostly, as in tables about few children. */
function countFrom(draw: () => number): number {
  const kind = draw();
  if (kind < 0.15) return 0;
  if (kind < 0.5) return 1 + Math.floor(draw() * 6);
  return kind < 0.85 ? 6 + Math.floor(draw() * 20) : 20 + Math.floor(draw() * 60);
}
