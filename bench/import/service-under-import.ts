// A service of its own process that brings one file in when it is told to, for the bench beside it.
import { resolve } from 'node:path';
import { bringInFiles, loadCatalogue } from '#modules/indicators/index.ts';
import { readConfig } from '#platform/config/config.ts';
import { openGround, openServer } from '../../service/open-service.ts';

const config = readConfig(process.env);
if (!config.done) throw new Error('the settings cannot be read');
const ground = await openGround(config.value);
await ground.transactions.inLibrary(loadCatalogue);
const server = await openServer(ground);
const address = await server.listen({ port: 0, host: '127.0.0.1' });
process.send?.({ address });
process.once('message', (files) => {
  if (!Array.isArray(files)) throw new TypeError('not a list of files');
  bring(files.map(String)).catch((fault: unknown) => {
    process.send?.({ fault: String(fault) });
    process.exitCode = 1;
  });
});

async function bring(paths: readonly string[]): Promise<void> {
  const who = { actor: { kind: 'service' as const, name: 'bench' }, partnershipId: ground.partnershipId };
  const began = performance.now();
  const brought = await bringInFiles((access, work) => ground.transactions.inTransaction(who, access, work), {
    files: paths.map((path) => ({ path })),
    keepIn: resolve(config.done ? config.value.directory : '.', 'uploads', 'waiting-imports'),
  });
  const seconds = (performance.now() - began) / 1000;
  if (!brought.done) throw new Error(brought.refusal.reason);
  process.send?.({
    seconds,
    peakMb: process.resourceUsage().maxRSS / 1024,
    files: brought.value.map(({ fileName, became, batch }) => ({
      fileName,
      became,
      rows: batch.summary.rowsRead,
      figures: batch.summary.figures,
    })),
  });
  await server.close();
  await ground.close();
  process.disconnect?.();
}
