// A service of its own process with figures in it, for the bench beside it: the first message brings figures in, and each
// later start over the same database serves them.
import { resolve } from 'node:path';
import { bringInFiles, loadCatalogue } from '#modules/indicators/index.ts';
import { readConfig } from '#platform/config/config.ts';
import { demonstrationSeeds } from '../../demonstration/load.ts';
import { library } from '../../service/library.ts';
import { openGround, openServer } from '../../service/open-service.ts';

const config = readConfig(process.env);
if (!config.done) throw new Error('the settings cannot be read');
const { directory } = config.value;
const ground = await openGround(config.value, { seeds: [library, ...demonstrationSeeds(config.value)] });
await ground.transactions.inLibrary(loadCatalogue);

const files = process.argv.slice(2);
if (files.length > 0) await bring(files);
const server = await openServer(ground);
const address = await server.listen({ port: 0, host: '127.0.0.1' });
process.send?.({ address });
process.once('message', () => void close());

async function bring(paths: readonly string[]): Promise<void> {
  const who = { actor: { kind: 'service' as const, name: 'bench' }, partnershipId: ground.partnershipId };
  const brought = await bringInFiles((access, work) => ground.transactions.inTransaction(who, access, work), {
    files: paths.map((path) => ({ path })),
    keepIn: resolve(directory, 'uploads', 'waiting-imports'),
  });
  if (!brought.done) throw new Error(brought.refusal.reason);
  const failed = brought.value.find(({ became }) => became === 'failed');
  if (failed) throw new Error(`${failed.fileName}: ${failed.batch.failure}`);
}

async function close(): Promise<void> {
  await server.close();
  await ground.close();
  process.disconnect?.();
}
