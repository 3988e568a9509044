import type { Groups } from '#reference/groups.ts';
import type { GroupNaming, StepMeasure } from '#reference/ladders.ts';
import { breakdownOf, partsOf } from '../observation.ts';
import type { SideAt } from '../gap/telling.ts';

/** Where one measure tells the groups of one dimension: each group's part, and the parts that may stand for all. */
export type StepTelling = {
  readonly from: StepMeasure;
  readonly dimension: string;
  /** the first of which there is a figure stands for all children */
  readonly whole: readonly SideAt[];
  readonly groups: ReadonlyMap<string, SideAt>;
};

/** Which group an item of a table is, and what stands in the same table for all. */
type Named = { readonly group: string; readonly whole: string };

/** How the groups of a measure's table are told, by dimension; a table that tells none gives nothing. */
export function tellingsOf(
  from: StepMeasure,
  breakdowns: readonly string[],
  known: { groups: Groups; names: readonly GroupNaming[] },
): readonly StepTelling[] {
  const { measure } = from;
  const name = namer(known);
  const dimensionOf = new Map(known.groups.groups.map(({ key, dimension }) => [key, dimension]));
  const found = breakdowns.flatMap((breakdown) => {
    const named = name(breakdown);
    const dimension = named && dimensionOf.get(named.group);
    return named && dimension !== undefined ? [{ ...named, breakdown, dimension }] : [];
  });
  return [...Map.groupBy(found, ({ dimension }) => dimension)].map(([dimension, parts]) => ({
    from,
    dimension,
    whole: [...new Set([...parts.map(({ whole }) => whole), ''])].map((breakdown) => ({
      measure,
      breakdown,
    })),
    groups: new Map(parts.map(({ group, breakdown }) => [group, { measure, breakdown }])),
  }));
}

/** Names the group of a part: as ladders name it, else as the tables of outcomes do. What is not known is not guessed. */
function namer({ groups, names }: { groups: Groups; names: readonly GroupNaming[] }) {
  const neutral = new Set(groups.neutral.flatMap((parts) => Object.entries(parts).map(asText)));
  const outcomes = new Map(groups.breakdowns.map(({ parts, group }) => [breakdownOf(parts), group]));
  const steps = new Map<string, Named>();
  for (const { always, column, items } of names)
    for (const [item, group] of Object.entries(items))
      steps.set(breakdownOf({ ...always, [column]: item }), { group, whole: breakdownOf(always) });
  return (breakdown: string): Named | undefined => {
    const parts = partsOf(breakdown).map(({ name, value }): [string, string] => [name, value]);
    const told = breakdownOf(Object.fromEntries(parts.filter((part) => !neutral.has(asText(part)))));
    const group = outcomes.get(told);
    const rest = breakdownOf(Object.fromEntries(parts.filter((part) => neutral.has(asText(part)))));
    const step = steps.get(told);
    if (step) return { group: step.group, whole: step.whole === '' ? rest : step.whole };
    return group === undefined ? undefined : { group, whole: rest };
  };
}

function asText([name, value]: readonly [string, string]): string {
  return `${name}=${value}`;
}
