import { z } from 'zod';
import { frameworkDocument, tierRoles } from '../framework-document.ts';
import type { LineMark } from '../pasting/draft-from-marks.ts';
import type { PastedLine } from '../pasting/pasted-text.ts';

const tier = frameworkDocument.shape.tiers.element;

const line: z.ZodType<PastedLine> = z
  .object({
    number: z.int(),
    words: z.string(),
    marker: z.string(),
    depth: z.int(),
    looksLike: z.enum(['heading', 'item', 'paragraph', 'continuation']),
    guess: z.enum(tierRoles).optional(),
  })
  // a line without a guess is kept without the field
  .transform(({ guess, ...rest }) => ({ ...rest, guess }));

const mark: z.ZodType<LineMark> = z.discriminatedUnion('as', [
  z.object({
    line: z.int(),
    as: z.literal('element'),
    tier: z.string(),
    parent: z.union([z.int(), z.literal('nothing')]).exactOptional(),
  }),
  z.object({ line: z.int(), as: z.literal('statement') }),
  z.object({ line: z.int(), as: z.literal('continuation') }),
  z.object({ line: z.int(), as: z.literal('ignored') }),
]);

const pasted = z.object({
  kind: z.literal('pasted'),
  about: z.object({ name: z.string(), partnership: z.string() }),
  tiers: z.array(tier),
  lines: z.array(line),
  marks: z.array(mark),
  /** what the marks made, once they made something */
  document: frameworkDocument.optional(),
});

const file = z.object({
  kind: z.literal('file'),
  fileName: z.string(),
  document: frameworkDocument,
  /** what of the file has no place in a framework, in sentences */
  lost: z.array(z.string()),
});

/** A strategy on its way in, as it is kept between two pages. */
export const bringInContent = z.discriminatedUnion('kind', [file, pasted]);

export type BringInContent = z.infer<typeof bringInContent>;
export type PastedBringIn = Extract<BringInContent, { kind: 'pasted' }>;
