import type { Condition } from '../model/model.ts';
import { wordsOf } from '../model/proposal/recognise.ts';
import type { Explanation, Step } from './explain-pair.ts';

/** From how much a rarity adds on it is spoken of: the value is twice as rare, or as common, as values are. */
const worthSaying = 1;

/**
 * Why two records are, or are not, of one person, in words: "same forename, rarely shared; born on the same day;
 * different postcode". What speaks most strongly comes first, what speaks against after it, what is not known last.
 * No value of a record is in it.
 */
export function whyInWords(explanation: Pick<Explanation, 'steps'>): string {
  const said = explanation.steps.filter(({ level }) => level !== undefined);
  const strength = ({ weight, rarity }: Step) => weight + rarity;
  const ordered = [...said].sort((one, other) => strength(other) - strength(one));
  const unknown = explanation.steps.filter(({ level }) => level === undefined).map(nounOf);
  const parts = ordered.map((step) => `${answerInWords(step)}${rarityInWords(step)}`);
  if (unknown.length > 0) parts.push(`nothing known of ${list(unknown)}`);
  return parts.length === 0 ? 'nothing was asked' : parts.join('; ');
}

/** One comparison's answer in words. */
export function answerInWords(step: Step): string {
  const noun = nounOf(step);
  if (step.level === undefined) return `nothing known of ${noun}`;
  const birth = noun === 'date of birth';
  const when = step.level.when;
  if (when.is === 'equal' && step.answer === 0) return birth ? 'born on the same day' : `same ${noun}`;
  if (when.is === 'else') return birth ? 'born on different days' : `different ${noun}`;
  const how = inWords(when);
  return how === undefined ? `${noun}: ${step.level.label}` : `${noun} ${how}`;
}

function rarityInWords({ rarity }: Step): string {
  if (rarity >= worthSaying) return ', rarely shared';
  return rarity <= -worthSaying ? ', which many share' : '';
}

/** How close two values are, where a condition by itself says it; the level's label says it better otherwise. */
function inWords(when: Condition): string | undefined {
  switch (when.is) {
    case 'similar':
      return when.atLeast >= 0.9 ? 'hardly different' : 'alike';
    case 'edits':
      return when.atMost === 1 ? 'one slip of the pen apart' : `at most ${when.atMost} letters apart`;
    case 'days-apart':
      return `within ${spanOf(when.atMost)}`;
    case 'numbers-apart':
      return `at most ${when.atMost} apart`;
    case 'agree':
      return agreed.get(when.by);
    default:
      return undefined;
  }
}

const agreed: ReadonlyMap<string, string> = new Map([
  ['nicknames', 'a nickname of the other'],
  ['shared-surname-part', 'in part the same'],
  ['shared-forename-part', 'in part the same'],
  ['initial-of', 'an initial of the other'],
  ['day-and-month-swapped', 'with day and month swapped'],
  ['day-by-default', 'perhaps a first of the month or year put in for want of better'],
  ['year-differs', 'of another year'],
  ['sex-conflict', 'in conflict'],
]);

function spanOf(seconds: number): string {
  const days = seconds / 86_400;
  const [count, unit] =
    days >= 360 ? [days / 365.25, 'year'] : days >= 28 ? [days / 30.4375, 'month'] : [days, 'day'];
  const rounded = Math.round(count * 10) / 10;
  return rounded === 1 ? `a ${unit}` : `${rounded} ${unit}s`;
}

const nouns: readonly (readonly [RegExp, string])[] = [
  [/nhs/, 'NHS number'],
  [/\bupn\b/, 'pupil number'],
  [/fore ?name|first ?name|given ?name/, 'forename'],
  [/surname|last ?name|family ?name/, 'surname'],
  [/birth|\bdob\b/, 'date of birth'],
  [/post ?code|\bzip/, 'postcode'],
  [/e ?mail/, 'e-mail address'],
  [/phone|mobile/, 'telephone number'],
  [/sex|gender/, 'sex'],
];

/** What a comparison is about, in a word. */
function nounOf({ comparison }: Step): string {
  const words = wordsOf(comparison.name);
  return nouns.find(([pattern]) => pattern.test(words))?.[1] ?? words;
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
