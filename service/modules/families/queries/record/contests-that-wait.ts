import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import { isLate, waitsFor } from '../../domain/record/contest.ts';
import { childrenById } from '../../store/record/children.ts';
import { openContests } from '../../store/record/contests.ts';
import { standingsOfPerson } from '../../store/standing/standings.ts';
import { bestReach } from '../standing/reach.ts';

/** Something said against an entry that waits for whoever acts. Nothing in it says whose record it is. */
export type ContestWaiting = {
  what: 'to-answer' | 'to-see-to';
  childId: Id<'child'>;
  contestId: Id<'contest'>;
  comesAs: string;
  due: Day;
  late: boolean;
};

/** What waits to be answered by whoever acts, or to be seen to because it is late. */
export async function contestsThatWait(ctx: Ctx): Promise<ContestWaiting[]> {
  const { actor, today } = ctx;
  if (actor.kind !== 'person') return [];
  const open = await openContests(ctx);
  if (open.length === 0) return [];
  const standings = await standingsOfPerson(ctx, actor.personId);
  const children = await childrenById(ctx, [...new Set(open.map(({ childId }) => childId))]);
  const reaches = new Map<string, Awaited<ReturnType<typeof bestReach>>>();
  for (const child of children) {
    const own = standings.filter(({ childId }) => childId === child.id);
    reaches.set(child.id, await bestReach(ctx, { child, standings: own, purpose: undefined }));
  }
  return open.flatMap(({ contest, childId, authorPersonId }) => {
    const reach = reaches.get(childId);
    const what =
      reach &&
      waitsFor(contest, {
        relationship: reach.relationship,
        personId: actor.personId,
        isAuthor: authorPersonId === actor.personId,
        today,
      });
    if (!what) return [];
    const { id: contestId, comesAs, answerDueOn: due } = contest;
    return [{ what, childId, contestId, comesAs, due, late: isLate(contest, today) }];
  });
}
