// A disk that says that it could not write: the database server is told so in the middle of its work (with strace).
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { rounds, tally } from '../tally.ts';
import { underLoad } from './load.ts';
import { noServer, ownServer, type OwnServer } from './own-server.ts';
import { look, pressOn, send, startProbe, type Probe } from './probe.ts';

const strace = globSync((process.env['PATH'] ?? '').split(':').map((folder) => join(folder, 'strace')))[0];
const noStrace = 'strace is not installed here, and without it nothing can be told that its disk fails';
const server = strace ? await ownServer({ after }, { safe: true }) : undefined;
const skip = strace ? (server ? false : noServer) : noStrace;
const probe: Probe | undefined = server && (await startProbe({ url: server.url }));
after(() => probe?.kill());
const address = probe?.address ?? '';

test(
  'fault, fsync and EIO: while the disk refuses to write nothing is acknowledged, and after it nothing is missing',
  { skip },
  async (t) => {
    for (let time = 0; time < rounds({ short: 1, full: 20 }); time += 1) {
      let refused: number[] = [];
      let couldAttach = true;
      const outcome = await underLoad(
        server ?? assert.fail(),
        () => [address],
        async () => {
          await sleep(300);
          const failing = await failingDisk(server ?? assert.fail());
          couldAttach = failing !== undefined;
          if (!failing) return;
          const presses = Array.from({ length: 10 }, (_, index) =>
            pressOn('/effect', { what: `eio-${time}-${index}` }),
          );
          refused = (await Promise.all(presses.map((press) => send(address, press)))).map(
            ({ status }) => status,
          );
          await failing();
          for (
            let waited = 0;
            waited < 200 && (await look(address, '/count/none')).status !== 200;
            waited += 1
          )
            await sleep(100);
        },
      );
      if (!couldAttach) return t.skip('strace may not attach to another process here');
      t.diagnostic(`while it failed: ${refused.join(' ')}; ${JSON.stringify(outcome.statuses)}`);
      if (outcome.unexplained > 0) t.diagnostic([...new Set(probe?.faults)].join('\n'));
      tally.tried(refused.length);
      assert.deepEqual(
        refused.filter((status) => status === 303),
        [],
      );
      assert.deepEqual([outcome.lost, outcome.doubled, outcome.unexplained], [0, 0, 0]);
      assert.ok(probe?.alive());
    }
  },
);

/** From now on every fsync of the server fails; answers with what ends that. Undefined where strace may not attach. */
async function failingDisk(of: OwnServer): Promise<(() => Promise<void>) | undefined> {
  const rows = await of.ask('select pid from pg_stat_activity where pid <> pg_backend_pid()');
  const pids = [await of.processId(), ...rows.map((row) => Number(row['pid']))];
  const child = spawn(
    strace ?? '',
    [
      '-f',
      '-q',
      '-e',
      'trace=fsync,fdatasync',
      '-e',
      'inject=fsync,fdatasync:error=EIO',
      ...pids.flatMap((pid) => ['-p', String(pid)]),
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
  await sleep(500);
  if (child.exitCode !== null || /not permitted/i.test(said)) return undefined;
  return async () => {
    if (child.exitCode !== null) return;
    const exit = once(child, 'exit');
    child.kill('SIGINT');
    await exit;
  };
}
