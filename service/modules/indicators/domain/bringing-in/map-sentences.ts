import type { LineState, MatchedPlan } from './matched-map.ts';

/** How many lines of a map came to what. */
export function tallyOfMap(plans: readonly MatchedPlan[]): { readonly [State in LineState]: number } {
  const tally = {
    'to-tie': 0,
    stands: 0,
    'no-strategy': 0,
    'no-outcome': 0,
    'no-measure': 0,
    'no-role': 0,
  };
  for (const { state } of plans.flatMap(({ lines }) => lines)) tally[state] += 1;
  return tally;
}

/** A map in sentences, for whoever reads it as text: plan by plan, then what is not tied, by line. */
export function sayMap(plans: readonly MatchedPlan[], tense: 'would' | 'did'): string[] {
  return plans.flatMap((plan) => [sayPlan(plan, tense), ...sayNotTied(plan), ...sayUnanswered(plan)]);
}

function sayPlan(plan: MatchedPlan, tense: 'would' | 'did'): string {
  const tally = tallyOfMap([plan]);
  if (!plan.strategy || plan.why !== '')
    return `${plan.why} ${ties(plan.lines.length)} of it ${plan.lines.length === 1 ? 'is' : 'are'} left out. Handed in in the browser, it can be given the strategy that is meant.`;
  const become = tense === 'would' ? 'would be tied' : tally['to-tie'] === 1 ? 'was tied' : 'were tied';
  const stand = tally.stands === 0 ? '' : `, ${tally.stands} stood already`;
  return `“${plan.strategy.name}”: ${ties(tally['to-tie'])} ${become}${stand}.`;
}

function ties(count: number): string {
  return count === 1 ? '1 measure' : `${count} measures`;
}

const notTied: { readonly [State in LineState]?: string } = {
  'no-outcome': 'no such outcome here',
  'no-measure': 'measure not known in the catalogue',
  'no-role': 'no such way to answer',
};

const mostSaid = 30;

function sayNotTied({ lines }: MatchedPlan): string[] {
  const said = lines.flatMap(({ line, outcome, outcomeNumber, measure, state, why }) => {
    const what = notTied[state];
    return what === undefined
      ? []
      : [
          `Line ${line}: ${measure.code} for “${outcome || `outcome ${outcomeNumber}`}” is left out: ${what}. ${why}`,
        ];
  });
  return said.length > mostSaid
    ? [...said.slice(0, mostSaid), `And ${said.length - mostSaid} more lines are left out.`]
    : said;
}

function sayUnanswered({ plan, unanswered }: MatchedPlan): string[] {
  if (unanswered.length === 0) return [];
  const named = unanswered.map(({ outcome, outcomeNumber }) => outcome || `outcome ${outcomeNumber}`);
  return [`Nothing published answers, in “${plan}”: ${named.join('; ')}.`];
}
