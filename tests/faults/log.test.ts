// The log of the running service: one whole line for each request, and never a word of whoever sent it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { manager } from '../browser/sign-in.ts';
import { serviceForThisFile } from '../browser/started-service.ts';
import { formOn, Visitor } from '../browser/visitor.ts';
import { keptAsSent } from './hostile-text.ts';
import { tally } from './tally.ts';

const service = await serviceForThisFile({ environment: { GOLDENTHREAD_LOG: 'debug' } });
const canary = 'Canary Wrenfield-Osgood';

test('ASVS 16.4.1 and 16.2.5: hostile words in addresses, heads and bodies break no line of the log and stand in none', async () => {
  const began = linesOfLog().length;
  const priya = new Visitor(service.address);
  await priya.signIn(manager);
  const stranger = new Visitor(service.address);
  const form = formOn(await stranger.ask('/sign-in/letter'), undefined);
  let asked = 0;
  for (const { text } of keptAsSent) {
    const words = `${canary} ${text}`;
    await priya.ask(`/measures?q=${encodeURIComponent(words)}`);
    await priya.ask(`/organisations/${encodeURIComponent(words).slice(0, 200)}`);
    await fetch(new URL('/', service.address), {
      headers: { 'user-agent': ascii(words), referer: ascii(words) },
    });
    await fetch(new URL('/nowhere', service.address), { method: 'POST', body: words });
    await stranger.post(form, { email: words });
    asked += 5;
  }
  tally.tried(asked);
  const lines = linesOfLog().slice(began);
  const broken = lines.filter((line) => !isWhole(line));
  const telling = lines.filter(
    (line) => line.includes('Canary') || /Wrenfield/i.test(decodeURIComponent(line)),
  );
  tally.unexplained(broken.length + telling.length);
  assert.deepEqual(broken, []);
  assert.deepEqual(telling, []);
  assert.ok(lines.length >= asked, `${lines.length} lines for ${asked} requests`);
});

/** Every line said since the service stood, each of which must be an object. */
function linesOfLog(): string[] {
  const [, after = ''] = service.said().split('Stop it with Ctrl+C.');
  return after.split('\n').filter((line) => line.trim() !== '');
}

function isWhole(line: string): boolean {
  try {
    const read: unknown = JSON.parse(line);
    return typeof read === 'object' && read !== null && 'at' in read && 'level' in read;
  } catch {
    return false;
  }
}

/** What a header can carry. */
function ascii(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/g, '?');
}
