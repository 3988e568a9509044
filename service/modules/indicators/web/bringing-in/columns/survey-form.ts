import { z } from 'zod';
import { optionalChoice, optionalText } from '#platform/forms/fields.ts';
import type { Posted } from '#platform/forms/fields.ts';
import { readForm, type FieldError } from '#platform/forms/read-form.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { measurePolarities } from '../../../domain/measure-facts.ts';
import { readAges } from '../../../domain/survey/question.ts';
import type { SurveySaid } from '../../../domain/survey/survey-said.ts';

type Wrong = { reason: 'not-valid'; errors: readonly FieldError[] };

const form = z.object({
  isSurvey: optionalChoice(['no', 'yes']),
  survey: optionalText(200),
  questionColumn: optionalText(400),
  questionWords: optionalText(400),
  agesColumn: optionalText(400),
  agesWords: optionalText(60),
  wave: optionalText(60),
  schools: optionalText(400),
  kindColumn: optionalText(400),
  groupColumn: optionalText(400),
  surveyValue: optionalChoice(['percent', 'count']),
  weighted: optionalChoice(['no', 'yes']),
  designEffect: optionalText(10),
  surveyPolarity: optionalChoice(measurePolarities),
});

type Read = z.output<typeof form>;

/** Reads what was said of a survey; undefined where the table is of something else. */
export function readSurvey(
  posted: Posted,
  { headers, hasBase }: { headers: readonly string[]; hasBase: boolean },
): Outcome<SurveySaid | undefined, Wrong> {
  const read = readForm(form, posted);
  if (!read.done) return refuse({ reason: 'not-valid', errors: read.refusal.errors });
  const said = read.value;
  if (said.isSurvey !== 'yes') return done(undefined);
  const errors: FieldError[] = [];
  if (!hasBase)
    errors.push({ field: 'denominator', message: 'Choose the column that says how many answered' });
  for (const field of ['questionColumn', 'agesColumn', 'schools', 'kindColumn', 'groupColumn'] as const) {
    const named = said[field];
    if (named !== undefined && !headers.includes(named))
      errors.push({ field, message: 'Choose one of the columns of this file' });
  }
  const whole = wholeOf(said, errors);
  return errors.length > 0 || !whole ? refuse({ reason: 'not-valid', errors }) : done(whole);
}

function wholeOf(said: Read, errors: FieldError[]): SurveySaid | undefined {
  const { survey, schools, surveyPolarity: polarity } = said;
  const say = (field: string, message: string): undefined => void errors.push({ field, message });
  const question = saidOrColumn(said.questionColumn, said.questionWords);
  const ages = saidOrColumn(said.agesColumn, said.agesWords);
  if (survey === undefined) say('survey', 'Enter the name of the survey');
  if (!question) say('questionWords', 'Write the question as it was asked, or choose its column');
  if (!ages || (ages.in === 'said' && !readAges(ages.words)))
    say('agesWords', 'Write which ages were asked, such as 11 to 15, or choose their column');
  if (schools === undefined)
    say('schools', 'Choose the column that says from how many schools the answers came');
  if (!polarity) say('surveyPolarity', 'Choose which way is better');
  const effect = said.designEffect === undefined ? undefined : Number(said.designEffect);
  if (effect !== undefined && !(effect >= 1 && effect <= 20))
    say('designEffect', 'Write a number of 1 or more, such as 1.4, or leave it empty');
  if ((said.kindColumn === undefined) !== (said.groupColumn === undefined))
    say('groupColumn', 'Choose both columns, or neither');
  if (survey === undefined || !question || !ages || schools === undefined || !polarity) return undefined;
  const { kindColumn: kind, groupColumn: group } = said;
  return {
    ...{ survey, question, ages, schools, polarity },
    value: said.surveyValue ?? 'percent',
    weighted: said.weighted ?? 'no',
    ...(said.wave === undefined ? {} : { wave: said.wave }),
    ...(effect === undefined ? {} : { designEffect: effect }),
    ...(kind === undefined || group === undefined ? {} : { kindOfGroup: { kind, group } }),
  };
}

function saidOrColumn(
  column: string | undefined,
  words: string | undefined,
): SurveySaid['question'] | undefined {
  if (column !== undefined) return { in: 'column', column };
  return words === undefined ? undefined : { in: 'said', words };
}

/** What was said before, as it stands in the fields. */
export function surveyFields(said: SurveySaid | undefined): Record<string, string> {
  if (!said) return {};
  const { survey, question, ages, wave = '', schools, kindOfGroup, designEffect } = said;
  return {
    ...{ isSurvey: 'yes', survey, wave, schools, surveyValue: said.value, weighted: said.weighted },
    ...(question.in === 'column' ? { questionColumn: question.column } : { questionWords: question.words }),
    ...(ages.in === 'column' ? { agesColumn: ages.column } : { agesWords: ages.words }),
    ...(kindOfGroup ? { kindColumn: kindOfGroup.kind, groupColumn: kindOfGroup.group } : {}),
    designEffect: designEffect === undefined ? '' : String(designEffect),
    surveyPolarity: said.polarity,
  };
}
