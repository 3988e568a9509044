import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { keepOwnMeasures } from '../../domain/permissions.ts';
import { isOverdue } from '../../domain/supply/supplier.ts';
import { askedOfAnybody } from '../../queries/supply/asked-view.ts';
import { supplyPlaces } from './places.ts';

/** Figures that were given and wait to be looked at, figures that never came, and organisations that are no more. */
export async function suppliesThatWait(ctx: Ctx): Promise<{ title: string; words: string; link: string }[]> {
  if (!allowed(ctx.actor, keepOwnMeasures)) return [];
  const all = await askedOfAnybody(ctx);
  const given = all.flatMap(({ own, supplier, ask }) =>
    ask?.state === 'given'
      ? [
          {
            title: `${supplier.organisation} gave figures`,
            words: `${own.title}: look at them, and take them in.`,
            link: supplyPlaces.given(own.code, ask.id),
          },
        ]
      : [],
  );
  const overdue = all.flatMap(({ own, supplier, ask }) =>
    ask && isOverdue(ask, ctx.now)
      ? [
          {
            title: `${supplier.organisation} does not answer`,
            words: `${own.title}: three letters went unanswered. Ring them, or enter the figures yourself.`,
            link: supplyPlaces.given(own.code, ask.id),
          },
        ]
      : [],
  );
  const gone = new Map(
    all
      .filter(({ stands }) => !stands)
      .map(({ own, supplier }) => [
        supplier.id,
        {
          title: `${supplier.organisation} is no more`,
          words: `It sent figures of “${own.title}”. Say who sends them now.`,
          link: supplyPlaces.all(own.code),
        },
      ]),
  );
  return [...given, ...overdue, ...gone.values()];
}
