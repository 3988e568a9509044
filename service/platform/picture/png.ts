import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import type { PngAnswer } from './png-messages.ts';

/** A picture that is not drawn: too large, or too many wait already. */
export type PngRefusal = { reason: 'too-large'; mostPixels: number } | { reason: 'too-many-wait' };

/** About 48 MB while it is drawn. */
const mostPixels = 12_000_000;
const mostWaiting = 24;
const mostKept = 80;

/** A picture to be drawn in pixels. */
export type ToDraw = { svg: string; width: number; height: number };

/**
 * Draws an SVG as a PNG in a thread of its own, so that nobody who asks for a page waits for it. The fonts are ours, so
 * it looks the same on every machine. A picture that was drawn lately is not drawn again.
 * @throws Error where the drawing itself cannot be read
 */
export async function drawPng(picture: ToDraw): Promise<Outcome<Uint8Array, PngRefusal>> {
  if (picture.width * picture.height > mostPixels) return refuse({ reason: 'too-large', mostPixels });
  const key = createHash('sha256').update(`${picture.width} ${picture.svg}`).digest('base64url');
  const known = kept.get(key);
  kept.delete(key);
  if (!known && waiting.size >= mostWaiting) return refuse({ reason: 'too-many-wait' });
  const drawing = known ?? ask(picture);
  kept.set(key, drawing);
  if (!known) drawing.catch(() => kept.delete(key));
  const oldest = kept.size > mostKept ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  return done(await drawing);
}

const kept = new Map<string, Promise<Uint8Array>>();
const waiting = new Map<number, { resolve(png: Uint8Array): void; reject(fault: Error): void }>();
let worker: Worker | undefined;
let asked = 0;

function ask({ svg, width }: ToDraw): Promise<Uint8Array> {
  worker ??= start();
  asked += 1;
  const key = asked;
  const answer = new Promise<Uint8Array>((resolve, reject) => waiting.set(key, { resolve, reject }));
  // somebody waits, so the process does too
  worker.ref();
  worker.postMessage({ key, svg, width }, []);
  return answer;
}

function start(): Worker {
  const made = new Worker(new URL('./png-worker.ts', import.meta.url), {
    name: 'pictures',
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  made.unref();
  made.on('message', (answer: PngAnswer) => {
    const who = waiting.get(answer.key);
    waiting.delete(answer.key);
    if ('png' in answer) who?.resolve(answer.png);
    else who?.reject(new Error(`the picture could not be drawn: ${answer.failure}`));
    if (waiting.size === 0) made.unref();
  });
  const gone = (cause: unknown) => {
    if (worker === made) worker = undefined;
    for (const { reject } of waiting.values())
      reject(new Error('the thread that draws pictures is gone', { cause }));
    waiting.clear();
  };
  made.on('error', gone);
  made.on('exit', gone);
  return made;
}
