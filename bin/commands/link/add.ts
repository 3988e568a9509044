import { existsSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  LinkageStore,
  numbersIn,
  readPairs,
  readRecords,
  type Added,
  type Records,
} from '#packages/record-linkage';
import { Refused, WrongUse, type Answer, type Call, type Deed } from '../../command-line/command.ts';
import { sourcesOf } from './asked.ts';
import { jobIn } from './job-folder.ts';
import { readModel } from './model-file.ts';
import { valueOf } from './link-refused.ts';
import { csvLine, writeRows } from './written/write-rows.ts';

/** Begins a store of people with a finished job, or adds records to one; people keep their numbers. */
export const linkAdd: Deed = {
  async run(call) {
    const [folder = '', ...files] = call.arguments;
    const job = call.valueOf('job');
    if (job === undefined && files.length === 0)
      throw new WrongUse('Name the files to add, or the job to begin with: --job DIR.');
    const begun = job === undefined ? undefined : await begin(call, folder, job);
    if (files.length === 0) return begun ?? { exit: 0, document: {} };
    const model = join(folder, 'model.json');
    if (!existsSync(model))
      throw new Refused(
        'no-store',
        `${folder} is no store of people. Begin one with --job DIR, a finished job.`,
      );
    return addFiles(call, { folder, files, model });
  },
};

async function begin(call: Call, folder: string, job: string): Promise<Answer> {
  const { files } = await jobIn(job);
  const { model, families } = await readModel(join(job, 'model.json'));
  const oneOf = numbersIn(model);
  call.tell({ says: 'Reading the records' });
  const records = valueOf(await readRecords({ sources: files, model, also: oneOf.map(({ of }) => of) }));
  const pairs = valueOf(await readPairs({ file: join(job, 'pairs.parquet'), records, model }));
  call.tell({ says: 'Beginning the store' });
  const store = valueOf(
    LinkageStore.create(folder, { records, model, pairs, oneOf, ...(families && { families }) }),
  );
  store.close();
  await copyFile(join(job, 'model.json'), join(folder, 'model.json'));
  return {
    exit: 0,
    document: { store: folder, records: records.count },
    out: `${folder} holds ${records.count.toLocaleString('en-GB')} records. Add more: \`link add ${folder} FILE…\`.`,
  };
}

type ToAdd = { readonly folder: string; readonly files: readonly string[]; readonly model: string };

async function addFiles(call: Call, { folder, files, model: file }: ToAdd): Promise<Answer> {
  const { model } = await readModel(file);
  call.tell({ says: 'Reading the records' });
  const records = valueOf(await readRecords({ sources: sourcesOf(files), model }));
  call.tell({ says: 'Opening the store' });
  const store = valueOf(LinkageStore.open(folder));
  try {
    call.tell({ says: 'Adding the records' });
    const because = {
      reason: call.valueOf('reason') ?? 'new records',
      by: call.valueOf('by') ?? 'the command line',
    };
    const added = valueOf(store.add(records, because));
    const out = call.valueOf('out');
    if (out !== undefined) await writeRows(out, rowsOf(records, added));
    const { joined, newPeople, toAsk, siblings, candidates } = added;
    return {
      exit: 0,
      document: {
        added: added.records,
        joined,
        new_people: newPeople,
        questions: toAsk.length,
        siblings: siblings.length,
        looked_at: candidates,
        passed_over: added.passedOver.length,
      },
      out: wordsOf(added).join('\n'),
    };
  } finally {
    store.close();
  }
}

/** What is said of it, but for blocks that are named by what their records hold. */
function wordsOf({ words, passedOver }: Added): readonly string[] {
  const named = new Set(passedOver.map((block) => block.words));
  const kept = words.filter((each) => !named.has(each));
  return passedOver.length === 0
    ? kept
    : [
        ...kept,
        `${passedOver.length} blocks of records were passed over, for very many share what they have in common.`,
      ];
}

function* rowsOf(records: Records, { people }: Added): Generator<string> {
  yield 'id,source,person\n';
  for (let record = 0; record < records.count; record += 1)
    yield csvLine([
      records.ids.text(record),
      records.sources[records.sourceOf[record] ?? 0] ?? '',
      people[record] ?? '',
    ]);
}
