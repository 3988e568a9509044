// For the test that kills it: adds rows one transaction at a time and says each number once it is committed.
import { openDatabase } from '../database.ts';
import { runScript, runStatement } from '../query-builder.ts';

const [directory = '', first = '0'] = process.argv.slice(2);
const database = await openDatabase({ directory });
await database.asOwner((db) => runScript(db, 'create table if not exists said (number int primary key)'));
for (let number = Number(first); ; number += 1) {
  await database.asOwner((db) => runStatement(db, 'insert into said values ($1)', [number]));
  process.stdout.write(`${number}\n`);
}
