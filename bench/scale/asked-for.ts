import { Agent, request } from 'node:http';
import { percentile } from '../bench.ts';

/** What is asked for, of whom in turn, and how. */
export type Asking = {
  urls: readonly string[];
  /** the status of a good answer */
  expected: number;
  cookie?: string;
  /** a form, another one each time */
  form?: (index: number) => { body: string; cookie: string };
};

export type AskedFor = { aSecond: number; half: number; most95: number; most99: number; other: number };

const connections = 16;
const seconds = 5;

/** Asks over and over, over 16 connections for 5 seconds, after one second that does not count. */
export async function askedFor(asking: Asking): Promise<AskedFor> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const waits: number[] = [];
  let other = 0;
  let index = 0;
  const began = performance.now() + 1_000;
  const until = began + seconds * 1_000;
  const asker = async (): Promise<void> => {
    while (performance.now() < until) {
      const sent = performance.now();
      const status = await ask(agent, asking, (index += 1));
      if (sent < began) continue;
      waits.push(performance.now() - sent);
      if (status !== asking.expected) other += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, asker));
  agent.destroy();
  const at = (share: number) => Math.round(percentile(waits, share));
  return {
    aSecond: Math.round(waits.length / seconds),
    half: at(0.5),
    most95: at(0.95),
    most99: at(0.99),
    other,
  };
}

function ask(agent: Agent, { urls, cookie, form }: Asking, index: number): Promise<number> {
  const filled = form?.(index);
  const own = filled?.cookie ?? cookie;
  return new Promise((resolve) => {
    const asked = request(
      urls[index % urls.length] ?? '',
      {
        agent,
        method: filled ? 'POST' : 'GET',
        headers: {
          'accept-encoding': 'gzip',
          ...(own ? { cookie: own } : {}),
          ...(filled ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        },
      },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
      },
    );
    asked.on('error', () => resolve(0));
    asked.end(filled?.body);
  });
}
