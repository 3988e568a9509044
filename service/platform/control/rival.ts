// For the tests that let two processes meet: tries to take the socket, says how it went, and holds it until it is killed.
import { AlreadyOpen } from './take-socket.ts';
import { openControl } from './control.ts';

const [path = '', startAt = '0'] = process.argv.slice(2);
// both wait for the same moment, so that they really meet
while (Date.now() < Number(startAt));
try {
  await openControl({ path, directory: 'the directory', commands: { sum } });
  process.stdout.write('taken\n');
  setInterval(() => {}, 1_000);
} catch (fault) {
  process.stdout.write(fault instanceof AlreadyOpen ? `refused by ${fault.pid}\n` : `${String(fault)}\n`);
}

async function sum(payload: unknown, tell: (event: unknown) => void): Promise<unknown> {
  const numbers = Array.isArray(payload) ? payload.map(Number) : [];
  for (const [index] of numbers.entries()) tell({ done: index + 1, of: numbers.length });
  return numbers.reduce((total, each) => total + each, 0);
}
