import { protectRefusalWords } from '#packages/disclosure-control';
import type { Ctx } from '#platform/db/database.ts';
import type { OwnPlaces } from '../../domain/own/own-table.ts';
import { emptyPart, type ReadPart } from '../../domain/formats/table/source.ts';
import { refusedFile } from '../../domain/formats/table/read-rows.ts';
import { measureId } from '../../domain/measure-facts.ts';
import { refusedRow, type Observation, type RefusedRow } from '../../domain/observation.ts';
import { isNumber } from '../../domain/value.ts';
import { protectSurvey, type PlacedAnswer, type SafeSurvey } from '../../domain/survey/protect-survey.ts';
import { answerOf } from '../../domain/survey/survey-answers.ts';
import type { SurveySaid } from '../../domain/survey/survey-said.ts';
import { placesOfOwn, wholeAndParts } from '../../queries/own/places-of-own.ts';
import { releasesOfSurveys, type WaveToKeep } from '../../store/survey/survey-waves.ts';
import type { FindPlace } from '../bring-in/gather-figures.ts';

/** What the answers of a file are held against. */
export type SurveyGround = {
  places: OwnPlaces;
  before: Awaited<ReturnType<typeof releasesOfSurveys>>;
};

export async function surveyGround(ctx: Ctx): Promise<SurveyGround> {
  const places = await wholeAndParts(ctx, await placesOfOwn(ctx));
  return { places, before: await releasesOfSurveys(ctx) };
}

type Given = SurveyGround & { said: SurveySaid; find: FindPlace; waves: WaveToKeep[] };

/**
 * The rows of a survey's table as everybody may see them. The whole table is read first, since what may be shown of one
 * row depends on all the others; `waves` is filled with what was asked of whom.
 */
export async function* surveyParts(parts: AsyncIterable<ReadPart>, given: Given): AsyncGenerator<ReadPart> {
  const answers: PlacedAnswer[] = [];
  const refused: RefusedRow[] = [];
  const unplaced: Observation[] = [];
  for await (const part of parts) {
    for (const observation of part.observations) {
      const answer = answerOf(observation, given.said);
      if ('words' in answer) {
        refused.push(answer);
        continue;
      }
      const placed = given.find(answer.area, answer.period.end);
      if (placed.kind === 'found') answers.push({ ...answer, areaCode: placed.code });
      // whoever gathers the figures says why it has no place
      else unplaced.push({ ...observation, breakdown: answer.breakdown });
    }
    yield { ...part, observations: [] };
  }
  yield { ...emptyPart(), refused, observations: unplaced };
  const byMeasure = Map.groupBy(answers, ({ measure }) => measureId(measure));
  for (const [id, ofMeasure] of byMeasure) yield await protectedPart(id, ofMeasure, given);
}

async function protectedPart(id: string, answers: readonly PlacedAnswer[], given: Given): Promise<ReadPart> {
  const twice = saidTwice(answers);
  if (twice) return refusedFile(twice);
  const before = given.before.get(id) ?? [];
  const safe = await protectSurvey(id, answers, { ...given, before });
  if (!safe.done) return refusedFile(notSafe(protectRefusalWords(safe.refusal)));
  given.waves.push(...wavesOf(id, answers, { ...given, safe: safe.value }));
  return { ...emptyPart(), observations: [...safe.value.observations], notes: notesOf(safe.value) };
}

/** Two rows of one place, group and wave cannot both be protected; and one wave asks one question of one age band. */
function saidTwice(answers: readonly PlacedAnswer[]): RefusedRow | undefined {
  const seen = new Set<string>();
  const asked = new Map<string, string>();
  for (const { areaCode, breakdown, period, question, ages, line } of answers) {
    const key = `${areaCode}\n${breakdown}\n${period.start}`;
    if (seen.has(key)) return fileRefused('said-twice', line);
    seen.add(key);
    const words = `${question}\n${ages.from}-${ages.to}`;
    if ((asked.get(period.start) ?? words) !== words) return fileRefused('two-questions', line);
    asked.set(period.start, words);
  }
  return undefined;
}

function fileRefused(reason: keyof typeof whys, line: number): RefusedRow {
  return refusedRow({ about: 'file', line, text: '', reason, ...whys[reason] });
}

const whys = {
  'said-twice': {
    words: 'Two rows speak of the same question, place, group and wave.',
    mend: 'Leave one of them out, or name the column that tells them apart as a group.',
  },
  'two-questions': {
    words: 'One measure has two wordings, or two age bands, in one wave.',
    mend: 'Give each its own measure: answers to different questions are never put in one line.',
  },
} as const;

function notSafe(words: string): RefusedRow {
  const text = '';
  return {
    ...{ about: 'file', line: 1, text, reason: 'not-safe', words },
    mend: 'Bring in fewer groups or fewer places; what was shown before counts too.',
  };
}

function wavesOf(
  id: string,
  answers: readonly PlacedAnswer[],
  { said, places, safe }: Given & { safe: SafeSurvey },
): WaveToKeep[] {
  const byStart = Map.groupBy(answers, ({ period }) => period.start);
  return [...byStart].flatMap(([start, of], at): WaveToKeep[] => {
    const [first] = of;
    if (!first) return [];
    const shown = safe.observations.filter(({ period }) => period.start === start);
    const whole = of.find(({ breakdown, areaCode }) => breakdown === '' && areaCode === places.whole);
    const isShown = shown.some((one) => one.line === whole?.line && isNumber(one.value));
    const { question, ages, period } = first;
    return [
      {
        ...{ measure: id, start, end: period.end, survey: said.survey, question, ages },
        wave: byStart.size === 1 && said.wave !== undefined ? said.wave : period.text,
        weighted: said.weighted === 'yes',
        designEffect: said.designEffect,
        answered: isShown ? whole?.base : undefined,
        heldBack: shown.filter(({ value }) => !isNumber(value)).length,
        // what was given away is of the table as a whole; it stands with its first wave
        kept: at === 0 ? safe.kept : [],
        audit: at === 0 ? safe.audit : [],
      },
    ];
  });
}

function notesOf({ held, observations }: SafeSurvey): string[] {
  const notes = [
    `${observations.length} results of a survey are looked at: fewer than 30 answers, fewer than three schools, and whatever would give them away is held back before anybody sees it.`,
  ];
  if (held.small > 0) notes.push(`${held.small} of them are held back to protect children.`);
  if (held.sensitive > 0)
    notes.push(
      `${held.sensitive} more are held back because religion, sexuality, gender identity and disability are shown for the whole area only, and only where children aged 11 and older were asked.`,
    );
  return notes;
}
