import type { Trend } from './recent-trend.ts';

/** What a publisher's own flag says. */
type Flag = { readonly direction: -1 | 0 | 1; readonly judgement: 'better' | 'worse' | undefined };

/**
 * How a publisher's flag stands to ours:
 * - `agrees`: the same direction, and no other judgement; or neither of the two could calculate it;
 * - `reversed`: both are sure, of opposite directions;
 * - `differs`: anything else that both say;
 * - `nothing-published`, `not-understood`: there is no flag, or not one of the words that are known.
 */
export type FlagComparison = 'agrees' | 'reversed' | 'differs' | 'nothing-published' | 'not-understood';

/**
 * Holds a trend that was recomputed against the flag in a publisher's file, so that a difference can be told beside it.
 *
 * Rule: see `FlagComparison`. Words are read without regard to capitals: "Increasing and getting worse", "Decreasing", "No
 * significant change", "Cannot be calculated". No unit. Errors: none thrown.
 * Source: Fingertips (Office for Health Improvement and Disparities), column "Recent Trend". Found necessary by a
 * published file in which every significant trend is named in the opposite direction.
 * @example compareWithPublishedFlag(trend, 'Increasing and getting worse') // reversed, where the trend is decreasing
 */
export function compareWithPublishedFlag(
  trend: Pick<Trend, 'verdict'>,
  published: string | undefined,
): FlagComparison {
  const text = (published ?? '').trim().toLowerCase();
  if (text === '') return 'nothing-published';
  const unable = /^(cannot|could not|can not) be calculated/.test(text);
  if (unable || trend.verdict === 'cannot-be-calculated') {
    const known = unable || flagOf(text) !== undefined;
    if (!known) return 'not-understood';
    return unable && trend.verdict === 'cannot-be-calculated' ? 'agrees' : 'differs';
  }
  const flag = flagOf(text);
  if (flag === undefined) return 'not-understood';
  const own = flagOf(trend.verdict.replaceAll('-', ' ')) ?? unsure;
  if (flag.direction * own.direction === -1) return 'reversed';
  const judgedAlike = [flag.judgement, own.judgement].includes(undefined) || flag.judgement === own.judgement;
  return flag.direction === own.direction && judgedAlike ? 'agrees' : 'differs';
}

const unsure: Flag = { direction: 0, judgement: undefined };

function flagOf(text: string): Flag | undefined {
  if (/^no significant change\b/.test(text)) return unsure;
  const [, way, judged] = /^(increasing|decreasing)(?: and getting| )? ?(better|worse)?$/.exec(text) ?? [];
  if (way === undefined) return undefined;
  const judgement = judged === 'better' || judged === 'worse' ? judged : undefined;
  return { direction: way === 'increasing' ? 1 : -1, judgement };
}
