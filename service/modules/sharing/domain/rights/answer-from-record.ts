import { z } from 'zod';
import { dayFrom } from '#platform/kernel/day.ts';
import { keepBackReasons, removeReasons } from './answer.ts';
import { answerParts, type AnswerPart } from './answer-document.ts';

const day = z.string().transform((text, { addIssue }) => {
  const read = dayFrom(text);
  if (read !== undefined) return read;
  addIssue({ code: 'custom', message: 'not a day' });
  return z.NEVER;
});

const record = z.object({
  reference: z.string(),
  from: z.string(),
  about: z.string(),
  askedOn: day,
  answeredOn: day,
  mark: z.string().default(''),
  letter: z.string().default(''),
  wouldHelp: z.string().default(''),
  facts: z.array(
    z.object({
      title: z.string(),
      words: z.string(),
      whose: z.string(),
      source: z.string(),
      on: day,
      fieldGroup: z.string(),
      takenOut: z.array(z.enum(removeReasons)),
    }),
  ),
  keptBack: z.array(z.enum(keepBackReasons)),
  next: z.array(z.string()),
});

/** An answer that left, to be read on a page: from the record that was kept of it, word for word. */
export function answerFromRecord(text: string): { aboutName: string; parts: readonly AnswerPart[] } {
  const read = record.parse(JSON.parse(text));
  const frame = {
    partnership: read.from,
    reference: read.reference,
    aboutName: read.about,
    receivedOn: read.askedOn,
    answeredOn: read.answeredOn,
    support: read.wouldHelp,
    letter: read.letter,
    next: read.next,
    mark: read.mark,
  };
  return { aboutName: read.about, parts: answerParts(frame, read) };
}
