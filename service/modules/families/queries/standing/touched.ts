import type { Ctx } from '#platform/db/database.ts';
import type { Touch } from '#platform/kernel/context.ts';
import type { Reach } from './reach.ts';

type What = Pick<Touch, 'act' | 'way'> & Partial<Pick<Touch, 'part' | 'values'>>;

/** Notes what somebody did to a child's record, by what they stand to the child and for what. */
export function touched(
  ctx: Ctx,
  { childId, relationship, purpose }: Pick<Reach, 'childId' | 'relationship' | 'purpose'>,
  what: What,
): void {
  ctx.audit({ ...what, subject: { kind: 'child', id: childId }, relationship, purpose });
}
