import { createPublicKey } from 'node:crypto';
import { z } from 'zod';
import { askToVerify, verifyAudit } from '#modules/audit/index.ts';
import { auditChecker, headsIn, linesOf, sayReport } from '#platform/audit/verify-audit.ts';
import { Refused, WrongUse, type Answer, type Call, type Deed } from '../../command-line/command.ts';
import { fileRefused, readGivenFile } from '../../command-line/read-given-file.ts';
import { commandLine } from '../../ground/command-line-actor.ts';
import { groundWork } from '../../ground/ground-work.ts';

const found = z.object({
  entries: z.number(),
  chains: z.number(),
  heads: z.number(),
  unheld: z.number(),
  wrong: z.number(),
  faults: z.array(z.string()).readonly(),
});

const work = groundWork({
  name: 'audit verify',
  payload: z.object({}),
  result: found,
  async act({ transactions, heads, ...ground }) {
    const who = commandLine({ transactions, heads, ...ground });
    const begun = await transactions.inTransaction(who, 'write', askToVerify);
    if (!begun.done) throw new Refused(begun.refusal.reason, 'The audit cannot be verified from here.');
    return verifyAudit((access, deed) => transactions.inTransaction(who, access, deed), heads, begun.value);
  },
});

/** Verifies an export, or the database. */
export const auditVerify: Deed = {
  inService: work.inService,
  async run(call) {
    const isDatabase = call.has('database');
    if (isDatabase === call.arguments.length > 0)
      throw new WrongUse('Name the files of an export, or say --database.');
    return isDatabase ? sayDatabase(await work.do(call, {})) : verifyFiles(call);
  },
};

function sayDatabase(result: z.infer<typeof found>): Answer {
  const { entries, chains, heads, unheld, wrong, faults } = result;
  const words =
    wrong === 0
      ? [
          `All ${entries} entries in ${chains} chains are as they were written.`,
          `${heads} signed ends were held against them. ${unheld} entries came after the last of their chain.`,
        ]
      : [`${wrong} things are wrong with these ${entries} entries:`, ...faults.map((one) => `  ${one}`)];
  return { exit: wrong === 0 ? 0 : 1, document: result, out: words.join('\n') };
}

async function verifyFiles(call: Call): Promise<Answer> {
  const keyFile = call.valueOf('key');
  const key = keyFile === undefined ? undefined : createPublicKey(Buffer.from(await readGivenFile(keyFile)));
  const folder = call.valueOf('heads');
  const signed = folder === undefined ? undefined : await orRefused(folder, async () => headsIn(folder, key));
  const checker = auditChecker(signed?.heads);
  for (const path of call.arguments)
    await orRefused(path, async () => {
      for await (const line of linesOf(path)) checker.take(line);
    });
  const report = checker.end();
  const faults = signed?.faults ?? [];
  const prints = [...(signed?.prints ?? [])];
  const asked = key ? [] : prints.map((print) => `Signed with the key ${print}: is it yours?`);
  return {
    exit: report.wrong + faults.length === 0 ? 0 : 1,
    document: { ...report, fileFaults: faults, prints },
    out: [sayReport(report), ...faults, ...asked].join('\n'),
  };
}

/** What cannot be read is said in words. */
async function orRefused<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (fault) {
    if (!(fault instanceof Error) || !('code' in fault)) throw fault;
    throw fileRefused(path, { name: fault.name, message: fault.message, code: String(fault.code) });
  }
}
