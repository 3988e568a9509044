import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { z } from 'zod';
import { exportOfAudit, type ActToRead } from '#platform/audit/export-audit.ts';
import type { Deed } from '../../command-line/command.ts';
import { commandLine } from '../../ground/command-line-actor.ts';
import { groundWork } from '../../ground/ground-work.ts';

const work = groundWork({
  name: 'audit export',
  payload: z.object({ path: z.string() }),
  result: z.object({ entries: z.number(), path: z.string() }),
  async act({ transactions, ...ground }, { path }, { tell, signal }) {
    const who = commandLine({ transactions, ...ground });
    // whoever takes the audit away is in it
    await transactions.inTransaction(who, 'write', async (ctx) =>
      ctx.audit({
        act: 'audit.exported',
        way: 'disclosed',
        subject: { kind: 'partnership', id: ctx.partnershipId },
        relationship: 'none',
        purpose: 'supervision',
      }),
    );
    const act: ActToRead = (look) => transactions.inTransaction(who, 'read', look);
    let entries = 0;
    async function* text(): AsyncGenerator<string> {
      for await (const lines of exportOfAudit(act)) {
        entries += lines.length;
        tell({ says: 'Writing the audit', done: entries });
        if (lines.length > 0) yield `${lines.join('\n')}\n`;
      }
    }
    const aside = `${path}.${process.pid}.part`;
    const packing = path.endsWith('.gz') ? [createGzip()] : [];
    try {
      await pipeline([Readable.from(text()), ...packing, createWriteStream(aside, { mode: 0o600 })], {
        signal,
      });
      await rename(aside, path);
    } finally {
      await rm(aside, { force: true });
    }
    return { entries, path };
  },
});

/** Writes every entry into a file. */
export const auditExport: Deed = {
  inService: work.inService,
  async run(call) {
    const path = resolve(call.valueOf('out') ?? 'audit.ndjson.gz');
    const result = await work.do(call, { path });
    const entries = result.entries === 1 ? 'One entry was' : `${result.entries} entries were`;
    return { exit: 0, document: result, out: `${entries} written to ${path}.` };
  },
};
