import type { Row } from '../attack/knowledge.ts';
import { wilsonLimit } from '../attack/wilson-limit.ts';
import { cellKey } from '../table/table.ts';
import type { At, Table } from '../table/table.ts';
import { figureAt } from './figures.ts';
import type { Figures } from './figures.ts';

/** A cell of one of the tables, also one that is not listed there. */
export type Place = { readonly table: string; readonly at: At };

/** Something about the figures that readers know from elsewhere. */
export type Known =
  /** a count, or ends between which it lies */
  | { readonly kind: 'count'; readonly of: Place; readonly from: number; readonly to: number }
  /** from ≤ Σ weight · count ≤ to: two releases, two geographies, anything that can be added and taken away */
  | {
      readonly kind: 'sum';
      readonly terms: readonly { readonly of: Place; readonly weight: number }[];
      readonly from: number;
      readonly to: number;
    }
  /** a share rounded to so many decimals, of a base that may itself be held back */
  | {
      readonly kind: 'share';
      readonly of: Place;
      readonly outOf: Place;
      readonly value: number;
      readonly multiplier: number;
      readonly decimals: number;
    }
  /** a Wilson limit of a share with a known base, rounded to so many decimals */
  | {
      readonly kind: 'wilson-limit';
      readonly of: Place;
      readonly base: number;
      readonly end: 'lower' | 'upper';
      readonly deviate: number;
      readonly value: number;
      readonly multiplier: number;
      readonly decimals: number;
    }
  /** anything else that grows with the count, such as a rate or its limits: the formula, and what was published */
  | {
      readonly kind: 'made-from';
      readonly of: Place;
      readonly most: number;
      readonly formula: (count: number) => number;
      readonly value: number;
      readonly decimals: number;
    }
  /** an order, such as a ranked list: no later one is larger than an earlier one */
  | { readonly kind: 'order'; readonly largestFirst: readonly Place[] };

/**
 * Adds what readers know from elsewhere. A figure that is known this way stays in doubt only as far as this leaves it.
 * Answers with the first that speaks of a table that is not here.
 */
export function addKnown(
  figures: Figures,
  tables: readonly Table[],
  known: readonly Known[],
): Known | undefined {
  for (const one of known) {
    const rows = rowsOf(figures, tables, one);
    if (!rows) return one;
    figures.rows.push(...rows);
  }
  return undefined;
}

function rowsOf(figures: Figures, tables: readonly Table[], known: Known): readonly Row[] | undefined {
  const places = placesOf(known);
  const variables = places.flatMap(({ table, at }) => {
    const found = tables.find(({ id }) => id === table);
    return found ? [figureAt(figures, cellKey(found, at))] : [];
  });
  if (variables.length < places.length) return undefined;
  const [first = 0, second = 0] = variables;
  switch (known.kind) {
    case 'count':
      return [{ variables: [first], weights: [1], lower: known.from, upper: known.to }];
    case 'sum':
      return [
        { variables, weights: known.terms.map(({ weight }) => weight), lower: known.from, upper: known.to },
      ];
    case 'share':
      return shareRows([first, second], known);
    case 'wilson-limit':
    case 'made-from':
      return [{ variables: [first], weights: [1], ...countsThatGive(known) }];
    case 'order':
      return variables.slice(1).map((later, place) => ({
        variables: [variables[place] ?? 0, later],
        weights: [1, -1],
        lower: 0,
        upper: Number.POSITIVE_INFINITY,
      }));
  }
}

function placesOf(known: Known): readonly Place[] {
  if (known.kind === 'sum') return known.terms.map(({ of }) => of);
  if (known.kind === 'order') return known.largestFirst;
  return known.kind === 'share' ? [known.of, known.outOf] : [known.of];
}

/** |m·x/n − v| ≤ half a unit of the last decimal, cleared of fractions: linear in x and n, with whole weights. */
function shareRows(variables: readonly [number, number], share: Known & { kind: 'share' }): readonly Row[] {
  const scale = 2 * 10 ** share.decimals;
  const twice = Math.round(share.value * scale);
  const top = share.multiplier * scale;
  return [
    { variables, weights: [top, -(twice - 1)], lower: 0, upper: Number.POSITIVE_INFINITY },
    { variables, weights: [-top, twice + 1], lower: 0, upper: Number.POSITIVE_INFINITY },
  ];
}

/** The least and the largest count that would have been published as this. */
function countsThatGive(known: Known & { kind: 'wilson-limit' | 'made-from' }): {
  lower: number;
  upper: number;
} {
  const formula = known.kind === 'made-from' ? known.formula : wilsonLimit(known);
  const most = known.kind === 'made-from' ? known.most : known.base;
  const within = 0.5 * 10 ** -known.decimals * (1 + 1e-9);
  let [lower, upper] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let count = 0; count <= most; count += 1) {
    if (Math.abs(formula(count) - known.value) > within) continue;
    lower = Math.min(lower, count);
    upper = count;
  }
  return { lower, upper };
}
