import { organisationsById, people } from '#modules/accounts/index.ts';
import { isFamily, type Relationship } from '#platform/access/record-policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { holds, inOrder, type Standing } from '../../domain/standing/standing.ts';
import { standingsRound } from '../../store/standing/standings.ts';
import type { Reach } from './reach.ts';

/** Somebody who stands to a child, by name. */
export type WorkerAround = {
  standing: Standing;
  name: string;
  job: string;
  organisation: string;
};

/** Who is seen round a child; an emergency and an answer to a request are read in the access history. */
const aroundKinds: readonly Relationship[] = [
  'lead-worker',
  'team-around',
  'supervisor',
  'setting-lead',
  'named',
];

/** Who works with the family today, whoever leads first, then by name. The family reads those who are shown to them. */
export async function workersAround(ctx: Ctx, reach: Reach): Promise<WorkerAround[]> {
  return await namedRound(ctx, reach, aroundKinds);
}

/** The child and the parents who can sign in, for whoever answers what is safe for them to read. */
export async function familyAround(ctx: Ctx, reach: Reach): Promise<WorkerAround[]> {
  return isFamily(reach.relationship) ? [] : await namedRound(ctx, reach, ['the-child', 'parent']);
}

async function namedRound(
  ctx: Ctx,
  { childId, relationship }: Reach,
  kinds: readonly Relationship[],
): Promise<WorkerAround[]> {
  const round = (await standingsRound(ctx, childId)).filter(
    (standing) =>
      kinds.includes(standing.kind) &&
      holds(standing, ctx.now) &&
      (standing.isShownToFamily || !isFamily(relationship)),
  );
  const everybody = await people(ctx);
  const bodies = await organisationsById(
    ctx,
    round.flatMap(({ organisationId }) => (organisationId === undefined ? [] : [organisationId])),
  );
  const named = round.flatMap((standing) => {
    const person = everybody.find(({ id }) => id === standing.personId);
    if (!person) return [];
    const body = bodies.find(({ id }) => id === standing.organisationId);
    return [
      { standing, name: person.name, job: person.job, organisation: body?.name ?? person.organisation },
    ];
  });
  const byName = named.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  return inOrder(byName.map((one) => ({ ...one, kind: one.standing.kind })));
}
