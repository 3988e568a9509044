// Deals with what waits after facts became true, beside services on a PostgreSQL server: `node bin/run.mjs service/worker.ts`.
import { readConfig } from '#platform/config/config.ts';
import { openGround } from './open-service.ts';
import { untilStopped } from './until-stopped.ts';

const config = readConfig(process.env);
if (!config.done || !config.value.databaseUrl) {
  const problems = config.done
    ? ['DATABASE_URL: not set. On the embedded database the service deals with this work itself.']
    : config.refusal.problems;
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exit(2);
}
const ground = await openGround(config.value);
ground.outbox.start();
ground.schedules.start();
process.exitCode = await untilStopped(ground.close);
