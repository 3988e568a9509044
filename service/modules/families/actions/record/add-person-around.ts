import type { NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { PersonAround } from '../../domain/record/address.ts';
import { reached } from '../../queries/standing/reach.ts';
import { touched } from '../../queries/standing/touched.ts';
import { addPersonAroundRow } from '../../store/record/people-around.ts';

export type PersonAroundWords = Pick<PersonAround, 'name' | 'alsoCalled' | 'tie' | 'personId'>;

export type AddPersonAroundRefusal =
  | NotAllowed
  | { reason: 'record-missing' }
  | { reason: 'name-missing' }
  | { reason: 'tie-missing' };

/** Names somebody who is there for a child, or is family. */
export async function addPersonAround(
  ctx: Ctx,
  { childId, words }: { childId: string; words: PersonAroundWords },
): Promise<Outcome<Id<'person-around'>, AddPersonAroundRefusal>> {
  const found = await reached(ctx, childId);
  if (!found) return refuse({ reason: 'record-missing' });
  const { reach, child } = found;
  if (reach.access['people-around'] !== 'write') return refuse({ reason: 'not-allowed' });
  const [name, tie] = [words.name.trim(), words.tie.trim()];
  if (name === '') return refuse({ reason: 'name-missing' });
  if (tie === '') return refuse({ reason: 'tie-missing' });
  const id = ctx.newId<'person-around'>();
  const alsoCalled = words.alsoCalled.trim();
  const { personId } = words;
  await addPersonAroundRow(ctx, { id, childId: child.id, name, alsoCalled, tie, personId, version: 1 });
  touched(ctx, reach, {
    act: 'families.person-around-written',
    way: 'written',
    part: { kind: 'person-around', id },
    values: { name },
  });
  return done(id);
}
