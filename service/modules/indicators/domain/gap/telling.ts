import type { ChildGroup, Groups } from '#reference/groups.ts';
import { breakdownOf, partsOf } from '../observation.ts';

/** Where one side of a gap is published: a measure by its id, and a part of those whom it counts ('' for everybody). */
export type SideAt = { readonly measure: string; readonly breakdown: string };

/**
 * Whom a group stands beside: others that are published themselves; the rest, worked out as all less the group where
 * both come with counts; or all children, the group among them.
 */
export type Beside =
  | { readonly kind: 'others'; readonly at: SideAt }
  | { readonly kind: 'rest'; readonly all: SideAt }
  | { readonly kind: 'all'; readonly at: SideAt };

/** One way in which a gap is published: both sides from the same hand, never one side from here and one from there. */
export type Telling = {
  readonly group: ChildGroup;
  readonly of: SideAt;
  readonly beside: Beside;
  /** all children, for the average that may hide a gap; undefined where nobody publishes it */
  readonly all: SideAt | undefined;
};

/** Every place from which the figures of a telling are read. */
export function placesOf({ of, beside, all }: Telling): readonly SideAt[] {
  const other = beside.kind === 'rest' ? beside.all : beside.at;
  return all ? [of, other, all] : [of, other];
}

/** A name for a place, for maps. */
export function placeKey({ measure, breakdown }: SideAt): string {
  return `${measure}\n${breakdown}`;
}

/** The group that a part of a table is, and the part that it stands beside; undefined where we know of none. */
export type Recognised = { group: ChildGroup; beside: string | undefined; whole: string };

/** Tells of which group a part of a table speaks. What it does not know it does not guess. */
export function recogniser(groups: Groups): (breakdown: string) => Recognised | undefined {
  const neutral = new Set(
    groups.neutral.flatMap((parts) => Object.entries(parts).map(([name, item]) => `${name}=${item}`)),
  );
  const byKey = new Map(groups.groups.map((group) => [group.key, group]));
  const rules = new Map(groups.breakdowns.map((rule) => [breakdownOf(rule.parts), rule]));
  return (breakdown) => {
    const parts = partsOf(breakdown);
    const always = asRecord(parts.filter(({ name, value }) => neutral.has(`${name}=${value}`)));
    const telling = asRecord(parts.filter(({ name, value }) => !neutral.has(`${name}=${value}`)));
    const rule = rules.get(breakdownOf(telling));
    const group = rule && byKey.get(rule.group);
    if (!group) return undefined;
    return {
      group,
      beside: rule.beside && breakdownOf({ ...always, ...rule.beside }),
      whole: breakdownOf(always),
    };
  };
}

function asRecord(parts: readonly { name: string; value: string }[]): Record<string, string> {
  return Object.fromEntries(parts.map(({ name, value }) => [name, value]));
}
