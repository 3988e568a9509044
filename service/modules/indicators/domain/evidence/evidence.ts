import { z } from 'zod';
import type { Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Audience } from '../audience.ts';
import type { EvidenceSubject } from './about.ts';
import { privateWords, type PrivateFound } from './private-words.ts';

/** What a closer look found: a qualitative audit of real work. */
export const findingShape = z.object({
  kind: z.literal('finding'),
  title: z.string(),
  /** what was looked at, and how many of it */
  lookedAt: z.string(),
  howMany: z.number().int(),
  byWhom: z.string(),
  method: z.string(),
  strong: z.string(),
  mustGetBetter: z.string(),
  link: z.string(),
});

/** What people said when they were asked. */
export const voiceShape = z.object({
  kind: z.literal('voice'),
  title: z.string(),
  whoWasAsked: z.string(),
  asked: z.number().int(),
  answered: z.number().int(),
  way: z.string(),
  said: z.string(),
  /** word for word and short; '' where nobody agreed to it */
  quote: z.string(),
  link: z.string(),
});

export const saidShape = z.discriminatedUnion('kind', [findingShape, voiceShape]);

export type FindingSaid = z.infer<typeof findingShape>;
export type VoiceSaid = z.infer<typeof voiceShape>;
export type EvidenceSaid = FindingSaid | VoiceSaid;

/** A finding or a voice as it is written: about what, when, for whom. */
export type EvidenceWords<Said extends EvidenceSaid = EvidenceSaid> = {
  readonly subject: EvidenceSubject;
  readonly said: Said;
  readonly day: Day;
  readonly audience: Audience;
};

export type Evidence<Said extends EvidenceSaid = EvidenceSaid> = EvidenceWords<Said> & {
  readonly id: Id<'evidence'>;
  readonly version: number;
  readonly changedAt: Date;
  readonly changedByName: string;
};

export type EvidenceField = Exclude<keyof FindingSaid | keyof VoiceSaid, 'kind'> | 'quoteAgreed' | 'day';

export type EvidenceProblem =
  | { reason: 'could-tell-who'; field: EvidenceField; found: PrivateFound }
  | { reason: 'more-answers-than-asked'; field: EvidenceField }
  | { reason: 'quote-without-permission'; field: EvidenceField }
  | { reason: 'not-an-address'; field: EvidenceField }
  | { reason: 'in-the-future'; field: EvidenceField }
  | { reason: 'neither-strong-nor-weak'; field: EvidenceField };

export type EvidenceRefusal = { reason: 'evidence-wrong'; problems: readonly EvidenceProblem[] };

/** Whether words can be kept: nothing in them tells who a child is, and a quote stands only with permission. */
export function checkEvidence<Said extends EvidenceSaid>(
  words: EvidenceWords<Said>,
  { quoteAgreed, today }: { quoteAgreed: 'yes' | 'no'; today: Day },
): Outcome<EvidenceWords<Said>, EvidenceRefusal> {
  const problems: EvidenceProblem[] = [];
  const said: EvidenceSaid = words.said;
  for (const [field, text] of textsIn(said)) {
    const found = privateWords(text);
    if (found) problems.push({ reason: 'could-tell-who', field, found });
  }
  if (said.link !== '' && !/^https?:\/\/[^\s]{3,500}$/i.test(said.link))
    problems.push({ reason: 'not-an-address', field: 'link' });
  if (words.day > today) problems.push({ reason: 'in-the-future', field: 'day' });
  if (said.kind === 'voice' && said.answered > said.asked)
    problems.push({ reason: 'more-answers-than-asked', field: 'answered' });
  if (said.kind === 'voice' && said.quote !== '' && quoteAgreed === 'no')
    problems.push({ reason: 'quote-without-permission', field: 'quote' });
  if (said.kind === 'finding' && said.strong === '' && said.mustGetBetter === '')
    problems.push({ reason: 'neither-strong-nor-weak', field: 'strong' });
  return problems.length > 0 ? refuse({ reason: 'evidence-wrong', problems }) : done(words);
}

function textsIn(said: EvidenceSaid): readonly (readonly [EvidenceField, string])[] {
  return said.kind === 'finding'
    ? [
        ['title', said.title],
        ['lookedAt', said.lookedAt],
        ['method', said.method],
        ['strong', said.strong],
        ['mustGetBetter', said.mustGetBetter],
      ]
    : [
        ['title', said.title],
        ['whoWasAsked', said.whoWasAsked],
        ['way', said.way],
        ['said', said.said],
        ['quote', said.quote],
      ];
}
