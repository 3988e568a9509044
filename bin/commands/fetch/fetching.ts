import { z } from 'zod';
import type { Fetched } from '#modules/indicators/index.ts';
import type { Answer } from '../../command-line/command.ts';

/** What came of fetching one thing, as a machine reads it. */
export const fetchReport = z.object({
  what: z.string(),
  outcome: z.enum(['fresh', 'nothing-new', 'failed']),
  words: z.string(),
  files: z.array(
    z.object({
      file: z.string(),
      became: z.enum(['brought-in', 'waits', 'would-be-brought-in', 'nothing-new', 'failed']),
      words: z.string(),
      import: z.string().nullable(),
      figures: z.number(),
    }),
  ),
});
export type FetchReport = z.infer<typeof fetchReport>;

export function reportOf(what: string, { outcome, words, files }: Fetched): FetchReport {
  return {
    what,
    outcome,
    words,
    files: files.map(({ name, became, words: said, importId, figures }) => ({
      file: name,
      became,
      words: said,
      import: became === 'would-be-brought-in' ? null : (importId ?? null),
      figures,
    })),
  };
}

/** What a command that fetched says: what came on one side, what failed on the other. */
export function answerOf(fetched: readonly FetchReport[]): Answer {
  const failed = fetched.filter(({ outcome }) => outcome === 'failed');
  const came = fetched.filter(({ outcome }) => outcome !== 'failed');
  return {
    exit: failed.length === 0 ? 0 : 1,
    document: { fetched },
    ...(came.length > 0 ? { out: came.flatMap(sayReport).join('\n') } : {}),
    ...(failed.length > 0 ? { note: failed.flatMap(sayReport).join('\n') } : {}),
  };
}

function sayReport({ what, words, files }: FetchReport): string[] {
  return [
    `${what}: ${words}`,
    ...files
      .filter(({ became }) => became !== 'nothing-new')
      .map(
        ({ file, became, figures }) =>
          `  ${file}: ${becameWords[became]}, ${figures.toLocaleString('en-GB')} figures`,
      ),
  ];
}

const becameWords: { readonly [Became in FetchReport['files'][number]['became']]: string } = {
  'brought-in': 'brought in',
  waits: 'waits for a yes in the browser',
  'would-be-brought-in': 'would be brought in',
  'nothing-new': 'nothing new',
  failed: 'not brought in',
};
