import type { Ctx } from '#platform/db/database.ts';
import { englandCode } from '../../domain/figures/place.ts';
import type { GapAt } from '../../domain/gap/gap-at.ts';
import { namesOf, sayGap, sayGapSure } from '../../domain/gap/say-gap.ts';
import { visibleWaves, type SurveyWave } from '../../store/survey/survey-waves.ts';
import { figuresGround } from '../figures-ground.ts';
import { gapCard } from '../gaps/gap-card.ts';
import { measureView, type MeasureView } from '../report/measure-view.ts';

export type { SurveyWave };

/** The children whom strategies fear for first where fun is asked about: disabled, poor, in the countryside. */
const groupsLookedAt = ['disabled', 'low-income', 'rural'] as const;

/** How one group of children is beside the others, in words; or why nothing is known. */
export type GapTold = {
  readonly group: string;
  readonly name: string;
  readonly words: string;
  readonly sure: string | undefined;
  readonly isKnown: boolean;
};

/** One question with its newest answers here, and the gaps in them. */
export type SurveyQuestion = {
  readonly view: MeasureView;
  /** oldest first */
  readonly waves: readonly SurveyWave[];
  readonly gaps: readonly GapTold[];
};

/** Everything that children and parents were asked, for our area (or another): each question with its gaps. */
export async function surveysView(
  ctx: Ctx,
  areaCode: string | undefined,
): Promise<{ place: string; questions: readonly SurveyQuestion[] }> {
  const ground = await figuresGround(ctx);
  const code = areaCode ?? ground.home;
  const place = ground.atlas.place(code ?? englandCode)?.name ?? '';
  const byMeasure = Map.groupBy(await visibleWaves(ctx), ({ measure }) => measure);
  const questions: SurveyQuestion[] = [];
  for (const [id, waves] of byMeasure) {
    const view = await measureView(ctx, { id, areaCode: code, neighbourSet: undefined });
    if (view) questions.push({ view, waves, gaps: await gapsTold(ctx, id, code) });
  }
  // those of which it is known whether they are the same for every child come first
  const known = ({ gaps }: SurveyQuestion) => gaps.filter(({ isKnown }) => isKnown).length;
  return { place, questions: questions.toSorted((a, b) => known(b) - known(a)) };
}

async function gapsTold(ctx: Ctx, id: string, areaCode: string | undefined): Promise<readonly GapTold[]> {
  const told: GapTold[] = [];
  for (const group of groupsLookedAt) {
    const card = await gapCard(ctx, { id, areaCode, group });
    const found = card?.chosen?.group.key === group ? card : undefined;
    const point = found?.card?.point;
    if (found?.chosen && point) told.push(gapOf(group, { ...found, point, chosen: found.chosen }));
    else told.push({ group, name: lookedAtNames[group], words: notAsked, sure: undefined, isKnown: false });
  }
  return told;
}

type Found = {
  point: GapAt;
  chosen: NonNullable<Awaited<ReturnType<typeof gapCard>>>['chosen'];
  definition: MeasureView['definition'];
};

function gapOf(group: (typeof groupsLookedAt)[number], { point, chosen, definition }: Found): GapTold {
  const name = lookedAtNames[group];
  if (!chosen) return { group, name, words: notAsked, sure: undefined, isKnown: false };
  return {
    ...{ group, name, isKnown: point.known },
    words: sayGap(point, namesOf(chosen.series.telling), definition),
    sure: point.known ? sayGapSure(point.gap) : undefined,
  };
}

const notAsked = 'Not known: the answers were not told for them.';

const lookedAtNames: { readonly [Group in (typeof groupsLookedAt)[number]]: string } = {
  disabled: 'Disabled children',
  'low-income': 'Children of families with a low income',
  rural: 'Children in the countryside',
};

/** The waves in which a measure's question was asked, oldest first; none where it is no survey's. */
export function wavesOfMeasure(ctx: Ctx, id: string): Promise<SurveyWave[]> {
  return id.startsWith('other:') ? visibleWaves(ctx, id) : Promise.resolve([]);
}
