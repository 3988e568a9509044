// A file of records asked for and approved, for tests to take or to be refused.
import type { Id } from '#platform/kernel/id.ts';
import type { TestFamilies } from '../../testing.ts';
import { beginStanding } from '../standing/begin-standing.ts';
import { standingInTest } from '../standing/testing.ts';
import { askForExport } from './ask-for-export.ts';
import { decideExport } from './decide-export.ts';

export const exportWords = {
  purpose: 'quality-review',
  reason: 'To look with the team whether mornings got better.',
  settingOrganisationId: '',
};

/** A child whom the invented supervisor supervises. */
export async function supervisedChild(
  families: TestFamilies,
  given: Parameters<TestFamilies['child']>[0] = {},
): Promise<{ childId: Id<'child'>; standingId: Id<'standing'> }> {
  const childId = await families.child(given);
  const words = standingInTest(families, 'supervisor', 'supervisor');
  const begun = await families.as('lead', (ctx) => beginStanding(ctx, { childId, words }));
  if (!begun.done) throw new Error(begun.refusal.reason);
  return { childId, standingId: begun.value };
}

/** Asked for by the supervisor. */
export async function askedInTest(families: TestFamilies): Promise<Id<'export'>> {
  const asked = await families.as('supervisor', (ctx) => askForExport(ctx, exportWords));
  if (!asked.done) throw new Error(asked.refusal.reason);
  return asked.value;
}

/** The same, with the yes of whoever looks after governance. */
export async function approvedInTest(families: TestFamilies): Promise<Id<'export'>> {
  const exportId = await askedInTest(families);
  const decided = await families.as('governance', (ctx) =>
    decideExport(ctx, { exportId, decision: 'approved', words: 'It is a fair reason.' }),
  );
  if (!decided.done) throw new Error(decided.refusal.reason);
  return exportId;
}
