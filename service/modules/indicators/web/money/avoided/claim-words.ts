import { sayYear } from '../../../domain/money/financial-year.ts';
import type { Avoided, ClaimProblem } from '../../../domain/money/cost-claim.ts';
import { sayPounds } from '../money-words.ts';

export const claimProblemWords: { readonly [Reason in ClaimProblem['reason']]: string } = {
  'not-in-order': 'Enter the three in order: the least, the most likely, the most',
  'not-a-share': 'Enter how many in a hundred, from 0 to 100',
  'below-nothing': 'Enter an amount of 0 or more',
  'year-unknown': 'Prices of this year are not known here. Enter a financial year such as 2024-25',
};

/** What the range says, in a sentence: never one number. */
export function sayAvoided({ low, high, pricesOf, verdict, costToDo }: Avoided): string {
  const range =
    low < 0
      ? `from nothing at all to ${sayPounds(high)}`
      : `between ${sayPounds(low)} and ${sayPounds(high)}`;
  const beside = {
    'more-than-it-cost': `Even the least is more than the ${sayPounds(costToDo)} that it cost`,
    'may-be': `It cost ${sayPounds(costToDo)}, which lies in that range: it may have paid for itself, and it may not`,
    'less-than-it-cost': `Even the most is less than the ${sayPounds(costToDo)} that it cost. It may be worth it for other reasons`,
  }[verdict];
  return `The cost avoided is ${range}, in the prices of ${sayYear(pricesOf)}. ${beside}.`;
}
