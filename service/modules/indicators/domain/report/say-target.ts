import { forecastWords, targetWords, type Forecast, type ForecastRefusal } from '#packages/statistics';
import { sayDay } from '#platform/kernel/day.ts';
import { wordsOf, type WordsFor } from '#platform/kernel/outcome.ts';
import { sayInUnit, type MeasureDefinition } from '../figures/measure-definition.ts';
import type { Aim, Target } from './target.ts';

/** "22.0% or less by 31 March 2028, agreed by the board" */
export function sayTarget(target: Target, { unit, polarity }: MeasureDefinition): string {
  const side = polarity === 'low-is-good' ? ' or less' : polarity === 'high-is-good' ? ' or more' : '';
  return `${sayInUnit(target.value, unit)}${side} by ${sayDay(target.byOn)}, agreed by ${target.agreedBy}`;
}

/** How the latest figure stands to it: "Target met", "Target missed" would be too early before its day. */
export function sayNow({ now, forecast }: Aim): string {
  if (now.verdict === 'not-compared') return targetWords['not-compared'];
  const isOver = !forecast.done && forecast.refusal.reason === 'target-not-ahead';
  if (now.verdict === 'met') return isOver ? targetWords.met : 'Met already by the latest figure';
  return isOver ? targetWords.missed : 'Not met yet';
}

/** The verdict of a forecast in a word or two: "On course", "May be met", "Not on course"; "No forecast". */
export function nameForecast({ forecast }: Aim): string {
  return forecast.done ? capital(forecastWords[forecast.value.verdict]) : 'No forecast';
}

/** The whole of it in plain words, with how far it can be out; or why there is none. */
export function sayForecast(aim: Aim, definition: MeasureDefinition): string {
  const { forecast, target } = aim;
  if (!forecast.done) return sayRefusal(forecast.refusal, aim);
  const { value } = forecast;
  const { unit } = definition;
  const { lower, upper } = value.limits95;
  const expected = `If the ${value.points} figures${aim.since ? ` since ${sayDay(aim.since)}` : ''} go on as they have, ${sayInUnit(value.expected, unit)} is to be expected by then, and 95 times in 100 something between ${sayInUnit(lower, unit)} and ${sayInUnit(upper, unit)}`;
  return `${expected}: ${sayMeaning(value, sayInUnit(target.value, unit))}. A forecast is no promise: it knows nothing of what you will change.`;
}

function sayMeaning({ verdict }: Forecast, goal: string): string {
  if (verdict === 'may-be-met') return `some of that meets the target of ${goal}, and some misses it`;
  return `${verdict === 'on-course' ? 'all' : 'none'} of that meets the target of ${goal}`;
}

function sayRefusal(refusal: ForecastRefusal, aim: Aim): string {
  return `${wordsOf(refusalWords(aim), refusal)}.`;
}

function refusalWords({ since }: Aim): WordsFor<ForecastRefusal> {
  return {
    'too-few-points': ({ points, least }) =>
      `A forecast needs ${least} figures that can be joined, and there ${points === 1 ? 'is one' : `are ${points}`}${since ? ` since ${sayDay(since)}` : ''}`,
    'not-finite': () => 'The figures are too far apart for a forecast',
    'times-not-apart': () => 'Two figures end on one day, so no line can be laid through them',
    'target-not-ahead': () => 'The figures reach the day of the target: look at the figure itself',
    'no-judgement': () => 'Neither high nor low is better in this measure, so no target can be met or missed',
    'limits-not-usable': () => 'The intervals of some figures cannot be used',
    'no-scatter': () =>
      'The figures lie on one line exactly, so that nothing shows how far the next one may stray',
    'bounds-not-in-order': () => 'What this measure can be at all is not known',
  };
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
