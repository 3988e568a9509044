import { pairClasses, whyInWords, type Explanation } from '#packages/record-linkage';

const doubted = pairClasses.indexOf('doubted');

/** Why a pair weighs what it does, in words; and why it is asked, where it looks like one child. */
export function whyPair(explanation: Explanation, classOf: number | undefined): string {
  const why = whyInWords(explanation);
  return classOf === doubted
    ? `${why} Asked because of the names: children of one birth may have them both.`
    : why;
}
