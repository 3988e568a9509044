import type { Actor } from '#platform/kernel/context.ts';
import type { Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { ElementName } from '#platform/kernel/subject.ts';

export const findingKinds = ['inspection', 'audit', 'review', 'children'] as const;
export type FindingKind = (typeof findingKinds)[number];

export const findingStates = ['open', 'ready', 'closed'] as const;
export type FindingState = (typeof findingStates)[number];

/** What somebody from outside the work found, and what became of it. */
export type Finding = {
  id: Id<'finding'>;
  /** people name it by it: F3 */
  number: number;
  kind: FindingKind;
  title: string;
  words: string;
  foundBy: string;
  foundOn: Day;
  source: { title: string; link: string };
  element: ElementName;
  owner: { personId: Id<'person'> | undefined; name: string; organisationKey: string };
  due: Day | undefined;
  state: FindingState;
  evidence: string;
  closed: { on: Day; byName: string; words: string } | undefined;
  version: number;
};

/** Nobody closes a finding that they own: not by account, and not under the same name. */
export function mayClose({ owner }: Pick<Finding, 'owner'>, actor: Actor): boolean {
  if (actor.kind !== 'person') return false;
  const sameName = owner.name.trim().toLowerCase() === actor.name.trim().toLowerCase();
  return owner.personId !== actor.personId && !sameName;
}

/** "F3" */
export function sayFindingNumber({ number }: Pick<Finding, 'number'>): string {
  return `F${number}`;
}
