import { columnNames, hasStatuses, type OpenTable } from './table.ts';

/**
 * What a program must know to read the table's CSV (W3C "Metadata Vocabulary for Tabular Data", 2015): the name, title
 * and datatype of every column, and the words that stand where there is no number.
 * @param csvUrl where the CSV is, as seen from the metadata
 */
export function toCsvw(table: OpenTable, csvUrl: string): Readonly<Record<string, unknown>> {
  const names = columnNames(table.columns);
  const about = new Map(table.about.map(({ name, words }) => [name.toLowerCase(), words]));
  const link = about.get('licence link');
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: csvUrl,
    'dc:title': table.title,
    ...(about.has('source') ? { 'dc:source': about.get('source') } : {}),
    ...(link === undefined ? {} : { 'dc:license': { '@id': link } }),
    'rdfs:comment': table.about.map(({ name, words }) => `${name}: ${words}`),
    dialect: { encoding: 'utf-8', header: true, lineTerminators: ['\r\n'] },
    tableSchema: {
      columns: table.columns.map(({ head, holds, about: words }, index) => ({
        name: names[index],
        titles: head,
        datatype: holds === 'numbers' ? 'number' : 'string',
        ...(words === undefined ? {} : { 'dc:description': words }),
        ...(hasStatuses(table, index) ? { null: ['', ...statusesIn(table, index)] } : {}),
      })),
    },
  };
}

function statusesIn({ rows }: OpenTable, column: number): string[] {
  const found = new Set<string>();
  for (const row of rows) {
    const cell = row[column];
    if (cell?.kind === 'text') found.add(cell.text);
  }
  return [...found];
}
