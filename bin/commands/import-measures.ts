import { access, constants, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { bringInFiles, type BroughtIn } from '#modules/indicators/index.ts';
import type { Answer, Deed } from '../command-line/command.ts';
import { Refused } from '../command-line/command.ts';
import { commandLine } from '../ground/command-line-actor.ts';
import { groundWork } from '../ground/ground-work.ts';
import { fileRefused } from '../command-line/read-given-file.ts';

const asked = z.object({ paths: z.array(z.string()), dryRun: z.boolean() });

const report = z.object({
  file: z.string(),
  became: z.enum(['brought-in', 'would-be-brought-in', 'here-already', 'failed']),
  format: z.string(),
  import: z.string(),
  failure: z.string().nullable(),
  rowsRead: z.number(),
  rowsRefused: z.number(),
  cellsRefused: z.number(),
  rowsRepeated: z.number(),
  figures: z.number(),
  changes: z.object({ fresh: z.number(), revised: z.number(), same: z.number(), setAside: z.number() }),
  measures: z.object({ known: z.number(), new: z.number() }),
  areas: z.object({ found: z.number(), unknown: z.array(z.object({ name: z.string(), code: z.string() })) }),
  refusals: z.array(
    z.object({ words: z.string(), mend: z.string(), count: z.number(), firstLines: z.array(z.number()) }),
  ),
  differences: z.array(z.string()),
  notes: z.array(z.string()),
});

type Report = z.infer<typeof report>;

const phases = { reading: 'Reading', comparing: 'Comparing', writing: 'Writing' } as const;

const work = groundWork({
  name: 'import measures',
  payload: asked,
  result: z.object({ files: z.array(report) }),
  async act(ground, { paths, dryRun }, { tell }) {
    const who = commandLine(ground);
    const brought = await bringInFiles(
      (how, deed) => ground.transactions.inTransaction(who, how, deed),
      { files: paths.map((path) => ({ path })), keepIn: ground.waitingFolder, dryRun },
      ({ fileName, phase, done, of }) =>
        tell({ says: `${phases[phase]} ${fileName}`, done, ...(of === undefined ? {} : { of }) }),
    );
    if (!brought.done) throw new Refused(brought.refusal.reason, words[brought.refusal.reason]);
    return { files: brought.value.map(reportOf) };
  },
});

const words = {
  'not-allowed': 'This account may not bring figures in.',
  'no-files': 'No file was named.',
} as const;

/** Brings published figures in, from files on this machine. */
export const importMeasures: Deed = {
  inService: work.inService,
  async run(call) {
    const paths = call.arguments.map((path) => resolve(path));
    for (const path of paths) await refuseUnreadable(path);
    const { files } = await work.do(call, { paths, dryRun: call.has('dry-run') });
    return answer(files);
  },
};

/** Sooner than a large file beside it is read. */
async function refuseUnreadable(path: string): Promise<void> {
  try {
    await access(path, constants.R_OK);
    if ((await stat(path)).isFile()) return;
  } catch (fault) {
    throw fileRefused(path, fault instanceof Error ? fault : new Error(String(fault)));
  }
  throw fileRefused(path, Object.assign(new Error('it is no file'), { code: 'EISDIR' }));
}

function reportOf({ fileName, became, batch }: BroughtIn): Report {
  const { summary } = batch;
  const { rowsRead, rowsRefused, cellsRefused, rowsRepeated, figures, changes, measures, areas } = summary;
  return {
    file: fileName,
    became,
    format: batch.format,
    import: batch.id,
    failure: became === 'failed' ? (batch.failure ?? 'It could not be brought in.') : null,
    rowsRead,
    rowsRefused,
    cellsRefused,
    rowsRepeated,
    figures,
    changes,
    measures: { known: measures.known, new: measures.new },
    areas: { found: areas.found, unknown: areas.unknown.map(({ name, code }) => ({ name, code })) },
    refusals: summary.refusals.map(({ words: says, mend, count, firstLines }) => ({
      words: says,
      mend,
      count,
      firstLines,
    })),
    differences: summary.differences,
    notes: summary.notes,
  };
}

function answer(files: readonly Report[]): Answer {
  const failed = files.filter(({ became }) => became === 'failed');
  return {
    exit: failed.length === 0 ? 0 : 1,
    document: { files },
    ...(failed.length < files.length
      ? {
          out: files
            .filter((file) => !failed.includes(file))
            .flatMap(sayFile)
            .join('\n'),
        }
      : {}),
    ...(failed.length > 0
      ? { note: failed.map(({ file, failure }) => `${file} was not brought in: ${failure}`).join('\n') }
      : {}),
  };
}

const count = (number: number): string => number.toLocaleString('en-GB');

function sayFile(file: Report): string[] {
  if (file.became === 'here-already')
    return [`${file.file} is here already: the very same file. Nothing was changed.`];
  const would = file.became === 'would-be-brought-in';
  const refused = file.rowsRefused + file.cellsRefused;
  return [
    would ? `${file.file} would be brought in; nothing was changed.` : `${file.file} is brought in.`,
    `  ${count(file.rowsRead)} rows were read${file.rowsRepeated > 0 ? `, ${count(file.rowsRepeated)} of them say again what another says` : ''}.`,
    ...(file.figures > 0 ? [`  ${sayChanges(file, would)}`] : []),
    ...(file.figures > 0
      ? [
          `  ${count(file.measures.known + file.measures.new)} measures, ${count(file.measures.new)} of them new; ${count(file.areas.found)} areas.`,
        ]
      : []),
    ...(refused > 0
      ? [
          `  ${count(file.rowsRefused)} rows and ${count(file.cellsRefused)} single cells ${would ? 'would be' : 'were'} refused:`,
        ]
      : []),
    ...file.refusals.map(sayRefusal),
    ...file.differences.map((sentence) => `  ${sentence}`),
    ...file.notes.map((sentence) => `  ${sentence}`),
  ];
}

function sayChanges({ changes }: Report, would: boolean): string {
  const { fresh, revised, same, setAside } = changes;
  return [
    `${count(fresh)} figures ${would ? 'would be' : 'are'} new`,
    ...(revised > 0 ? [`${count(revised)} ${would ? 'would take' : 'took'} the place of another`] : []),
    ...(same > 0 ? [`${count(same)} are the same as what is here`] : []),
    ...(setAside > 0 ? [`${count(setAside)} are less settled than what is here, which stays`] : []),
  ]
    .join('; ')
    .concat('.');
}

function sayRefusal({ words: says, mend, count: many, firstLines }: Report['refusals'][number]): string {
  const lines =
    firstLines.length > 0 ? ` (line ${firstLines.join(', ')}${many > firstLines.length ? ' …' : ''})` : '';
  return `    - ${count(many)} times: ${says}${lines} ${mend}`;
}
