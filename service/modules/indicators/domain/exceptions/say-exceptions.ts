import { expectedByChance } from '#packages/statistics';
import type { Scorecard } from '../scorecard/scorecard.ts';
import type { ExceptionKind } from './exceptions.ts';

/** What stands above the measures of each kind. */
export const kindWords: { readonly [Kind in ExceptionKind]: string } = {
  worse: 'Surely worse than England',
  better: 'Surely better than England',
  changed: 'Changed since the last scorecard that was kept',
  overruled: 'An analyst says otherwise',
  break: 'Cannot be read beside earlier figures',
  late: 'The next figure is late',
};

/** How many "worse" chance alone would give, for somebody who has never heard of an interval. */
export function sayWorseByChance(scorecard: Scorecard): string | undefined {
  const judged = scorecard.groups
    .flatMap(({ rows }) => rows)
    .filter(({ comparison, definition }) => comparison?.compared && definition.polarity !== 'no-judgement');
  const worse = judged.filter(
    ({ comparison }) => comparison?.compared && comparison.verdict === 'worse',
  ).length;
  const chance = expectedByChance({ comparisons: judged.length, found: worse, level: 0.95 });
  if (judged.length === 0 || !chance.done) return undefined;
  const expected = Math.round(chance.value.expected);
  const measures = judged.length === 1 ? '1 measure' : `${judged.length} measures`;
  const alone = expected === 0 ? 'none or one' : expected === 1 ? 'about one' : `about ${expected}`;
  const came = worse === 0 ? 'none comes' : worse === 1 ? '1 comes' : `${worse} come`;
  return `Of ${measures} that can be compared fairly, ${came} out worse than England. Were ${scorecard.place.name} exactly like England, luck alone would still make ${alone} look worse; so one by itself proves little, and those below are the ones that luck explains least.`;
}
