import { sayYear } from '../../../domain/money/financial-year.ts';
import type { Avoided, ClaimProblem } from '../../../domain/money/cost-claim.ts';
import { stepOf, toStep } from '../../../domain/money/rounding.ts';
import { sayPounds } from '../money-words.ts';

export const claimProblemWords: { readonly [Reason in ClaimProblem['reason']]: string } = {
  'not-in-order': 'Enter the three in order: the least, the most likely, the most',
  'not-a-share': 'Enter how many in a hundred, from 0 to 100',
  'below-nothing': 'Enter an amount of 0 or more',
  'year-unknown': 'Prices of this year are not known here. Enter a financial year such as 2024-25',
};

/** What the range says, in a sentence: never one number. */
export function sayAvoided({ low, high, pricesOf, verdict, costToDo }: Avoided): string {
  const step = stepOf({ low, high });
  const say = (amount: number) => sayPounds(toStep(amount, step));
  const range = low < 0 ? `from nothing at all to ${say(high)}` : `between ${say(low)} and ${say(high)}`;
  const beside = {
    'more-than-it-cost': `Even the least is more than the ${sayPounds(costToDo)} that it cost`,
    'may-be': `It cost ${sayPounds(costToDo)}, which lies in that range: it may have paid for itself, and it may not`,
    'less-than-it-cost': `Even the most is less than the ${sayPounds(costToDo)} that it cost. It may be worth it for other reasons`,
  }[verdict];
  return `The cost avoided is ${range}, in the prices of ${sayYear(pricesOf)}. ${beside}.`;
}

/** To how much the pounds of a range are rounded, and that it is decided without. */
export function sayRounding({ low, high }: Avoided): string {
  const step = stepOf({ low, high });
  if (step === 1) return 'To the nearest pound.';
  return `Rounded to the nearest ${sayPounds(step)}: with a range as wide as this, more figures would say more than anybody knows. It is worked out, and held against what it cost, without rounding.`;
}
