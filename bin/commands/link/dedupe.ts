import type { Call, Deed } from '../../command-line/command.ts';
import { askedFor, needed } from './asked.ts';
import { runJob } from './run-job.ts';
import { WrongUse } from '../../command-line/command.ts';

/** Puts the records of one file or more together into people. */
export const linkDedupe: Deed = { run: (call) => wholeJob(call, 'within') };

/** Joins records of two files or more with one another, and none with a record of its own file. */
export const linkPair: Deed = {
  async run(call) {
    if (call.arguments.length < 2 && call.valueOf('source') === undefined)
      throw new WrongUse(
        '`link pair` needs two files or more, or one with a column that tells agencies apart (--source COLUMN). For one file by itself: `link dedupe`.',
      );
    return wholeJob(call, 'between');
  },
};

async function wholeJob(call: Call, pairs: 'within' | 'between') {
  const out = needed(call, 'out', 'where to write: --out DIR, a folder of its own');
  return runJob(call, await askedFor(call, pairs), out);
}
