import { verdictWords } from '#packages/statistics';
import { shortReasons, type ComparisonWithEngland, type Verdict } from '../domain/scorecard/comparison.ts';

const shapes: { readonly [Each in Verdict]: string } = {
  better: '▲',
  worse: '▼',
  similar: '●',
  higher: '◆',
  lower: '◆',
};

/** What a comparison came to: a word, a shape and a colour, in that order of importance; or why there is none. */
export function VerdictWords({ comparison }: { comparison: ComparisonWithEngland | undefined }) {
  if (!comparison) return null;
  if (!comparison.compared)
    return (
      <span class="uncompared" title={comparison.words}>
        Not compared: {shortReasons[comparison.reason]}
      </span>
    );
  const { verdict, note } = comparison;
  return (
    <>
      <span class={`verdict verdict-${verdict}`}>
        <span aria-hidden="true">{shapes[verdict]} </span>
        {verdictWords[verdict]}
      </span>
      {note ? <span class="beneath"> {note}</span> : null}
    </>
  );
}
