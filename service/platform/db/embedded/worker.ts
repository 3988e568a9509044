import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import type { Opening, ToWorker, FromWorker } from './worker-messages.ts';

const port = parentPort;
if (!port) throw new Error('the embedded database runs in a worker thread');

const opening: Opening = workerData;
const say = (message: FromWorker, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);

const settings = [
  // the usual 128 MB come on top of the system's own cache of the files, which serves as well
  ['-c', 'shared_buffers=32MB'],
  // a gigabyte of log is the usual, and long to read again after a crash; much less makes an import wait for checkpoints
  ['-c', 'max_wal_size=512MB'],
  ['-c', 'min_wal_size=16MB'],
].flat();

const pglite = await PGlite.create({
  dataDir: opening.directory ?? 'memory://',
  ...(opening.dump ? { loadDataDir: new Blob([opening.dump]) } : {}),
  extensions: { pg_trgm, unaccent },
  // the log in small pieces: a fresh database is half the size, and copies of it are made all the time
  initDbStartParams: ['--wal-segsize=1'],
  startParams: [...PGlite.defaultStartParams, ...settings],
});
say({ kind: 'ready' });

async function exchange(bytes: Uint8Array): Promise<void> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  await pglite.execProtocolRawStream(bytes, {
    syncToFs: false,
    onRawData(piece) {
      // the piece is a view of memory that the next one overwrites
      pieces.push(piece.slice());
      length += piece.length;
    },
  });
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  say({ kind: 'answer', bytes: whole }, [whole.buffer]);
}

async function answer(message: ToWorker): Promise<void> {
  if (message.kind === 'exchange') return await exchange(message.bytes);
  if (message.kind === 'dump') {
    const dump = new Uint8Array(await (await pglite.dumpDataDir('none')).arrayBuffer());
    return say({ kind: 'answer', bytes: dump }, [dump.buffer]);
  }
  await pglite.close();
  say({ kind: 'answer', bytes: new Uint8Array(0) });
  port?.close();
}

port.on('message', (message: ToWorker) => {
  answer(message).catch((failure: unknown) => {
    say({ kind: 'failed', message: failure instanceof Error ? failure.message : String(failure) });
  });
});
