import type { Purpose } from '#platform/access/purposes.ts';
import { purposesOf, rolesOf } from '#platform/access/record-policy.ts';
import type { Actor } from '#platform/kernel/context.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';

export const exportDecisions = ['approved', 'refused'] as const;
export type ExportDecision = (typeof exportDecisions)[number];

/** A file of many records, from the asking to the taking. */
export type Export = {
  id: Id<'export'>;
  askedBy: Id<'person'>;
  askedByName: string;
  askedAt: Date;
  /** of one setting alone; undefined for everybody whom they may read */
  settingOrganisationId: Id<'organisation'> | undefined;
  purpose: Purpose;
  reason: string;
  /** how many records it was asked for */
  records: number;
  toldTo: readonly Id<'person'>[];
  decided: { as: ExportDecision; byName: string; at: Date; words: string } | undefined;
  /** when it was taken, and how many records were in it */
  taken: { at: Date; records: number } | undefined;
};

/** For what a file of many records can be asked. */
export const exportPurposes = [
  'supervision',
  'quality-review',
  'safeguarding',
  'direct-help',
] as const satisfies readonly Purpose[];

/** The same, as far as the way in which these roles stand to children opens it. */
export function purposesFor(actor: Actor): readonly (typeof exportPurposes)[number][] {
  const roles = actor.kind === 'person' ? actor.roles : [];
  const open = (['supervisor', 'setting-lead'] as const)
    .filter((way) => rolesOf(way).some((role) => roles.includes(role)))
    .flatMap((way) => purposesOf(way));
  return exportPurposes.filter((purpose) => open.includes(purpose));
}

/** How many files somebody may ask for in a day; one more raises an alarm. */
export const mostExportsADay = 3;
/** How many records one file holds. */
export const mostRecords = 200;
const hoursToTake = 24;
const leastReason = 20;

/** How a file stands: it waits, was refused, can be taken, was taken, or was left for too long. */
export type ExportState = 'waits' | 'refused' | 'open' | 'taken' | 'late';

export function stateOf({ decided, taken }: Pick<Export, 'decided' | 'taken'>, now: Date): ExportState {
  if (taken) return 'taken';
  if (!decided) return 'waits';
  if (decided.as === 'refused') return 'refused';
  return now < takenUntil(decided.at) ? 'open' : 'late';
}

/** Until when an approved file can be taken. */
export function takenUntil(decidedAt: Date): Date {
  return new Date(decidedAt.getTime() + hoursToTake * 3_600_000);
}

export type ExportWords = { purpose: string; reason: string; settingOrganisationId: string };

export type ExportWordsRefusal =
  | { reason: 'purpose-missing' }
  /** a few words, so that the second person can judge */
  | { reason: 'reason-missing'; least: number };

/** What is asked, as it can be kept. */
export function checkExport(
  words: ExportWords,
): Outcome<{ purpose: Purpose; reason: string }, ExportWordsRefusal> {
  const purpose = exportPurposes.find((one) => one === words.purpose);
  if (!purpose) return refuse({ reason: 'purpose-missing' });
  const reason = words.reason.trim();
  if (reason.length < leastReason) return refuse({ reason: 'reason-missing', least: leastReason });
  return done({ purpose, reason });
}
