// Adds one record after another to a store until it is killed, and says each when it is acknowledged. For the tests.
import { recordsOf } from '../records/records-of.ts';
import { LinkageStore } from './linkage-store.ts';

const [folder = ''] = process.argv.slice(2);
const opened = LinkageStore.open(folder);
if (!opened.done) throw new Error(opened.refusal.words);
const store = opened.value;
for (let turn = 0; turn < 100_000; turn += 1) {
  const id = `w${store.records}`;
  const rows = [{ id, source: 'school', name: `n${turn % 3}`, born: 'b', number: '7' }];
  const records = recordsOf({ rows, model: store.model });
  if (!records.done) throw new Error(records.refusal.words);
  const added = store.add(records.value, { reason: 'written until killed', by: 'a test' });
  if (!added.done) throw new Error(added.refusal.words);
  if (turn % 20 === 19) store.compact();
  process.stdout.write(`${id}\n`);
}
