// Writes every file that is generated from something else. Run it after changing a migration, a route or a setting.
import { writeTableTypes } from '#platform/db/generate-tables.ts';
import { writeCommandLineGuide } from './command-line/guide.ts';
import { commands, groups } from './commands/table.ts';

/** What is generated, in order; each answers with the paths that it changed. */
const generators: readonly { name: string; write: () => Promise<readonly string[]> }[] = [
  { name: 'table types', write: () => writeTableTypes() },
  { name: 'command line guide', write: () => writeCommandLineGuide({ commands, groups }) },
];

for (const { name, write } of generators) {
  const changed = await write();
  process.stdout.write(`${name}: ${changed.length === 0 ? 'current' : `wrote ${changed.join(', ')}`}\n`);
}
