import { breakdownOf, partsOf, refusedRow, type Observation, type RefusedRow } from '../observation.ts';
import { isNumber } from '../value.ts';
import { readAges, type Ages } from './question.ts';
import { surveyColumns, type SurveySaid } from './survey-said.ts';

/** What one row of a survey's table says: how many of how many gave an answer, asked what, and from how many schools. */
export type SurveyAnswer = Pick<Observation, 'measure' | 'area' | 'period' | 'line'> & {
  readonly breakdown: string;
  readonly question: string;
  readonly ages: Ages;
  readonly base: number;
  readonly count: number;
  /** as the table gives it, weighted where the survey weights; undefined where it has none */
  readonly percent: number;
  readonly schools: number;
};

/** Reads what a row of a survey's table says beside any other table: the columns that name no group are taken out of it. */
export function answerOf(observation: Observation, said: SurveySaid): SurveyAnswer | RefusedRow {
  const { measure, area, period, line } = observation;
  const all = partsOf(observation.breakdown);
  const cell = (name: string) => all.find((part) => part.name === name)?.value.trim() ?? '';
  const question = said.question.in === 'said' ? said.question.words : cell(said.question.column);
  if (question === '') return wrong('no-question', { line, text: '' });
  const agesText = said.ages.in === 'said' ? said.ages.words : cell(said.ages.column);
  const ages = readAges(agesText);
  if (!ages) return wrong('no-ages', { line, text: agesText });
  const schoolsText = cell(said.schools);
  if (!/^\d{1,5}$/.test(schoolsText)) return wrong('no-schools', { line, text: schoolsText });
  const numbers = numbersOf(observation, said);
  if ('words' in numbers) return numbers;
  const breakdown = groupOf(all, said);
  return { measure, area, period, line, breakdown, question, ages, schools: Number(schoolsText), ...numbers };
}

type Numbers = Pick<SurveyAnswer, 'base' | 'count' | 'percent'>;

function numbersOf({ value, denominator, count, line }: Observation, said: SurveySaid): Numbers | RefusedRow {
  if (denominator === undefined || !Number.isInteger(denominator) || denominator < 1)
    return wrong('no-base', { line, text: String(denominator ?? '') });
  const base = denominator;
  if (!isNumber(value)) return wrong('no-answer', { line, text: '' });
  if (said.value === 'count') {
    if (!Number.isInteger(value) || value < 0 || value > base)
      return wrong('more-than-asked', { line, text: `${value} of ${base}` });
    return { base, count: value, percent: (100 * value) / base };
  }
  if (value < 0 || value > 100) return wrong('no-percent', { line, text: String(value) });
  const made = count ?? Math.round((value / 100) * base);
  if (!Number.isInteger(made) || made < 0 || made > base)
    return wrong('more-than-asked', { line, text: `${made} of ${base}` });
  // a weighted percentage is not what the count comes to, and need not be
  if (said.weighted === 'no' && count !== undefined && Math.abs((100 * count) / base - value) > 0.6)
    return wrong('percent-disagrees', { line, text: `${value}% beside ${count} of ${base}` });
  return { base, count: made, percent: value };
}

/** Who a row is about: the columns of groups, with a kind and its group made one. */
function groupOf(all: readonly { name: string; value: string }[], said: SurveySaid): string {
  const { kindOfGroup } = said;
  const taken = new Set(surveyColumns(said));
  const parts = Object.fromEntries(
    all.filter(({ name }) => !taken.has(name)).map(({ name, value }) => [name, value]),
  );
  if (kindOfGroup) {
    const kind = all.find(({ name }) => name === kindOfGroup.kind)?.value;
    const group = all.find(({ name }) => name === kindOfGroup.group)?.value;
    if (kind !== undefined && group !== undefined) parts[kind] = group;
  }
  return breakdownOf(parts);
}

type Wrong = keyof typeof whys;

function wrong(reason: Wrong, { line, text }: { line: number; text: string }): RefusedRow {
  return refusedRow({ about: 'row', line, text, reason, ...whys[reason] });
}

const whys = {
  'no-question': {
    words: 'The row does not say which question was asked.',
    mend: 'Write the wording of the question in its column.',
  },
  'no-ages': {
    words: 'The row does not say which ages were asked.',
    mend: 'Write two ages: 11 to 15.',
  },
  'no-schools': {
    words:
      'The row does not say from how many schools the answers came, so nobody can tell whether it is safe.',
    mend: 'Write the number of schools, 0 where it was not asked in schools.',
  },
  'no-base': {
    words: 'The row does not say how many answered.',
    mend: 'Write how many answered the question, unweighted, as a whole number.',
  },
  'no-answer': {
    words: 'The row has no number that says how many gave the answer.',
    mend: 'Nothing needs mending where the survey’s own tool withheld it.',
  },
  'no-percent': {
    words: 'A percentage lies between 0 and 100.',
    mend: 'Check whether the column holds a count, or a share written as 0.62.',
  },
  'more-than-asked': {
    words: 'More gave the answer than were asked, or the number is not a whole one.',
    mend: 'Check the columns of the count and the base.',
  },
  'percent-disagrees': {
    words: 'The percentage is not what the count and the base come to.',
    mend: 'Say that the survey is weighted, or check the columns.',
  },
} as const;
