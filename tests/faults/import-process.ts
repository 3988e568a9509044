// A process of its own that brings a file in, to be killed at any moment by the test beside it.
import { randomBytes } from 'node:crypto';
import { readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { bringInFiles, clearUnfinishedImports, imports, loadCatalogue } from '#modules/indicators/index.ts';
import type { Act } from '#modules/indicators/index.ts';
import { openDatabase } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { migrationSources } from '#platform/db/migration-sources.ts';
import { transactions } from '#platform/db/transactions.ts';
import { storedId } from '#platform/kernel/id.ts';

const [directory = '', what = '', ...files] = process.argv.slice(2);
const database = await openDatabase({ directory: join(directory, 'database') });
const made = transactions({
  database,
  clock: () => new Date(),
  random: randomBytes,
  record: async () => {},
});
const who = {
  actor: { kind: 'service' as const, name: 'test' },
  partnershipId: storedId<'partnership'>('00000000-0000-7000-8000-0000000000a1'),
};
const act: Act = (access, work) => made.inTransaction(who, access, work);
const tell = (words: object): void => void writeSync(1, `${JSON.stringify(words)}\n`);

/** Tells how far it has come and stands still until it is told to go on: whoever kills it kills it right there. */
function tellAndWait(progress: object): void {
  tell(progress);
  readSync(0, Buffer.alloc(1));
}

if (what === 'prepare') {
  await migrate(database, await migrationSources());
  await made.inLibrary(loadCatalogue);
}
const cleared = what === 'go-on' ? await clearUnfinishedImports(act, { heardBefore: new Date() }) : 0;
const stood = (await act('read', imports)).map(({ fileName, state }) => `${fileName} ${state}`);
const given = { files: files.map((path) => ({ path })), keepIn: join(directory, 'waiting') };
let fault: string | undefined;
const brought = await bringInFiles(act, { ...given, dryRun: what === 'compare' }, tellAndWait).catch(
  (thrown: unknown) => {
    fault = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : String(thrown);
    return undefined;
  },
);
const outcomes = brought?.done ? brought.value : [];
tell({
  cleared,
  stood,
  became: outcomes.map(({ became }) => became),
  changes: outcomes.at(-1)?.batch.summary.changes,
  summary: outcomes.at(-1)?.batch.summary,
  failures: outcomes.flatMap(({ batch }) => batch.failure ?? []),
  fault,
  peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
});
await database.close();
