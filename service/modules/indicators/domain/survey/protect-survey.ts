import {
  survey as surveyRule,
  type AuditLine,
  type ProtectRefusal,
  type Release,
  type RuleSet,
} from '#packages/disclosure-control';
import { proportion, type Limits } from '#packages/statistics';
import { done, type Outcome } from '#platform/kernel/outcome.ts';
import type { OwnFigure } from '../own/own-figure.ts';
import { makeSafe, type SafeFigure } from '../own/own-release.ts';
import type { OwnMeasure } from '../own/own-measure.ts';
import type { OwnPlaces } from '../own/own-table.ts';
import { partsOf, type Observation } from '../observation.ts';
import { isNumber, noNumber } from '../value.ts';
import type { SurveyAnswer } from './survey-answers.ts';
import type { SurveySaid } from './survey-said.ts';

/** Nothing is said of fewer than so many who answered. */
const leastAnswered = 30;
/** Who may be asked of religion, sexuality, gender identity and disability, so that it is shown. */
const olderFrom = 11;

/** The rule of a survey: thirty must have answered, from three schools or more. */
const surveyRules: RuleSet = {
  ...surveyRule,
  shares: { ...surveyRule.shares, leastBase: leastAnswered },
  survey: { leastBase: leastAnswered, leastSensitiveBase: leastAnswered, leastSchools: 3 },
};

const sensitive =
  /^(?:religion|faith|belief|sexuality|sexual orientation|gender identity|trans\b.*|disab\w+)\b/i;

/** Whether a group is told by something that is only shown for the whole area and of older children. */
export function isSensitive(breakdown: string): boolean {
  return partsOf(breakdown).some(({ name }) => sensitive.test(name.trim()));
}

/** An answer with the area that it was placed in. */
export type PlacedAnswer = SurveyAnswer & { readonly areaCode: string };

/** Why figures are not shown, counted. */
export type HeldBack = {
  /** religion, sexuality, gender identity or disability of a part of the area, or of younger children */
  readonly sensitive: number;
  /** too few who answered, too few schools, or what would give those away */
  readonly small: number;
};

/** The answers to one question as everybody may see them. */
export type SafeSurvey = {
  readonly observations: readonly Observation[];
  readonly kept: readonly Release[];
  readonly audit: readonly AuditLine[];
  readonly held: HeldBack;
};

/**
 * Makes the answers to one question safe for everybody, against all that was shown of it before: the places of the
 * partnership together, since they can be added up, and every other area by itself.
 */
export async function protectSurvey(
  id: string,
  answers: readonly PlacedAnswer[],
  given: { said: SurveySaid; places: OwnPlaces; before: readonly Release[] },
): Promise<Outcome<SafeSurvey, ProtectRefusal>> {
  const { places } = given;
  const inOurs = new Set([places.whole, ...places.parts]);
  const [open, closed] = parted(answers, places);
  const byTable = Map.groupBy(open, ({ areaCode }) => (inOurs.has(areaCode) ? places.whole : areaCode));
  const all: SafeSurvey[] = [];
  for (const [whole, some] of byTable) {
    const table = whole === places.whole ? places : { whole, parts: [] };
    const made = await madeSafe(`${id}@${whole}`, some, { ...given, places: table });
    if (!made.done) return made;
    all.push(made.value);
  }
  const withheld = closed.map((answer) => observed(answer, { value: noNumber('suppressed') }));
  const observations = [...all.flatMap((each) => each.observations), ...withheld];
  const hidden = observations.filter(({ value }) => !isNumber(value)).length;
  return done({
    observations,
    kept: all.flatMap(({ kept }) => kept),
    audit: all.flatMap(({ audit }) => audit),
    held: { sensitive: closed.length, small: hidden - closed.length },
  });
}

/** What may be looked at, and what is not shown whatever its numbers are. */
function parted(
  answers: readonly PlacedAnswer[],
  { parts }: OwnPlaces,
): [readonly PlacedAnswer[], readonly PlacedAnswer[]] {
  const isClosed = ({ breakdown, areaCode, ages }: PlacedAnswer) =>
    isSensitive(breakdown) && (parts.includes(areaCode) || ages.from < olderFrom);
  return [answers.filter((answer) => !isClosed(answer)), answers.filter(isClosed)];
}

async function madeSafe(
  id: string,
  answers: readonly PlacedAnswer[],
  given: { said: SurveySaid; places: OwnPlaces; before: readonly Release[] },
): Promise<Outcome<SafeSurvey, ProtectRefusal>> {
  const own = asOwn(id);
  const figures = answers.map(asFigure);
  const { said, places, before } = given;
  const safe = await makeSafe(own, figures, { places, audience: 'public', before, rules: surveyRules });
  if (!safe.done) return safe;
  const byKey = new Map(safe.value.figures.map((figure) => [keyOf(figure), figure]));
  return done({
    observations: answers.map((answer) => safeObservation(answer, byKey.get(keyOf(answer)), said)),
    kept: safe.value.kept,
    audit: safe.value.audit,
    held: { sensitive: 0, small: 0 },
  });
}

function asOwn(code: string): OwnMeasure {
  return {
    code,
    title: code,
    counts: `those who gave the answer (${code})`,
    outOf: 'those who answered',
    kind: 'proportion',
    times: 100,
    polarity: 'no-judgement',
    rhythm: 'calendar',
    origin: 'answers',
    source: '',
    owner: '',
    version: 1,
  };
}

function asFigure({ areaCode, breakdown, period, count, base, schools }: PlacedAnswer): OwnFigure {
  // 0 says that it was not asked in schools, so no school can tell its own answers from the others'
  return { areaCode, breakdown, period, count, base, schools: schools === 0 ? undefined : schools };
}

function keyOf(of: { areaCode: string; breakdown: string; period: { start: string } }): string {
  return `${of.period.start}\n${of.areaCode}\n${of.breakdown}`;
}

function safeObservation(answer: PlacedAnswer, safe: SafeFigure | undefined, said: SurveySaid): Observation {
  const hidden = { value: noNumber('suppressed') };
  if (!safe || !isNumber(safe.value)) return observed(answer, hidden);
  const { percent, base, count } = answer;
  const simple = said.weighted === 'no' && said.designEffect === undefined;
  if (simple) return observed(answer, { value: safe.value, count, denominator: base });
  const limits = effectiveLimits(percent, { base, effect: said.designEffect });
  return observed(answer, {
    value: Math.round(percent),
    denominator: base,
    ...(limits ? { lower95: limits.lower, upper95: limits.upper } : {}),
  });
}

/**
 * Wilson's limits on the effective base: how many who answered independently would say as much. None where the
 * survey is weighted and nobody says by how much that widens what is known.
 */
export function effectiveLimits(
  percent: number,
  { base, effect }: { base: number; effect: number | undefined },
): Limits | undefined {
  if (effect === undefined || effect < 1) return undefined;
  const effective = base / effect;
  const made = proportion({ count: (percent / 100) * effective, base: effective, multiplier: 100 });
  if (!made.done) return undefined;
  const { lower, upper } = made.value.limits95;
  const shown = Math.round(percent);
  return { lower: Math.min(lower, shown), upper: Math.max(upper, shown) };
}

function observed(
  { measure, area, period, breakdown, line }: PlacedAnswer,
  numbers: Pick<Observation, 'value' | 'count' | 'denominator' | 'lower95' | 'upper95'>,
): Observation {
  return { measure, area, period, breakdown, line, ...numbers };
}
