import type { NotAllowed } from '#platform/access/policy.ts';
import { safeFor } from '#platform/access/readable.ts';
import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import { idFrom, type Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { isToChangeBy, type KeptEntry, type ReadableEntry } from '../../domain/record/entry.ts';
import { checkEntry, type EntryRefusal, type EntryWords } from '../../domain/record/new-entry.ts';
import { readerOf } from '../../queries/record/reader-of.ts';
import { reached, type Reach } from '../../queries/standing/reach.ts';
import { touched } from '../../queries/standing/touched.ts';
import { addEntryRow, keepEntryRow, lockEntry } from '../../store/record/entries.ts';
import { keepViewer } from '../../store/record/viewers.ts';

export type WriteEntryRefusal = NotAllowed | EntryRefusal | { reason: 'record-missing' };

/** Writes down what somebody said, in the name of whoever writes. */
export async function writeEntry(
  ctx: Ctx,
  { childId, words }: { childId: string; words: EntryWords },
): Promise<Outcome<Id<'entry'>, WriteEntryRefusal>> {
  const found = await reached(ctx, childId);
  if (!found) return refuse({ reason: 'record-missing' });
  const { reach, child } = found;
  const checked = checkEntry(words, ctx.today);
  if (!checked.done) return checked;
  if (reach.access[checked.value.fieldGroup] !== 'write') return refuse({ reason: 'not-allowed' });
  const entry: KeptEntry = {
    ...checked.value,
    id: ctx.newId<'entry'>(),
    childId: child.id,
    authorPersonId: ctx.actor.kind === 'person' ? ctx.actor.personId : undefined,
    authorName: nameOfActor(ctx.actor),
    viewers: [],
    contests: [],
    version: 1,
  };
  await addEntryRow(ctx, entry);
  await showToWhomItIsAbout(ctx, entry);
  await note(ctx, { reach, entry, act: 'families.entry-written' });
  return done(entry.id);
}

/** What is written of a parent's health is theirs to read. */
async function showToWhomItIsAbout(ctx: Ctx, entry: KeptEntry): Promise<void> {
  if (entry.aboutPersonId === undefined) return;
  await keepViewer(ctx, entry, { personId: entry.aboutPersonId, mayRead: true, why: 'It is theirs.' });
}

export type ChangeEntryRefusal =
  | WriteEntryRefusal
  | { reason: 'entry-missing' }
  | { reason: 'changed-meanwhile'; theirs: ReadableEntry };

type Change = { childId: string; entryId: string; seen: number; words: EntryWords };

/** Changes an entry, unless somebody changed it first. Its author may, and the lead worker. */
export async function changeEntry(
  ctx: Ctx,
  { childId, entryId, seen, words }: Change,
): Promise<Outcome<ReadableEntry, ChangeEntryRefusal>> {
  const found = await reached(ctx, childId);
  const id = idFrom<'entry'>(entryId);
  if (!found) return refuse({ reason: 'record-missing' });
  const { reach, child } = found;
  const kept = id && reach.mayWrite ? await lockEntry(ctx, { childId: child.id, entryId: id }) : undefined;
  const [before] = kept ? safeFor(readerOf(ctx, reach), [kept]) : [];
  if (!before) return refuse({ reason: 'entry-missing' });
  const checked = checkEntry(words, ctx.today);
  const groups = [before.fieldGroup, ...(checked.done ? [checked.value.fieldGroup] : [])];
  if (!mayChange(ctx, { reach, entry: before }) || groups.some((group) => reach.access[group] !== 'write'))
    return refuse({ reason: 'not-allowed' });
  if (before.version !== seen) return refuse({ reason: 'changed-meanwhile', theirs: before });
  if (!checked.done) return checked;
  const entry: ReadableEntry = { ...before, ...checked.value, version: before.version + 1 };
  await keepEntryRow(ctx, entry);
  await showToWhomItIsAbout(ctx, entry);
  await note(ctx, { reach, entry, act: 'families.entry-changed' });
  return done(entry);
}

/** Whether somebody may change an entry: who wrote it, and who leads. */
export function mayChange(ctx: Ctx, { reach, entry }: { reach: Reach; entry: ReadableEntry }): boolean {
  if (reach.access[entry.fieldGroup] !== 'write' || ctx.actor.kind !== 'person') return false;
  return isToChangeBy(entry, { relationship: reach.relationship, personId: ctx.actor.personId });
}

type Noted = { reach: Reach; entry: KeptEntry; act: string };

async function note(ctx: Ctx, { reach, entry, act }: Noted): Promise<void> {
  const part = { kind: 'entry', id: entry.id };
  touched(ctx, reach, { act, way: 'written', part, values: { body: entry.body, source: entry.source } });
  await ctx.record({ type: act, subject: part, details: { version: entry.version } });
}
