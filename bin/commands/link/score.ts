import { keptFrom, readRecords, scoreIntoFile } from '#packages/record-linkage';
import { Refused, WrongUse, type Call, type Deed } from '../../command-line/command.ts';
import { askedFor, needed } from './asked.ts';
import { valueOf } from './link-refused.ts';

/** Scores the pairs of files by a model into a file; all of them, or one part of several. */
export const linkScore: Deed = {
  async run(call) {
    const out = needed(call, 'out', 'where to write the pairs: --out FILE.parquet');
    const { job, given } = await askedFor(call, 'within');
    if (!given) throw new WrongUse('Say with --model FILE which model scores; `link train` makes one.');
    if (!given.isTrained)
      throw new Refused('not-trained', 'The model has no figures yet. `link train` learns them.');
    const part = partOf(call);
    call.tell({ says: 'Reading the records' });
    const records = valueOf(await readRecords({ sources: job.sources, model: given.model }));
    const scored = valueOf(
      await scoreIntoFile({
        records,
        model: given.model,
        atLeast: keptFrom,
        file: out,
        progress: (done: number, of: number) => call.tell({ says: 'Scoring pairs', done, of }),
        ...(part && { part }),
        ...(job.threads !== undefined && { threads: job.threads }),
      }),
    );
    const { candidates, kept, givenUp, notes } = scored;
    const count = new Intl.NumberFormat('en-GB');
    return {
      exit: 0,
      document: { out, records: records.count, looked_at: candidates, kept, given_up: givenUp, notes },
      out: `${count.format(candidates)} pairs were looked at, and ${count.format(kept)} are kept in ${out}.`,
      ...(notes.length > 0 && { note: notes.join('\n') }),
    };
  },
};

function partOf(call: Call): { number: number; of: number } | undefined {
  const said = call.valueOf('part');
  if (said === undefined) return undefined;
  const [, number, of] = /^(\d+)\/(\d+)$/u.exec(said) ?? [];
  const part = { number: Number(number), of: Number(of) };
  if (part.number >= 1 && part.number <= part.of) return part;
  throw new WrongUse(`--part takes a part and how many there are, as 2/8, not “${said}”.`);
}
