import { isFamily } from '#platform/access/record-policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { standingsOfPerson } from '../../store/standing/standings.ts';
import { childRecord, type ChildRecord } from './child-record.ts';

/** What is held about whoever acts, or about a child whose parent they are, as far as it is safe for them to read. */
export async function ownRecords(ctx: Ctx): Promise<ChildRecord[]> {
  if (ctx.actor.kind !== 'person') return [];
  const standings = await standingsOfPerson(ctx, ctx.actor.personId);
  const children = new Set(standings.filter(({ kind }) => isFamily(kind)).map(({ childId }) => childId));
  const records: ChildRecord[] = [];
  for (const childId of children) {
    const record = await childRecord(ctx, childId, 'subject-rights');
    if (record && isFamily(record.reach.relationship)) records.push(record);
  }
  return records.toSorted((a, b) => a.title.localeCompare(b.title, 'en-GB'));
}
