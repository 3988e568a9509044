import { join } from 'node:path';
import {
  adviseRules,
  judgePairs,
  missedPairs,
  modelFor,
  readPairs,
  readRecords,
  type LinkageModel,
  type Records,
} from '#packages/record-linkage';
import type { Call, Deed } from '../../command-line/command.ts';
import { askedFor } from './asked.ts';
import { jobIn } from './job-folder.ts';
import { readModel } from './model-file.ts';
import { valueOf } from './link-refused.ts';

/** Says of each rule how many pairs it finds and what it is worth, and how many links all of them are thought to miss. */
export const linkAdvise: Deed = {
  async run(call) {
    const { job } = await askedFor(call, 'within');
    const folder = call.valueOf('job');
    call.tell({ says: 'Looking at the files' });
    const model =
      folder === undefined
        ? valueOf(await modelFor(job)).model
        : (await readModel(join(folder, 'model.json'))).model;
    const sources = folder === undefined ? job.sources : (await jobIn(folder)).files;
    const records = valueOf(await readRecords({ sources, model }));
    call.tell({ says: 'Counting pairs' });
    const { blockingRules: rules, linkType } = model;
    const advice = adviseRules({ records, rules, linkType }).map(({ words, ...rest }) => ({
      ...rest,
      // a block that is too large is named by the value that its records share, and values are not told
      words: words.split(' "')[0] ?? words,
    }));
    const missed = folder === undefined ? undefined : await missedIn(folder, { call, records, model });
    const lines = advice.map(({ rule, advice: says, words }) => `${rule}: ${words} (${says})`);
    return {
      exit: 0,
      document: { records: records.count, rules: advice, missed: missed ?? null },
      out: [...lines, missed?.words ?? 'With --job DIR it also says how many links no rule finds.'].join(
        '\n',
      ),
    };
  },
};

type Given = { readonly call: Call; readonly records: Records; readonly model: LinkageModel };

async function missedIn(folder: string, { call, records, model }: Given) {
  call.tell({ says: 'Estimating what is missed' });
  const { families } = await readModel(join(folder, 'model.json'));
  const pairs = valueOf(await readPairs({ file: join(folder, 'pairs.parquet'), records, model }));
  const { score } = judgePairs(pairs, { model, families, records });
  const probability = score.map((each) => 1 / (1 + 2 ** -each));
  return missedPairs(
    { records, rules: model.blockingRules, linkType: model.linkType },
    { left: pairs.left, right: pairs.right, probability },
  );
}
