// The web service by itself, for a container or a unit of systemd: `node bin/run.mjs service/main.ts`.
import { readConfig } from '#platform/config/config.ts';
import { serve } from './serve.ts';
import { untilStopped } from './until-stopped.ts';

const config = readConfig(process.env);
if (!config.done) {
  process.stderr.write(`${config.refusal.problems.join('\n')}\n`);
  process.exit(2);
}
const running = await serve(config.value);
process.exitCode = await untilStopped(running.stop);
