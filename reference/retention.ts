import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** How long a kind of record could be kept, with who or what says so: a proposal, until a partnership adopts a rule. */
export type RetentionProposal = {
  /** the record class, as in `post.letter` */
  readonly class: string;
  /** the event from which the period runs */
  readonly trigger: string;
  readonly years: number;
  readonly months: number;
  readonly days: number;
  /** the law, the judgement or the practice that says so */
  readonly authority: string;
  readonly link: string;
  /** the job that answers for it */
  readonly owner: string;
};

const shape = z.strictObject({
  name: z.string().min(1),
  publisher: z.string().min(1),
  note: z.string().min(1),
  proposals: z
    .array(
      z.strictObject({
        class: z.string().regex(/^[a-z]+\.[a-z-]+$/),
        trigger: z.string().min(1),
        years: z.number().int().min(0).max(200).default(0),
        months: z.number().int().min(0).max(11).default(0),
        days: z.number().int().min(0).max(366).default(0),
        authority: z.string().min(1),
        link: z.url(),
        owner: z.string().min(1),
      }),
    )
    .min(1),
});

/**
 * Reads proposals in the shape of `retention.yaml`.
 * @throws an Error where two are for one class, and where one has no period
 */
export function readRetentionProposals(text: string): readonly RetentionProposal[] {
  const { proposals } = shape.parse(parse(text, { maxAliasCount: 0 }));
  if (new Set(proposals.map((one) => one.class)).size !== proposals.length)
    throw new Error('retention: two proposals are for one class');
  if (proposals.some(({ years, months, days }) => years + months + days === 0))
    throw new Error('retention: a proposal has no period');
  return proposals;
}

let own: readonly RetentionProposal[] | undefined;

/** The proposals that we wrote down, read once from `retention.yaml` beside this file. */
export function retentionProposals(): readonly RetentionProposal[] {
  own ??= readRetentionProposals(readFileSync(new URL('retention.yaml', import.meta.url), 'utf8'));
  return own;
}
