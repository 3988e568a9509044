import { ownFrameworks } from '#modules/strategy/index.ts';
import type { Ctx } from '#platform/db/database.ts';

const roles = new Set(['principle', 'outcome']);

/** What a workshop can be about: the principles and outcomes of the partnership's own strategies, as `slug/key`. */
export async function themes(ctx: Ctx): Promise<{ value: string; text: string }[]> {
  return (await ownFrameworks(ctx)).flatMap(({ document }) => {
    const tiers = new Set<string>(document.tiers.filter(({ role }) => roles.has(role)).map(({ key }) => key));
    return document.elements
      .filter(({ tier }) => tiers.has(tier))
      .map(({ key, label }) => ({ value: `${document.slug}/${key}`, text: label }));
  });
}
