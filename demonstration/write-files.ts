import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inventedFiles } from './measures.ts';

// Writes the invented files anew, beside this program: node bin/run.mjs demonstration/write-files.ts
const folder = join(import.meta.dirname, 'files');
mkdirSync(folder, { recursive: true });
for (const { name, text } of inventedFiles()) {
  writeFileSync(join(folder, name), text);
  process.stdout.write(`${name}: ${Buffer.byteLength(text)} bytes\n`);
}
