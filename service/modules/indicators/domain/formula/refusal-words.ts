import type { WordsFor } from '#platform/kernel/outcome.ts';
import type { CheckRefusal } from './check-formula.ts';
import type { ParseRefusal } from './parse-formula.ts';

/** Why a formula cannot be used, and what would mend it. */
export const formulaWords: WordsFor<ParseRefusal | CheckRefusal> = {
  'sign-unknown': ({ text }) =>
    `“${text}” means nothing in a formula. Use letters of measures, numbers, + − × ÷ and brackets`,
  'number-unreadable': ({ text }) => `“${text}” is not a number. Write 10,000 or 0.5`,
  'quote-open': () => 'A quotation mark is open: close it after the name of the column',
  'too-long': () => 'This is longer than anybody can check. Make two measures of it',
  empty: () => 'Write the formula, such as a ÷ (a + b) per 100',
  'ends-too-early': () => 'Something is missing here: a measure’s letter, a number or a bracket',
  'not-expected': ({ text }) => `“${text}” does not fit here`,
  'bracket-open': () => 'This bracket is never closed',
  'name-unknown': ({ text }) =>
    `“${text}” is not known. A measure is one letter; the words are sum, mean, index and per`,
  'per-what': () => 'After “per” stands 1, 100, 1,000, 10,000, 100,000 or 1,000,000',
  'says-badly': ({ name }) => functionShapes[name],
  'too-deep': () => 'There are too many brackets in brackets here. Make two measures of it',
  'letter-unknown': ({ letter }) => `No measure has the letter ${letter}. Choose one above first`,
  'kind-not-known': ({ title }) =>
    `Nobody has written down what “${title}” counts, so nothing can be worked out from it`,
  'not-counted': ({ title, take }) =>
    `“${title}” has no ${take === 'count' ? 'count above the line' : 'count below the line'}: take its number`,
  'sum-of-no-count': ({ title }) =>
    `“${title}” is no count, so it cannot be added over groups. Take its count`,
  'mean-of-what': ({ title }) =>
    `A mean is of shares, rates or averages, taken as their number; “${title}” is not one here`,
  'only-numbers': () => 'There is no measure in this formula',
  'per-missing': () => 'Say for every how many: write “per 100” at the end for a percentage',
  'per-not-needed': ({ what }) => `The result is ${what} and has its unit already: leave “per …” out`,
  'part-not-used': ({ letter, title }) =>
    `${letter} (“${title}”) is not in the formula. Use it or take it out`,
  'units-differ': ({ left, right }) => `${capital(left)} and ${right} cannot be put together like this`,
  'shares-added': ({ what }) =>
    `${capital(what)} cannot be added to another: they are of different wholes. Take their counts, or write mean(a, b)`,
  'number-among-measures': ({ what }) =>
    `A plain number cannot be added to or taken from ${what}. Only 1 − a share can`,
  'cannot-multiply': ({ left, right }) => `${capital(left)} cannot be multiplied by ${right}`,
  'cannot-divide': ({ left, right }) => `${capital(left)} cannot be divided by ${right}`,
  'divides-by-nothing': () => 'This would divide by nothing',
  'total-alone': () => 'Divide this by how many it speaks of, to get a weighted mean',
};

const functionShapes = {
  sum: 'Write sum(a, "Sex"): a measure’s letter, and the name of the column with its groups',
  mean: 'Write mean(a, b): two measures or more, with commas between their letters',
  index: 'Write index(a): one measure’s letter. Its first year is 100',
} as const;

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
