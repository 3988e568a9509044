import type { IncomingMessage } from 'node:http';
import type { Outcome } from '../kernel/outcome.ts';
import { refuse } from '../kernel/outcome.ts';
import type { OutboundRefusal } from './refusals.ts';
import { refusalOf } from './ask.ts';
import type { OutboundSettings } from './settings.ts';
import type { Wait } from './wait.ts';

/** What one try came to, and the answer's head where a host said how long to wait. */
export type Try<Value> = Outcome<Value, OutboundRefusal> & { answer?: Pick<IncomingMessage, 'headers'> };

type Parts = { settings: OutboundSettings; host: string; wait: Wait; signal: AbortSignal };

/**
 * Tries again where that may help: where a host is busy (429, 503) after the time that it names, where a line broke or
 * a server stumbled (502, 504) after one second, two, four. What will not change by itself is not asked again.
 */
export async function patiently<Value>(
  parts: Parts,
  one: () => Promise<Try<Value>>,
): Promise<Outcome<Value, OutboundRefusal>> {
  const { settings, host, wait, signal } = parts;
  for (let tried = 1; ; tried += 1) {
    const came = await one();
    if (came.done) return came;
    const refusal = worded(came.refusal);
    if (!again.has(refusal.reason) || signal.aborted || tried >= settings.tries) return refuse(refusal);
    const named = refusal.reason === 'busy' ? waitNamed(came.answer) : undefined;
    if (named !== undefined && named > settings.longestWaitMs) return refuse(refusal);
    try {
      await wait(named ?? 1000 * 2 ** (tried - 1), signal);
    } catch (fault) {
      return refuse(refusalOf(fault, { host, signal }));
    }
  }
}

const again: ReadonlySet<OutboundRefusal['reason']> = new Set(['busy', 'cut-off', 'not-reachable']);

/** A host that says "not now" is no host that says no. */
function worded(refusal: OutboundRefusal): OutboundRefusal {
  if (refusal.reason !== 'turned-away' || !notNow.has(refusal.status)) return refusal;
  return { reason: 'busy', host: refusal.host, status: refusal.status };
}

const notNow: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** Retry-After, in seconds or as an instant (RFC 9110, 10.2.3). */
function waitNamed(answer: Pick<IncomingMessage, 'headers'> | undefined): number | undefined {
  const named = answer?.headers['retry-after'];
  if (named === undefined) return undefined;
  if (/^\d{1,9}$/.test(named)) return Number(named) * 1000;
  const at = Date.parse(named);
  const said = Date.parse(answer?.headers.date ?? '');
  return Number.isNaN(at) || Number.isNaN(said) ? undefined : Math.max(0, at - said);
}
