import { trendWords, verdictWords } from '#packages/statistics';
import { shortReasons, type JudgedComparison } from '../domain/scorecard/comparison.ts';
import type { Overruled, Sayable } from '../domain/report/overruling.ts';
import { sayOverruling } from '../domain/report/say-overruling.ts';
import { sayTrend, type JudgedTrend } from '../domain/scorecard/trend.ts';

type Look = {
  shape: string;
  tone: 'better' | 'worse' | 'similar' | 'higher' | 'not-compared';
  words: string;
};

const looks: { readonly [Each in Sayable]: Look } = {
  better: { shape: '▲', tone: 'better', words: verdictWords.better },
  worse: { shape: '▼', tone: 'worse', words: verdictWords.worse },
  similar: { shape: '●', tone: 'similar', words: verdictWords.similar },
  higher: { shape: '◆', tone: 'higher', words: verdictWords.higher },
  lower: { shape: '◆', tone: 'higher', words: verdictWords.lower },
  'not-compared': { shape: '○', tone: 'not-compared', words: 'Not comparable' },
  'increasing-better': { shape: '↗', tone: 'better', words: trendWords['increasing-better'] },
  'increasing-worse': { shape: '↗', tone: 'worse', words: trendWords['increasing-worse'] },
  'decreasing-better': { shape: '↘', tone: 'better', words: trendWords['decreasing-better'] },
  'decreasing-worse': { shape: '↘', tone: 'worse', words: trendWords['decreasing-worse'] },
  increasing: { shape: '↗', tone: 'higher', words: trendWords.increasing },
  decreasing: { shape: '↘', tone: 'higher', words: trendWords.decreasing },
  'no-significant-change': { shape: '→', tone: 'similar', words: trendWords['no-significant-change'] },
  'cannot-be-calculated': { shape: '○', tone: 'not-compared', words: trendWords['cannot-be-calculated'] },
};

/** One verdict: a word, a shape and a colour, in that order of importance; in other words where they are given. */
export function VerdictWord({ verdict, words }: { verdict: Sayable; words?: string }) {
  const { shape, tone, words: usual } = looks[verdict];
  return (
    <span class={`verdict verdict-${tone}`}>
      <span aria-hidden="true">{shape} </span>
      {words ?? usual}
    </span>
  );
}

/** What a comparison came to, or why there is none; where an analyst overruled it, their word with its reason first. */
export function VerdictWords({ comparison }: { comparison: JudgedComparison | undefined }) {
  if (!comparison) return null;
  if (comparison.overruled.standing.length > 0) return <Said overruled={comparison.overruled} />;
  if (!comparison.compared)
    return (
      <span class="uncompared" title={comparison.words}>
        Not compared: {shortReasons[comparison.reason]}
      </span>
    );
  const { verdict, note } = comparison;
  return (
    <>
      <VerdictWord verdict={verdict} />
      {note ? <span class="beneath"> {note}</span> : null}
    </>
  );
}

/** The tested trend of the last five years, or why there is none. */
export function TrendVerdict({ trend }: { trend: JudgedTrend | undefined }) {
  if (!trend) return null;
  if (trend.overruled.standing.length > 0) return <Said overruled={trend.overruled} />;
  if ('reason' in trend.came) return <span class="uncompared">{sayTrend(trend)}</span>;
  return (
    <>
      <VerdictWord verdict={trend.came.verdict} />
      {trend.years ? (
        <span class="beneath">
          {trend.years.from} to {trend.years.to}
        </span>
      ) : null}
    </>
  );
}

/** What people said in place of what was worked out: of two who disagree, both. */
function Said({ overruled: { standing } }: { overruled: Overruled }) {
  return (
    <>
      {standing.map((one) => (
        <span key={one.id} class="said">
          <VerdictWord verdict={one.said} />
          <span class="beneath" dir="auto">
            {sayOverruling(one)}
          </span>
        </span>
      ))}
    </>
  );
}
