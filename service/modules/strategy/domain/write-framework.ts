import { stringify } from 'yaml';
import type { ElementDocument, FrameworkDocument } from './framework-document.ts';
import { graphOf, parentsByTier } from './graph.ts';

/** The framework as YAML that a person can read and edit; `readFramework` gives the same document back. */
export function writeYaml(document: FrameworkDocument): string {
  const comment = `# ${document.name.replaceAll('\n', ' ')}\n`;
  return comment + stringify(withoutDefaults(document), { lineWidth: 110, blockQuote: 'literal' });
}

/** The same as JSON. */
export function writeJson(document: FrameworkDocument): string {
  return `${JSON.stringify(withoutDefaults(document), null, 2)}\n`;
}

/** Empty lists and unset fields say nothing: they are left out, and read back as what they were. */
function withoutDefaults(document: FrameworkDocument): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(document)
      .map(([field, value]): [string, unknown] => [
        field,
        Array.isArray(value) ? value.map(withoutEmpty) : value,
      ])
      .filter(([, value]) => !isEmpty(value)),
  );
}

function withoutEmpty(item: unknown): unknown {
  if (typeof item !== 'object' || item === null) return item;
  return Object.fromEntries(Object.entries(item).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

/** The columns of the spreadsheet, one row an element. Several things in one cell stand on lines of their own. */
const columns: readonly { head: string; cell(row: Row): string }[] = [
  { head: 'Tier', cell: ({ tierName }) => tierName },
  { head: 'Role of tier', cell: ({ role }) => role },
  { head: 'Key', cell: ({ element }) => element.key },
  { head: 'Label', cell: ({ element }) => element.label },
  { head: 'Whose words the label is', cell: ({ element }) => element.labelWording },
  { head: 'Statement', cell: ({ element }) => element.statement ?? '' },
  {
    head: 'Whose words the statement is',
    cell: ({ element }) => (element.statement ? element.statementWording : ''),
  },
  { head: 'Serves (keys)', cell: ({ element }) => element.serves.join('\n') },
  { head: 'Serves', cell: ({ serves }) => serves.join('\n') },
  { head: 'Serves whole tiers', cell: ({ element }) => element.servesTiers.join('\n') },
  { head: 'Owners', cell: ({ owners }) => owners.join('\n') },
  { head: 'Organisations', cell: ({ organisations }) => organisations.join('\n') },
  { head: 'Audience', cell: ({ element }) => element.audience ?? '' },
  { head: 'Direction', cell: ({ element }) => element.direction ?? '' },
  { head: 'Due', cell: ({ element }) => element.due ?? '' },
  { head: 'Measures', cell: ({ measures }) => measures.join('\n') },
  { head: 'Line in source', cell: ({ element }) => String(element.line ?? '') },
];

type Row = {
  element: ElementDocument;
  tierName: string;
  role: string;
  serves: readonly string[];
  owners: readonly string[];
  organisations: readonly string[];
  measures: readonly string[];
};

/**
 * The framework as a spreadsheet: tiers in order, one row an element, with what it is tied to. Begins with a byte order
 * mark, without which Excel spoils every curly quote, and no cell begins as a formula would.
 */
export function writeCsv(document: FrameworkDocument): string {
  const rows = rowsOf(document).map((row) => columns.map(({ cell }) => cell(row)));
  const lines = [columns.map(({ head }) => head), ...rows].map((cells) => cells.map(safeCell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function rowsOf(document: FrameworkDocument): Row[] {
  const graph = graphOf(document);
  const owners = new Map(document.owners.map(({ key, name }) => [key, name]));
  const organisations = new Map(document.organisations.map(({ key, name }) => [key, name]));
  const measures = Map.groupBy(document.measures, ({ element }) => element);
  return document.tiers.flatMap((tier) =>
    (graph.byTier.get(tier.key) ?? []).map((element) => ({
      element,
      tierName: tier.name,
      role: tier.role,
      serves: parentsByTier(graph, element.key).flatMap((group) => group.elements.map(({ label }) => label)),
      owners: element.owners.map((key) => owners.get(key) ?? key),
      organisations: element.organisations.map((key) => organisations.get(key) ?? key),
      measures: (measures.get(element.key) ?? []).map(
        ({ source, code, role }) => `${source} ${code} (${role})`,
      ),
    })),
  );
}

/** How a formula begins, in full-width signs too, also behind what cannot be seen. */
const likeAFormula = /^[\s\p{Cc}\p{Cf}]*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20]/u;

/** A spreadsheet would run a cell that begins like a formula; an apostrophe before it makes it words again. */
function safeCell(value: string): string {
  const words = likeAFormula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(words) || words !== value ? `"${words.replaceAll('"', '""')}"` : words;
}
