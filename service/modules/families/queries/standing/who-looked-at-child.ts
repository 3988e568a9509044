import { whoLooked, type WhoLooked } from '#modules/audit/index.ts';
import { isFamily, mayRead } from '#platform/access/record-policy.ts';
import { purposes } from '#platform/access/purposes.ts';
import type { Ctx } from '#platform/db/database.ts';
import { titleOf } from '../../domain/record/child.ts';
import { standingsRound } from '../../store/standing/standings.ts';
import { reached, type Reach } from './reach.ts';

export type LookedAtChild = WhoLooked & { reach: Reach; title: string };

/** Who looked at a child's record and why, for whom that part is open; undefined where it looks as though there were no such child. */
export async function whoLookedAtChild(
  ctx: Ctx,
  { childId, before }: { childId: string; before: number | undefined },
): Promise<LookedAtChild | undefined> {
  const found = await reached(ctx, childId);
  if (!found || !mayRead(found.reach.access['access-history'])) return undefined;
  const { reach, child } = found;
  const purpose = purposes.find((one) => one === reach.purpose);
  if (!purpose) return undefined;
  const keptBack = await whoIsKeptBack(ctx, reach);
  const history = await whoLooked(ctx, {
    subject: { kind: 'child', id: child.id },
    relationship: reach.relationship,
    purpose,
    withheld: ({ personId, relationship }) =>
      (personId !== null && personId !== undefined && keptBack.people.has(personId)) ||
      keptBack.relationships.includes(relationship),
    before,
  });
  return { ...history, reach, title: titleOf(child) };
}

/**
 * The family is not one reader: of a helper who is not shown to the family a look is kept back too, and a parent does not
 * read when the child or another parent looked.
 */
async function whoIsKeptBack(
  ctx: Ctx,
  { childId, relationship, standing }: Reach,
): Promise<{ people: ReadonlySet<string>; relationships: readonly string[] }> {
  if (!isFamily(relationship)) return { people: new Set(), relationships: [] };
  const round = await standingsRound(ctx, childId);
  const hidden = round.filter(
    ({ kind, personId, isShownToFamily }) =>
      !isShownToFamily || (relationship === 'parent' && kind === 'parent' && personId !== standing.personId),
  );
  return {
    people: new Set(hidden.filter(({ kind }) => kind !== 'glass').map(({ personId }) => personId)),
    relationships: relationship === 'parent' ? ['the-child'] : [],
  };
}
