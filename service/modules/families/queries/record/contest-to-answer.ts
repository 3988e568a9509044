import { safeFor } from '#platform/access/readable.ts';
import { mayRead } from '#platform/access/record-policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { mayAnswer, type Contest } from '../../domain/record/contest.ts';
import { titleOf, type Child } from '../../domain/record/child.ts';
import type { ReadableEntry } from '../../domain/record/entry.ts';
import { entriesOf } from '../../store/record/entries.ts';
import { reached, type Reach } from '../standing/reach.ts';
import { touched } from '../standing/touched.ts';
import { readerOf } from './reader-of.ts';

/** An entry that is seen differently, with what is said against it, for whoever may answer. */
export type ContestToAnswer = { reach: Reach; title: string; entry: ReadableEntry; contest: Contest };

type Asked = { childId: string; contestId: string };

/** The ground of the page on which somebody answers; undefined where it looks as though there were none. */
export async function contestToAnswer(ctx: Ctx, asked: Asked): Promise<ContestToAnswer | undefined> {
  const { actor } = ctx;
  const found = await contestReached(ctx, asked);
  if (!found || actor.kind !== 'person' || !mayRead(found.reach.access.name)) return undefined;
  const { reach, child, entry, contest } = found;
  if (!entry || !contest) return undefined;
  if (!mayAnswer(contest, { relationship: reach.relationship, personId: actor.personId })) return undefined;
  touched(ctx, reach, {
    act: 'families.entry-read',
    way: 'read',
    part: { kind: 'entry', id: entry.id },
  });
  return { reach, title: titleOf(child), entry, contest };
}

type Reached = {
  reach: Reach;
  child: Child;
  entry: ReadableEntry | undefined;
  contest: Contest | undefined;
};

/** How whoever acts reaches to what is said against an entry: only where they may read the entry itself. */
export async function contestReached(ctx: Ctx, { childId, contestId }: Asked): Promise<Reached | undefined> {
  const found = await reached(ctx, childId);
  if (!found) return undefined;
  const safe = safeFor(readerOf(ctx, found.reach), await entriesOf(ctx, found.child.id));
  const isIt = ({ id }: Contest) => id === contestId;
  const entry = safe.find(({ contests }) => contests.some(isIt));
  return { ...found, entry, contest: entry?.contests.find(isIt) };
}
