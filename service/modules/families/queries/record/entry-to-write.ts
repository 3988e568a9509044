import { safeFor } from '#platform/access/readable.ts';
import { mayRead } from '#platform/access/record-policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { titleOf } from '../../domain/record/child.ts';
import type { ReadableEntry } from '../../domain/record/entry.ts';
import { entryById } from '../../store/record/entries.ts';
import { reached, type Reach } from '../standing/reach.ts';
import { touched } from '../standing/touched.ts';
import { familyAround, workersAround, type WorkerAround } from '../standing/workers-around.ts';
import { readerOf } from './reader-of.ts';

/** What a page about one entry stands on: the child's name, the entry where there is one, who could read it. */
export type EntryToWrite = {
  reach: Reach;
  title: string;
  entry: ReadableEntry | undefined;
  workers: readonly WorkerAround[];
  family: readonly WorkerAround[];
};

/** The ground of a page about an entry; undefined where it looks as though there were none. */
export async function entryToWrite(
  ctx: Ctx,
  given: { childId: string; entryId?: string | undefined },
): Promise<EntryToWrite | undefined> {
  const found = await reached(ctx, given.childId);
  if (!found || !mayRead(found.reach.access.name)) return undefined;
  const { reach, child } = found;
  const entryId = given.entryId === undefined ? undefined : idFrom<'entry'>(given.entryId);
  const kept = entryId && (await entryById(ctx, { childId: child.id, entryId }));
  const [entry] = kept ? safeFor(readerOf(ctx, reach), [kept]) : [];
  if (given.entryId !== undefined && !entry) return undefined;
  const part = entry && { part: { kind: 'entry', id: entry.id } };
  touched(ctx, reach, { act: entry ? 'families.entry-read' : 'families.name-read', way: 'read', ...part });
  return {
    reach,
    title: titleOf(child),
    entry,
    workers: await workersAround(ctx, reach),
    family: await familyAround(ctx, reach),
  };
}
