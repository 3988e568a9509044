import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import {
  evaluatePeople,
  judgePairs,
  oneOfEach,
  keptFrom,
  learn,
  modelFor,
  peopleOf,
  readPairs,
  readRecords,
  scoreIntoFile,
  truthIn,
  type LinkageModel,
} from '#packages/record-linkage';
import type { Answer, Call } from '../../command-line/command.ts';
import { writeWhole } from '../../command-line/write-whole.ts';
import type { AskedFor } from './asked.ts';
import { JobFolder } from './job-folder.ts';
import { modelText, readModel, type GivenModel } from './model-file.ts';
import { clusterRows, questionRows, siblingRows, type Outcome } from './written/outputs.ts';
import { valueOf } from './link-refused.ts';
import { reportOf } from './written/report.ts';
import { summaryOf, type Summary } from './written/summary.ts';
import { writeRows } from './written/write-rows.ts';

const scoredNote = z.object({ candidates: z.number(), kept: z.number(), notes: z.array(z.string()) });
const answerNote = z.object({
  sentences: z.array(z.string()),
  document: z.record(z.string(), z.unknown()),
  warnings: z.array(z.string()),
});

/** A whole job into a folder, stage by stage; stages that an earlier run finished are not done again. */
export async function runJob(call: Call, asked: AskedFor, out: string): Promise<Answer> {
  const { job, given } = asked;
  const { sources, threads: _, tell: __, model: ___, ...said } = job;
  call.tell({ says: 'Looking at the files' });
  const folder = await JobFolder.open(out, {
    files: sources.map(({ name, file }) => ({ name, file })),
    truth: job.truth ?? null,
    said: { ...said, given: given ?? null },
  });
  if (folder.begunAnew)
    call.say(
      'The files, or what was asked of them, have changed since the last run here, so it begins anew.',
    );
  if (folder.isFinished('people')) return answerOf(folder, await summaryIn(folder), out);
  const stage = await modelStage(call, asked, folder);
  const scored = await scoreStage({ call, asked, folder }, stage);
  const summary = await peopleStage({ call, asked, folder }, { ...stage, scored });
  return answerOf(folder, summary, out);
}

type Here = { readonly call: Call; readonly asked: AskedFor; readonly folder: JobFolder };
type Read = { readonly records: ReadRecords; readonly learnt: GivenModel };
type ReadRecords = ReturnType<typeof readAll> extends Promise<infer Records> ? Records : never;

async function readAll(call: Call, { job }: AskedFor, model: LinkageModel) {
  call.tell({ says: 'Reading the records' });
  const also = job.truth === undefined ? [] : [{ column: job.truth }];
  return valueOf(await readRecords({ sources: job.sources, model, also }));
}

/** The model: as it was given, as an earlier run learnt it, or proposed and learnt now. */
async function modelStage(call: Call, asked: AskedFor, folder: JobFolder): Promise<Read> {
  const file = folder.path('model.json');
  if (folder.isFinished('model')) {
    const learnt = await readModel(file);
    return { learnt, records: await readAll(call, asked, learnt.model) };
  }
  const { given, job } = asked;
  const proposed = given ? { model: given.model, words: given.words } : valueOf(await modelFor(job));
  if (!given) for (const each of proposed.words) call.say(each);
  const records = await readAll(call, asked, proposed.model);
  if (job.truth !== undefined) valueOf(truthIn(records, job.truth));
  call.tell({ says: 'Learning how alike records of one person are' });
  const learnt = valueOf(await learn(records, proposed.model));
  const words = [...proposed.words, ...learnt.words];
  await writeWhole(file, modelText({ ...learnt, families: given?.families ?? learnt.families, words }));
  await folder.finish('model');
  return { learnt: await readModel(file), records };
}

async function scoreStage({ call, asked, folder }: Here, { records, learnt }: Read) {
  const noted = scoredNote.safeParse(folder.noted('pairs'));
  if (noted.success) return noted.data;
  call.tell({ says: 'Scoring pairs' });
  const { candidates, kept, notes } = valueOf(
    await scoreIntoFile({
      records,
      model: learnt.model,
      atLeast: keptFrom,
      file: folder.path('pairs.parquet'),
      progress: (done: number, of: number) => call.tell({ says: 'Scoring pairs', done, of }),
      ...(asked.job.threads !== undefined && { threads: asked.job.threads }),
    }),
  );
  const scored = { candidates, kept, notes: [...notes] };
  await folder.finish('pairs', scored);
  return scored;
}

type Scored = z.infer<typeof scoredNote>;

async function peopleStage(
  { call, asked, folder }: Here,
  { records, learnt, scored }: Read & { readonly scored: Scored },
): Promise<Pick<Summary, 'sentences' | 'document' | 'warnings'>> {
  call.tell({ says: 'Putting records together into people' });
  const { model } = learnt;
  const pairs = valueOf(await readPairs({ file: folder.path('pairs.parquet'), records, model }));
  const { joinAt = 0.5, truth: column } = asked.job;
  const judged = judgePairs(pairs, { ...learnt, records, joinAt });
  const people = valueOf(
    peopleOf({ records, pairs, judged, joinAt, rules: { oneOf: oneOfEach(records, model) } }),
  );
  const truth = column === undefined ? undefined : valueOf(truthIn(records, column));
  const { personOf } = people;
  const evaluation = truth && evaluatePeople({ personOf, pairs, judged, truth, joinAt });
  const outcome: Outcome = { records, model, families: learnt.families, pairs, judged, people };
  const summary = summaryOf({ outcome, learnt, scored, notes: records.notes, evaluation });
  call.tell({ says: 'Writing' });
  await writeRows(folder.path('clusters.csv'), clusterRows(outcome));
  await writeRows(folder.path('questions.csv'), questionRows(outcome));
  await writeRows(folder.path('siblings.csv'), siblingRows(outcome));
  await writeWhole(folder.path('report.html'), reportOf(outcome, summary, truth));
  await writeWhole(folder.path('summary.json'), `${JSON.stringify(summary.document, null, 2)}\n`);
  const { sentences, document, warnings } = summary;
  await folder.finish('people', { sentences, document, warnings });
  return summary;
}

async function summaryIn(folder: JobFolder): Promise<z.infer<typeof answerNote>> {
  const noted = answerNote.parse(folder.noted('people'));
  await readFile(folder.path('clusters.csv'), { flag: 'r' });
  return {
    ...noted,
    sentences: [...noted.sentences, 'All of it was done before; nothing was computed anew.'],
  };
}

function answerOf(
  folder: JobFolder,
  { sentences, document, warnings }: Pick<Summary, 'sentences' | 'document' | 'warnings'>,
  out: string,
): Answer {
  const files = [
    'model.json',
    'pairs.parquet',
    'clusters.csv',
    'questions.csv',
    'siblings.csv',
    'report.html',
  ];
  return {
    exit: 0,
    document: { ...document, out, files: Object.fromEntries(files.map((name) => [name, folder.path(name)])) },
    out: [...sentences, `Everything is in ${out}: ${files.join(', ')}. Begin with report.html.`].join('\n'),
    ...(warnings.length > 0 && {
      note: ['Before you trust it:', ...warnings.map((each) => `  ${each}`)].join('\n'),
    }),
  };
}
