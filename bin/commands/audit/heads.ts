import { z } from 'zod';
import { exportHeads, headsRefusals } from '#modules/audit/index.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { Refused, type Deed } from '../../command-line/command.ts';
import { commandLine } from '../../ground/command-line-actor.ts';
import { groundWork } from '../../ground/ground-work.ts';

const work = groundWork({
  name: 'audit heads',
  payload: z.object({}),
  result: z.object({ fileName: z.string(), path: z.string() }),
  async act({ transactions, heads, ...ground }) {
    const who = commandLine({ transactions, heads, ...ground });
    const exported = await exportHeads(
      (access, deed) => transactions.inTransaction(who, access, deed),
      heads,
    );
    if (exported.done) return exported.value;
    throw new Refused(exported.refusal.reason, wordsOf(headsRefusals, exported.refusal));
  },
});

/** Signs where every chain ends. */
export const auditHeads: Deed = {
  inService: work.inService,
  async run(call) {
    const result = await work.do(call, {});
    return { exit: 0, document: result, out: `Signed, and put into ${result.path}.` };
  },
};
