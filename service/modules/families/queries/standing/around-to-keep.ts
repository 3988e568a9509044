import { peopleAndOwnFamilies, type Person } from '#modules/accounts/index.ts';
import { isFamily, mayRead, relationships, rolesOf } from '#platform/access/record-policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { PersonAround } from '../../domain/record/address.ts';
import { titleOf } from '../../domain/record/child.ts';
import { peopleAroundRows } from '../../store/record/people-around.ts';
import { reached, type Reach } from './reach.ts';
import { touched } from './touched.ts';
import { familyAround, workersAround, type WorkerAround } from './workers-around.ts';

/** What the page stands on where people are asked in, and what they may see is ended. */
export type AroundToKeep = {
  reach: Reach;
  title: string;
  workers: readonly WorkerAround[];
  family: readonly WorkerAround[];
  people: readonly PersonAround[];
  mayKeep: boolean;
  /** who could be asked in: everybody whose role can stand to a child at all */
  canCome: readonly Person[];
};

/** Who stands to a child, for those who help; undefined where it looks as though there were no such child. */
export async function aroundToKeep(ctx: Ctx, childId: string): Promise<AroundToKeep | undefined> {
  const found = await reached(ctx, childId);
  if (!found) return undefined;
  const { reach, child } = found;
  if (isFamily(reach.relationship) || !mayRead(reach.access['people-around'])) return undefined;
  touched(ctx, reach, { act: 'families.people-around-read', way: 'read' });
  const mayKeep = reach.access['people-around'] === 'write';
  const roles = relationships.flatMap((kind) => rolesOf(kind));
  return {
    reach,
    title: titleOf(child),
    workers: await workersAround(ctx, reach),
    family: await familyAround(ctx, reach),
    people: await peopleAroundRows(ctx, child.id),
    mayKeep,
    canCome: mayKeep
      ? (await peopleAndOwnFamilies(ctx)).filter((person) =>
          person.roles.some((role) => roles.includes(role)),
        )
      : [],
  };
}
