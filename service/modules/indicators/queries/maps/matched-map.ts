import { editStrategy, ownFrameworks, type FrameworkView } from '#modules/strategy/index.ts';
import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { matchMap } from '../../domain/bringing-in/match-map.ts';
import type { StrategyToTie } from '../../domain/bringing-in/match-map.ts';
import type { KeptMap, MatchedPlan } from '../../domain/bringing-in/matched-map.ts';
import { measureId } from '../../domain/measure-facts.ts';
import { measuresById } from '../../store/measures.ts';

/** A map of measures held against our strategies as they stand now, as this person sees them. */
export type MapMatched = {
  plans: readonly MatchedPlan[];
  /** those that can be chosen for a plan whose name none bears */
  strategies: readonly { slug: string; name: string }[];
  /** whether this person may say yes to it */
  mayTie: boolean;
};

export async function matchedMap(ctx: Ctx, map: KeptMap): Promise<MapMatched> {
  const strategies = (await ownFrameworks(ctx)).map(strategyToTie);
  const known = await measuresById(ctx, [...new Set(map.ties.map(({ measure }) => measureId(measure)))]);
  const titles = new Map([...known.values()].map(({ id, title }) => [id, title]));
  return {
    plans: matchMap(map, { strategies, titles }),
    strategies: strategies.filter(({ isClosed }) => !isClosed).map(({ slug, name }) => ({ slug, name })),
    mayTie: allowed(ctx.actor, editStrategy),
  };
}

function strategyToTie({ stored: { slug }, document }: FrameworkView): StrategyToTie {
  const numbered = outcomesOf(document);
  return {
    slug,
    name: document.name,
    isClosed: document.status === 'closed',
    elements: document.elements.map(({ key, label, statement }) => ({
      key,
      label,
      statement,
      number: numbered.get(key),
    })),
    measures: document.measures,
  };
}

/** The outcomes of a strategy by their place, from 1; its priorities where it names no outcome. */
function outcomesOf({ tiers, elements }: FrameworkView['document']): ReadonlyMap<string, number> {
  const ofRole = (role: string) => {
    const keys = new Set(tiers.filter((tier) => tier.role === role).map(({ key }) => key));
    return elements.filter(({ tier }) => keys.has(tier));
  };
  const outcomes = ofRole('outcome');
  const counted = outcomes.length > 0 ? outcomes : ofRole('priority');
  return new Map(counted.map(({ key }, index) => [key, index + 1]));
}
