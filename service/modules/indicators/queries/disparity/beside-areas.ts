import type { Ladder, LadderStep } from '#reference/ladders.ts';
import { englandCode, type NeighbourSet, type Place } from '../../domain/figures/place.ts';
import { compareStep, type StepComparison } from '../../domain/disparity/compare-step.ts';
import { takenAt, type Asked } from '../../domain/disparity/ladder-comparisons.ts';
import type { LadderCounts } from '../../domain/disparity/ladder-counts.ts';
import { together } from '../../domain/disparity/over-time.ts';

/** One group at every step here, in England, and in the neighbours taken together. */
export type BesideAreas = {
  readonly neighbourSet: string | undefined;
  readonly steps: readonly {
    readonly step: LadderStep;
    readonly here: StepComparison;
    /** undefined in England itself */
    readonly england: StepComparison | undefined;
    readonly neighbours: { readonly found: StepComparison; readonly areas: number };
  }[];
};

/** Sets a group here beside the same group elsewhere, step by step, in the same year and out of the same base. */
export function besideAreas(
  ladder: Ladder,
  counts: ReadonlyMap<string, LadderCounts>,
  { asked, place, neighbours }: { asked: Asked; place: Place; neighbours: NeighbourSet | undefined },
): BesideAreas {
  const at = (code: string, step: LadderStep) => {
    const found = counts.get(code);
    return found?.steps.get(step.key)?.has(asked.year) ? takenAt(ladder, found, { step, asked }) : undefined;
  };
  const compared = (code: string, step: LadderStep): StepComparison => {
    const taken = at(code, step);
    return taken ? compareStep(taken.four, taken.how) : { known: false, why: 'not-published' };
  };
  return {
    neighbourSet: neighbours?.name,
    steps: ladder.steps
      .filter((step) => at(place.code, step))
      .map((step) => ({
        step,
        here: compared(place.code, step),
        england: place.code === englandCode ? undefined : compared(englandCode, step),
        neighbours: together(
          (neighbours?.neighbours ?? []).flatMap(({ place: each }) => at(each.code, step) ?? []),
        ),
      })),
  };
}
