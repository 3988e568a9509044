import type { NotAllowed } from '#platform/access/policy.ts';
import { safeFor } from '#platform/access/readable.ts';
import { isFamily } from '#platform/access/record-policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { readerOf } from '../../queries/record/reader-of.ts';
import { reached } from '../../queries/standing/reach.ts';
import { touched } from '../../queries/standing/touched.ts';
import { lockEntry } from '../../store/record/entries.ts';
import { keepViewer } from '../../store/record/viewers.ts';
import { standingsRound } from '../../store/standing/standings.ts';
import { mayChange } from './write-entry.ts';

export type AnswerForReaderRefusal =
  | NotAllowed
  | { reason: 'record-missing' }
  | { reason: 'entry-missing' }
  /** nobody reads an entry who does not stand to the child */
  | { reason: 'reader-missing' }
  /** why it is safe, or why not, where the reader is family */
  | { reason: 'why-missing' };

type Answer = { childId: string; entryId: string; personId: string; mayRead: boolean; why: string };

/** "Is it safe for them to read this?", answered for one reader of one entry. */
export async function answerForReader(
  ctx: Ctx,
  given: Answer,
): Promise<Outcome<undefined, AnswerForReaderRefusal>> {
  const found = await reached(ctx, given.childId);
  if (!found) return refuse({ reason: 'record-missing' });
  const { reach, child } = found;
  const entryId = idFrom<'entry'>(given.entryId);
  const kept = entryId && reach.mayWrite ? await lockEntry(ctx, { childId: child.id, entryId }) : undefined;
  const [entry] = kept ? safeFor(readerOf(ctx, reach), [kept]) : [];
  if (!entry) return refuse({ reason: 'entry-missing' });
  if (!mayChange(ctx, { reach, entry })) return refuse({ reason: 'not-allowed' });
  const standing = (await standingsRound(ctx, child.id)).find(({ personId }) => personId === given.personId);
  if (!standing) return refuse({ reason: 'reader-missing' });
  const why = given.why.trim();
  if (isFamily(standing.kind) && why === '') return refuse({ reason: 'why-missing' });
  await keepViewer(ctx, entry, { personId: standing.personId, mayRead: given.mayRead, why });
  touched(ctx, reach, {
    act: given.mayRead ? 'families.entry-shown' : 'families.entry-kept-from',
    way: 'written',
    part: { kind: 'entry', id: entry.id },
    values: { reader: standing.personId, why },
  });
  return done(undefined);
}
