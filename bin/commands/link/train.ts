import { learn, modelFor, readRecords } from '#packages/record-linkage';
import type { Deed } from '../../command-line/command.ts';
import { writeWhole } from '../../command-line/write-whole.ts';
import { askedFor, needed } from './asked.ts';
import { modelText } from './model-file.ts';
import { valueOf } from './link-refused.ts';

/** Learns a model from files, and writes it. */
export const linkTrain: Deed = {
  async run(call) {
    const out = needed(call, 'out', 'where to write the model: --out FILE.json');
    const { job, given } = await askedFor(call, call.has('between') ? 'between' : 'within');
    call.tell({ says: 'Looking at the files' });
    const proposed = valueOf(await modelFor(job));
    call.tell({ says: 'Reading the records' });
    const records = valueOf(await readRecords({ sources: job.sources, model: proposed.model }));
    call.tell({ says: 'Learning how alike records of one person are' });
    const learnt = valueOf(await learn(records, proposed.model));
    const words = [...proposed.words, ...learnt.words];
    await writeWhole(out, modelText({ ...learnt, families: given?.families ?? learnt.families, words }));
    return {
      exit: 0,
      document: { out, records: records.count, how: words, warnings: learnt.warnings },
      out: [...words, `The model is in ${out}.`].join('\n'),
      ...(learnt.warnings.length > 0 && { note: learnt.warnings.join('\n') }),
    };
  },
};
