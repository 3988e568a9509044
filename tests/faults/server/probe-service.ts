// A service of its own process on a server, with a few pages of its own: the platform as it is, under fault tests.
// Told by the environment: DATABASE_URL, DATABASE_REPLICA_URL, PROBE_CLOCK (milliseconds ahead), PROBE_REQUESTS_A_MINUTE.
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { sql } from 'kysely';
import { openCopy } from '#platform/db/copy.ts';
import { openDatabase, type Ctx } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { migrationSources } from '#platform/db/migration-sources.ts';
import { alone } from '#platform/together/alone.ts';
import { transactions } from '#platform/db/transactions.ts';
import { makeServer } from '#platform/http/server.ts';
import { openOutbox } from '#platform/outbox/outbox.ts';
import { settleCounts } from '#platform/together/count-rows.ts';
import { probeHandler, probePartnership, probeRoutes } from './probe-routes.tsx';

const { DATABASE_URL: url = '', DATABASE_REPLICA_URL: replica } = process.env;
const ahead = Number(process.env['PROBE_CLOCK'] ?? 0);
const clock = () => new Date(Date.now() + ahead);
const database = await openDatabase({ url });
await alone(database, async () => migrate(database, await migrationSources()));
const outbox = await alone(database, () =>
  openOutbox({ database, clock, random: randomBytes, handlers: [probeHandler] }),
);
const copy = replica ? openCopy({ url: replica, clock, lookEveryMs: 200, tell: said }) : undefined;
const act = transactions({
  database,
  clock,
  random: randomBytes,
  record: (ctx, fact) => outbox.record(ctx, fact),
  copy,
});
const who = { actor: { kind: 'service' as const, name: 'probe' }, partnershipId: probePartnership };
const server = await makeServer({
  routes: probeRoutes(() => database.asOwner((db) => sql`select pg_sleep(2)`.execute(db))),
  navigation: [],
  transactions: act,
  partnership: {
    id: probePartnership,
    brand: { name: 'Probe', shortName: 'Probe', colour: '#265b3c', invented: true },
  },
  identify: async (_ctx: Ctx, personId) => ({
    kind: 'person',
    personId,
    name: 'Ash Tester',
    roles: ['manager'],
  }),
  clock,
  secure: false,
  uploadFolder: tmpdir(),
  log: 'silent',
  requestsAMinute: Number(process.env['PROBE_REQUESTS_A_MINUTE'] ?? 10_000_000),
  settleCounts: (minute, fresh) => act.inTransaction(who, 'write', (ctx) => settleCounts(ctx, minute, fresh)),
});
server.addHook('onError', async (_request, _reply, error) => void process.send?.({ fault: String(error) }));
if (process.env['PROBE_WORKS']) outbox.start();
const address = await server.listen({ port: 0, host: '127.0.0.1' });
process.send?.({ address });
process.once('message', () => void end());
process.once('disconnect', () => process.exit(0));

async function end(): Promise<void> {
  await server.close();
  await outbox.stop();
  await copy?.close();
  await database.close();
  process.disconnect?.();
}

function said(standing: string): void {
  process.send?.({ standing });
}
