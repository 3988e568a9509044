// Writes every file that is generated from something else. Run it after changing a migration, a route or a setting.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { writeTableTypes } from '#platform/db/generate-tables.ts';
import { referencePage } from '../tests/architecture/reference/reference-page.ts';
import { requirementsPage } from '../tests/architecture/reference/requirements-page.ts';
import { controlsPage, hazardsPage, promisesPage } from '../tests/architecture/safety/safety-pages.ts';
import { writeCommandLineGuide } from './command-line/guide.ts';
import { commands, groups } from './commands/table.ts';

/** What is generated, in order; each answers with the paths that it changed. */
const generators: readonly { name: string; write: () => Promise<readonly string[]> }[] = [
  { name: 'table types', write: () => writeTableTypes() },
  { name: 'command line guide', write: () => writeCommandLineGuide({ commands, groups }) },
  { name: 'reference', write: () => writePage('reference.md', referencePage()) },
  { name: 'requirements', write: () => writePage('requirements.md', requirementsPage()) },
  { name: 'promises', write: () => writePage('security/promises.md', promisesPage()) },
  { name: 'hazards', write: () => writePage('security/hazards.md', hazardsPage()) },
  { name: 'controls', write: () => writePage('security/asvs.md', controlsPage()) },
];

for (const { name, write } of generators) {
  const changed = await write();
  process.stdout.write(`${name}: ${changed.length === 0 ? 'current' : `wrote ${changed.join(', ')}`}\n`);
}

/** Writes a page of docs/ where it is not as it should be. */
async function writePage(name: string, text: string): Promise<readonly string[]> {
  const place = new URL(`../docs/${name}`, import.meta.url);
  const now = await readFile(place, 'utf8').catch(() => undefined);
  if (now?.replaceAll('\r\n', '\n') === text) return [];
  await writeFile(place, text);
  return [fileURLToPath(place)];
}
