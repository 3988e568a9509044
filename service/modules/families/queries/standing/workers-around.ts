import { organisationsById, people } from '#modules/accounts/index.ts';
import { whenItEnded } from '#modules/sharing/index.ts';
import { isFamily, needsAgreement, type Relationship } from '#platform/access/record-policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { holds, inOrder, type Standing } from '../../domain/standing/standing.ts';
import { childById } from '../../store/record/children.ts';
import { standingsRound } from '../../store/standing/standings.ts';
import { agreedFor } from './body-of.ts';
import type { Reach } from './reach.ts';

/** Somebody who stands to a child, by name. */
export type WorkerAround = {
  standing: Standing;
  name: string;
  job: string;
  organisation: string;
  /** their part rests: no agreement in date lets their body read; when it ended, where one did */
  rests: { endedOn: Day | undefined } | undefined;
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
  const resting = await whoRests(ctx, childId, round);
  const named = round.flatMap((standing) => {
    const person = everybody.find(({ id }) => id === standing.personId);
    if (!person) return [];
    const { name, job } = person;
    const body = bodies.find(({ id }) => id === standing.organisationId);
    const organisation = body?.name ?? person.organisation;
    return [{ standing, name, job, organisation, rests: resting.get(standing.id) }];
  });
  const byName = named.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  return inOrder(byName.map((one) => ({ ...one, kind: one.standing.kind })));
}

/** Whose part rests, because nothing in date lets their body read any more. */
async function whoRests(
  ctx: Ctx,
  childId: Reach['childId'],
  round: readonly Standing[],
): Promise<Map<string, { endedOn: Day | undefined }>> {
  const resting = new Map<string, { endedOn: Day | undefined }>();
  const child = await childById(ctx, childId);
  if (!child) return resting;
  for (const standing of round) {
    if (!needsAgreement(standing.kind) || (await agreedFor(ctx, child, standing)) !== 'not-agreed') continue;
    const { agreementId } = standing;
    resting.set(standing.id, {
      endedOn: agreementId === undefined ? undefined : await whenItEnded(ctx, agreementId),
    });
  }
  return resting;
}
