import type { OwnFile } from './own-files.ts';
import { withoutComments, type MadeTable } from './sql-rules.ts';
import { syntaxOf, wordsOf } from './syntax.ts';

const disclosed = /\bway:\s*(?:[^,\n]*\?\s*[^,\n]*)?'disclosed'|'disclosed'\s*[,:}]/;
const gate = /import\s*\{[^}]*\bcrossing\b[^}]*\}\s*from\s*'#modules\/sharing\/index\.ts'/s;
const ledger = /^service\/modules\/sharing\/actions\/disclosures\//;
const kernel = /^service\/platform\/(kernel|audit)\//;

/** Whatever tells the audit that it disclosed something, and does not come through the gate of the sharing ledger. */
export function pastTheGate(files: readonly OwnFile[]): string[] {
  return files
    .filter(({ path }) => !ledger.test(path) && !kernel.test(path))
    .filter((file) => disclosed.test(file.text) && saysDisclosed(file))
    .filter(({ text }) => !gate.test(text))
    .map(({ path }) => `${path} discloses past the gate`);
}

/** It is said in the code and not in a comment. */
function saysDisclosed(file: OwnFile): boolean {
  return syntaxOf(file).some(({ node }) => wordsOf(node) === 'disclosed');
}

/** Tables whose rows between two bodies the database refuses without their line, by a trigger of this name. */
export function askedForLine(files: readonly OwnFile[]): string[] {
  return files.flatMap(({ text }) =>
    [
      ...withoutComments(text).matchAll(
        /create trigger line_between_bodies before insert on ([\w.]+)\s+for each row execute function/gi,
      ),
    ].map(([, name = '']) => name),
  );
}

/**
 * Tables that give a body, or somebody from one, something about a child, and name no line of the ledger: one that is never
 * null, or one that the database asks for wherever a row lies between two bodies.
 */
export function grantsWithoutLine(tables: readonly MadeTable[], asked: readonly string[] = []): string[] {
  return tables
    .filter(({ name }) => !asked.includes(name))
    .filter(
      ({ columns }) =>
        /\b(child_id|subject_id)\b/.test(columns) && /\borganisation_id\b|_organisation_id\b/.test(columns),
    )
    .filter(({ columns }) => !/\b(disclosure_id|crossing_id)\s+uuid\s+not null\b/.test(columns))
    .map(({ name }) => `${name} ties a child to a body without a line of the ledger`);
}
