import { compareDays, type Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';

/** Why a protected record is opened by somebody who does not stand to the child. */
export const glassCategories = ['danger-now', 'missing', 'urgent-health', 'lead-unreachable'] as const;
export type GlassCategory = (typeof glassCategories)[number];

export const glassFindings = ['right', 'not-right'] as const;
export type GlassFinding = (typeof glassFindings)[number];

/** One opening: by whom, why, until when, who was told, and what somebody else found. */
export type Glass = {
  id: Id<'glass'>;
  childId: Id<'child'>;
  standingId: Id<'standing'>;
  personId: Id<'person'>;
  personName: string;
  category: GlassCategory;
  reason: string;
  openedAt: Date;
  until: Date;
  endedAt: Date | undefined;
  toldTo: readonly Id<'person'>[];
  reviewDueOn: Day;
  review: { byName: string; at: Date; finding: GlassFinding; words: string } | undefined;
};

const mostGlassHours = 3;
export const workingDaysToReview = 2;
const leastReason = 20;

export type GlassRefusal =
  /** whoever opens it shows first that it is them */
  | { reason: 'proof-missing' }
  /** a few words, so that somebody else can judge */
  | { reason: 'reason-missing'; least: number }
  | { reason: 'category-missing' };

type Opening = { category: GlassCategory | undefined; reason: string; hasProof: boolean };

/** Whether the proof is fresh and the reason is one. */
export function checkOpening(
  given: Opening,
): Outcome<{ category: GlassCategory; reason: string }, GlassRefusal> {
  if (!given.hasProof) return refuse({ reason: 'proof-missing' });
  const { category } = given;
  if (category === undefined) return refuse({ reason: 'category-missing' });
  const reason = given.reason.trim();
  if (reason.length < leastReason) return refuse({ reason: 'reason-missing', least: leastReason });
  return done({ category, reason });
}

/** When an opening ends by itself. */
export function glassUntil(openedAt: Date): Date {
  return new Date(openedAt.getTime() + mostGlassHours * 3_600_000);
}

/** Whether somebody still reads through it. */
export function isOpen({ openedAt, until, endedAt }: Glass, at: Date): boolean {
  return endedAt === undefined && openedAt <= at && at < until;
}

/** Whether it should have been looked at by now. */
export function isOverdue({ review, reviewDueOn }: Glass, today: Day): boolean {
  return review === undefined && compareDays(reviewDueOn, today) < 0;
}
