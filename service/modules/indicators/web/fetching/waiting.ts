import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { bringInFigures } from '../../domain/permissions.ts';
import { sourcesToFetch } from '../../queries/fetching/sources.ts';
import { fetchingPlaces } from './places.ts';

/** What could not be fetched, for those who can do something about it. */
export async function fetchesThatFailed(
  ctx: Ctx,
): Promise<readonly { title: string; words: string; link: string }[]> {
  if (!allowed(ctx.actor, bringInFigures)) return [];
  const failed = (await sourcesToFetch(ctx)).filter(
    ({ outcome, isPaused, isAtWork }) => outcome === 'failed' && !isPaused && !isAtWork,
  );
  const [first, ...others] = failed;
  if (!first) return [];
  if (others.length > 0)
    return [
      {
        title: `${failed.length} fetches from publishers did not work`,
        words: `${first.title} and ${others.length} more. Each says why, and is tried again by itself.`,
        link: fetchingPlaces.all,
      },
    ];
  return [
    {
      title: `Fetching “${first.title}” did not work`,
      words: first.outcomeWords ?? 'It is tried again by itself.',
      link: fetchingPlaces.one(first.id),
    },
  ];
}
