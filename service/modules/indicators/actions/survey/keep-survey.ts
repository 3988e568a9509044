import type { Ctx } from '#platform/db/database.ts';
import { factsFromName, measureId, measureOfId, type MeasureFacts } from '../../domain/measure-facts.ts';
import type { PublishedMeasure } from '../../domain/observation.ts';
import { breaksOfWaves } from '../../domain/survey/question.ts';
import type { SurveySaid } from '../../domain/survey/survey-said.ts';
import { keepMeasures, measuresById } from '../../store/measures.ts';
import { keepWaves, visibleWaves, type WaveToKeep } from '../../store/survey/survey-waves.ts';

/** The topic under which surveys stand in the catalogue. */
const surveyTopic = 'survey';

/** What the catalogue is to say of a question that it does not know. */
function factsOfSurvey(
  said: SurveySaid,
  given: { measure: PublishedMeasure; described: MeasureFacts | undefined },
): MeasureFacts {
  const facts = given.described ?? factsFromName(given.measure);
  const limits = limitsSaid(said);
  return {
    ...facts,
    unit: '%',
    kind: 'proportion',
    polarity: said.polarity,
    decimals: 0,
    topic: surveyTopic,
    publication: facts.publication === '' ? said.survey : facts.publication,
    ...(limits === undefined ? {} : { limitsSaid: limits }),
  };
}

function limitsSaid({ weighted, designEffect }: SurveySaid): string | undefined {
  if (designEffect === undefined) return undefined;
  const how = weighted === 'yes' ? 'weighted answers, ' : '';
  return `Wilson 95% on the effective base (${how}design effect ${designEffect})`;
}

/** The facts of every question of a file that only surveys know, by id. */
export function describedBySurvey(
  said: SurveySaid,
  measures: Iterable<PublishedMeasure>,
  described: ReadonlyMap<string, MeasureFacts>,
): ReadonlyMap<string, MeasureFacts> {
  return new Map(
    [...measures].flatMap((measure) => {
      const id = measureId(measure);
      return measure.source === 'other'
        ? [[id, factsOfSurvey(said, { measure, described: described.get(id) })] as const]
        : [];
    }),
  );
}

/**
 * Writes down what was asked of whom, and where waves of a question must not be joined. Before the batch is visible its
 * waves cannot be seen, so this comes after.
 */
export async function keepSurvey(
  ctx: Ctx,
  given: { batchKey: number; waves: readonly WaveToKeep[]; said: SurveySaid },
): Promise<void> {
  await keepWaves(ctx, given.batchKey, given.waves);
  const ids = [...new Set(given.waves.map(({ measure }) => measure))];
  const known = await measuresById(ctx, ids);
  for (const id of ids) {
    const stored = known.get(id);
    if (!stored || stored.isCatalogued || measureOfId(id)?.source !== 'other') continue;
    const { id: _, isCatalogued: __, limitsSaid: ___, ...facts } = stored;
    const limits = limitsSaid(given.said);
    const breaks = breaksOfWaves(await visibleWaves(ctx, id));
    await keepMeasures(ctx, [{ ...facts, breaks, ...(limits === undefined ? {} : { limitsSaid: limits }) }]);
  }
}
