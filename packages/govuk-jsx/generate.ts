// node bin/run.mjs packages/govuk-jsx/generate.ts           writes generated/ and styles/govuk.css
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ported } from './generator/catalogue.ts';
import { propTypesOf } from './generator/prop-types.ts';
import { styleSheet } from './generator/styles.ts';

/** Every generated file of the package: its path from this folder, and what must stand in it. */
export function generated(): readonly Readonly<{ path: string; text: string }>[] {
  const manifest: { version: string } = JSON.parse(
    readFileSync(new URL(import.meta.resolve('govuk-frontend/package.json')), 'utf8'),
  );
  const propTypes = ported().map(({ group, component }) => ({
    path: `generated/${group}/${component}.ts`,
    text: propTypesOf(component, manifest.version),
  }));
  return [...propTypes, { path: 'styles/govuk.css', text: styleSheet(manifest.version) }];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { path, text } of generated()) {
    const at = fileURLToPath(new URL(path, import.meta.url));
    mkdirSync(dirname(at), { recursive: true });
    writeFileSync(at, text);
  }
}
