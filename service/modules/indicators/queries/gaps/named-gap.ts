import type { Ctx } from '#platform/db/database.ts';
import { ladderGap, ladderOfGap } from '../../domain/disparity/ladder-gap.ts';
import type { MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import type { GapName } from '../../domain/gap/hypothesis.ts';
import { measureId } from '../../domain/measure-facts.ts';
import { ladderCard } from '../disparity/ladder-card.ts';
import { gapCard } from './gap-card.ts';

/** A gap that somebody can write about, under the name that its own page keeps it by. */
export type NamedGap = {
  readonly name: GapName;
  /** "Ready for school, Brackenshire: girls" */
  readonly about: string;
  /** the page that it stands on: of a measure, or of a ladder of decisions */
  readonly on: { readonly measure: MeasureDefinition } | { readonly ladder: string; readonly by: string };
};

/** The gap of a name, in an outcome or in decisions; undefined where there is none. */
export function namedGap(ctx: Ctx, gap: GapName): Promise<NamedGap | undefined> {
  const ladder = ladderOfGap(gap);
  return ladder === undefined ? ofOutcome(ctx, gap) : ofDecisions(ctx, ladder, gap);
}

async function ofOutcome(ctx: Ctx, gap: GapName): Promise<NamedGap | undefined> {
  const view = await gapCard(ctx, { id: gap.measure, areaCode: gap.areaCode, group: gap.group });
  if (!view || view.chosen?.group.key !== gap.group) return undefined;
  const { definition, place, chosen } = view;
  return {
    // under the names that the card itself is addressed by, whichever side it was asked by
    name: { ...gap, measure: measureId(definition), areaCode: place.code },
    about: `${definition.title}, ${place.name}: ${chosen.group.name}`,
    on: { measure: definition },
  };
}

async function ofDecisions(ctx: Ctx, ladder: string, gap: GapName): Promise<NamedGap | undefined> {
  const by = await dimensionOf(ctx, ladder, gap);
  if (by === undefined) return undefined;
  const card = await ladderCard(ctx, { ladder, areaCode: gap.areaCode, by, group: gap.group });
  const chosen = card?.shown?.chosen;
  if (!card || chosen?.group.key !== gap.group) return undefined;
  return {
    name: ladderGap(ladder, { group: gap.group, areaCode: card.place.code }),
    about: `${card.ladder.title}, ${card.place.name}: ${chosen.group.name}`,
    on: { ladder, by },
  };
}

/** The way of telling apart in which a group stands on a ladder here. */
async function dimensionOf(
  ctx: Ctx,
  ladder: string,
  { group, areaCode }: GapName,
): Promise<string | undefined> {
  const card = await ladderCard(ctx, { ladder, areaCode });
  for (const { key } of card?.dimensions ?? []) {
    const told = await ladderCard(ctx, { ladder, areaCode, by: key });
    if (told?.shown?.groups.some((one) => one.key === group)) return key;
  }
  return undefined;
}
