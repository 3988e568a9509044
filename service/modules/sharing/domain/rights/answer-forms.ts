import { givenOf, type GatheredFact } from './answer.ts';
import { answerParts, answerRecord, type AnswerFrame, type AnswerPart } from './answer-document.ts';
import { answerPage } from './answer-page.ts';
import { digestOf } from './signed.ts';

/** An answer as a page and as a record for programs, its parts for paper, and the digest of what it was made from. */
export function answerForms(
  frame: Omit<AnswerFrame, 'next'>,
  facts: readonly GatheredFact[],
): { parts: readonly AnswerPart[]; page: string; record: string; digest: string } {
  const given = givenOf(facts);
  const whole = { ...frame, next: whatNext };
  const parts = answerParts(whole, given);
  return {
    parts,
    page: answerPage(whole, parts),
    record: answerRecord(whole, given),
    digest: digestOf(facts),
  };
}

const whatNext = [
  'If something in here is wrong, ask us to put it right. Where we do not agree, your own account stands beside it.',
  'If you think that something is missing, tell us, and a person looks again.',
  'If you are not happy with this answer, complain to us, or to the Information Commissioner: ico.org.uk, 0303 123 1113.',
];
