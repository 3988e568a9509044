import { text } from 'node:stream/consumers';
import type { IncomingMessage } from 'node:http';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import { ask, refusalOf, TooLong } from './ask.ts';
import { downloadTo, type Download, type Downloaded } from './download.ts';
import { oneHostAtATime } from './one-host-at-a-time.ts';
import { patiently, type Try } from './patiently.ts';
import type { OutboundRefusal } from './refusals.ts';
import type { OutboundSettings } from './settings.ts';
import { reallyWait, type Wait } from './wait.ts';

/** The one door through which the service asks other machines. Nothing of any person ever goes out through it. */
export type Outbound = {
  /** asks for a small answer in JSON; whoever asks reads it */
  json(address: URL, signal?: AbortSignal): Promise<Outcome<unknown, OutboundRefusal>>;
  /** brings a file onto this disk; a download that broke off goes on where it stopped, now or in a later call */
  download(address: URL, into: Download): Promise<Outcome<Downloaded, OutboundRefusal>>;
};

/** Asks one host one thing at a time, with a pause between, and waits as long as a busy host asks it to. */
export function openOutbound(settings: OutboundSettings, wait: Wait = reallyWait): Outbound {
  const turns = oneHostAtATime(settings.pauseMs, wait);
  const patient = <Value>(
    address: URL,
    stop: AbortSignal | undefined,
    one: (signal: AbortSignal) => Promise<Try<Value>>,
  ) => {
    const { host } = address;
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(new TooLong()), settings.wholeMs);
    const signal = stop ? AbortSignal.any([stop, limit.signal]) : limit.signal;
    const work = patiently({ settings, host, wait, signal }, () => turns(host, () => one(signal)));
    return work.finally(() => clearTimeout(timer));
  };
  return {
    json: (address, stop) =>
      patient(address, stop, (signal) => readJson({ address, settings, signal, headers: {} })),
    download: (address, into) =>
      patient(address, into.signal, (signal) => downloadTo({ address, settings, signal, headers: {} }, into)),
  };
}

const largestJson = 32 * 1024 * 1024;

async function readJson(question: Parameters<typeof ask>[0]): Promise<Try<unknown>> {
  const { address, signal } = question;
  const { host } = address;
  const answered = await ask({ ...question, headers: { accept: 'application/json' } });
  if (!answered.done) return answered;
  const answer = answered.value;
  if (answer.statusCode !== 200) {
    answer.destroy();
    return { ...refuse({ reason: 'turned-away', host, status: answer.statusCode ?? 0 }), answer };
  }
  try {
    const words = await text(upTo(answer, largestJson));
    return done(JSON.parse(words));
  } catch (fault) {
    if (fault instanceof SyntaxError)
      return refuse({ reason: 'not-what-was-asked', host, found: 'something that is not JSON' });
    if (fault instanceof RangeError) return refuse({ reason: 'too-large', host, most: largestJson });
    return refuse(refusalOf(fault, { host, signal }));
  }
}

async function* upTo(answer: IncomingMessage, most: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of answer) {
    if (!(piece instanceof Uint8Array)) continue;
    bytes += piece.length;
    if (bytes > most) throw new RangeError('more than a small answer');
    yield piece;
  }
}
