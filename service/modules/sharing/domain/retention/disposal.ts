import { createHash } from 'node:crypto';
import type { Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';

export type DisposalItem = {
  recordId: string;
  subject: { kind: string; id: string };
  title: string;
  triggeredOn: Day;
  dueOn: Day;
  /** why a person struck it from the list */
  kept: { because: string; byName: string } | undefined;
};

export type Approval = { personId: string; name: string; at: Date; ofVersion: number };

export type Disposal = {
  id: Id<'disposal'>;
  number: number;
  class: string;
  classTitle: string;
  ofChildren: boolean;
  ruleId: string;
  ruleWords: string;
  authority: string;
  madeOn: Day;
  state: 'waiting' | 'done' | 'turned-back';
  turnedBack: { why: string; byName: string } | undefined;
  items: readonly DisposalItem[];
  approvals: readonly Approval[];
  certificate: Certificate | undefined;
  version: number;
};

/** What proves a deletion, without a word of what was deleted. */
export type Certificate = {
  doneAt: Date;
  records: number;
  rows: number;
  files: number;
  digest: string;
};

/** How many different people have to approve a list. */
export function approvalsNeeded({ ofChildren }: Pick<Disposal, 'ofChildren'>): number {
  return ofChildren ? 2 : 1;
}

/** How many approved the list as it stands now; who approved before it changed approved another list. */
export function approvedBy({ approvals, version }: Pick<Disposal, 'approvals' | 'version'>): number {
  return new Set(approvals.filter(({ ofVersion }) => ofVersion === version).map(({ personId }) => personId))
    .size;
}

/** What goes: all on the list but what was struck from it. */
export function toGo({ items }: Pick<Disposal, 'items'>): DisposalItem[] {
  return items.filter(({ kept }) => kept === undefined);
}

/** SHA-256 over the class and the sorted ids of what was deleted, so that a certificate can be held against a backup. */
export function digestOfDeleted(recordClass: string, ids: readonly string[]): string {
  return createHash('sha256')
    .update([recordClass, ...ids.toSorted()].join('\n'))
    .digest('hex');
}
