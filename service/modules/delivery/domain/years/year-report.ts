import { z } from 'zod';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';

export const partKinds = [
  'in-short',
  'figures',
  'closer-look',
  'voices',
  'what-we-did',
  'money',
  'looking-back',
  'what-comes-next',
] as const;
export type PartKind = (typeof partKinds)[number];

const partHeadings: { readonly [Kind in PartKind]: string } = {
  'in-short': 'The year in short',
  figures: 'What the numbers say',
  'closer-look': 'What a closer look found',
  voices: 'What children and families said, and what happened',
  'what-we-did': 'What we did',
  money: 'The money',
  'looking-back': 'Looking back',
  'what-comes-next': 'What comes next',
};

const edited = z.object({ words: z.string(), byName: z.string(), at: z.string(), ofDraft: z.string() });

/** One part of a report: its words as the system drafted them, and as people edited them, where they did. */
export const partShape = z.object({
  kind: z.enum(partKinds),
  heading: z.string(),
  drafted: z.string(),
  edited: edited.nullable(),
  /** of this part alone, so that two people can edit two parts */
  version: z.number().int(),
});

export type Part = z.infer<typeof partShape>;

/** What stands in a report that was published. */
export const documentShape = z.object({
  title: z.string(),
  plan: z.object({ key: z.string(), title: z.string(), from: z.string(), until: z.string() }),
  parts: z.array(z.object({ kind: z.enum(partKinds), heading: z.string(), words: z.string() })),
});

export type ReportDocument = z.infer<typeof documentShape>;

/** The yearly report of progress while it is worked on. */
export type YearReport = {
  id: Id<'year-report'>;
  planId: Id<'plan'>;
  title: string;
  parts: readonly Part[];
  version: number;
};

/** A report as it was published. Nothing of it ever changes. */
export type Edition = {
  id: Id<'year-report-edition'>;
  reportId: Id<'year-report'>;
  edition: number;
  document: ReportDocument;
  /** why a new one was needed; '' for the first */
  reason: string;
  publishedAt: Date;
  publishedByName: string;
};

export type Draft = Readonly<Record<PartKind, string>>;

/** The words of a part that count: people's, where they edited it. */
export function wordsOfPart({ drafted, edited: by }: Pick<Part, 'drafted' | 'edited'>): string {
  return by ? by.words : drafted;
}

/** Whether what the system holds has changed since somebody edited the part. */
export function draftMovedOn({ drafted, edited: by }: Part): boolean {
  return by !== null && by.ofDraft !== drafted;
}

/** The parts with a fresh draft. What people wrote stays as they wrote it. */
export function redrafted(before: readonly Part[], draft: Draft): Part[] {
  return partKinds.map((kind) => {
    const part = before.find((one) => one.kind === kind);
    const drafted = draft[kind];
    const version = part ? part.version + (part.drafted === drafted ? 0 : 1) : 1;
    return { kind, heading: partHeadings[kind], drafted, edited: part?.edited ?? null, version };
  });
}

export type EditRefusal = { reason: 'part-missing' } | { reason: 'changed-meanwhile'; theirs: Part };

export type Edit = { kind: string; seen: number; words: string; byName: string; at: Date };

/** The parts after one was edited; with the words of the draft, or none at all, the draft stands again. */
export function editedPart(parts: readonly Part[], edit: Edit): Outcome<Part[], EditRefusal> {
  const before = parts.find(({ kind }) => kind === edit.kind);
  if (!before) return refuse({ reason: 'part-missing' });
  if (before.version !== edit.seen) return refuse({ reason: 'changed-meanwhile', theirs: before });
  const words = edit.words.trim();
  const isDraft = words === '' || words === before.drafted;
  const part: Part = {
    ...before,
    edited: isDraft
      ? null
      : { words, byName: edit.byName, at: edit.at.toISOString(), ofDraft: before.drafted },
    version: before.version + 1,
  };
  return done(parts.map((one) => (one.kind === before.kind ? part : one)));
}

export type PublishRefusal =
  /** a new edition says why it was needed */
  { reason: 'reason-missing' } | { reason: 'nothing-new' };

/** Whether a new edition can be published beside those that stand. */
export function checkPublish(given: {
  document: ReportDocument;
  last: Edition | undefined;
  reason: string;
}): Outcome<{ edition: number; reason: string }, PublishRefusal> {
  const { document, last } = given;
  const reason = given.reason.trim();
  if (!last) return done({ edition: 1, reason: '' });
  if (JSON.stringify(documentShape.parse(last.document)) === JSON.stringify(documentShape.parse(document)))
    return refuse({ reason: 'nothing-new' });
  if (reason === '') return refuse({ reason: 'reason-missing' });
  return done({ edition: last.edition + 1, reason });
}

const wordsAMinute = 150;

/** How long a report takes to read out, in whole minutes. */
export function minutesToRead({ parts }: Pick<ReportDocument, 'parts'>): number {
  const words = parts.flatMap(({ heading, words: text }) => `${heading} ${text}`.split(/\s+/));
  return Math.max(1, Math.round(words.length / wordsAMinute));
}
