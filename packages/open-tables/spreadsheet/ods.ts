import { strToU8, zipSync } from 'fflate';
import { shownNumber, type OpenTable, type TableCell } from '../table.ts';
import { xml, xmlHead } from '../xml.ts';
import { decimalsIn, sheetsOf, type Sheet } from './cover.ts';

const mediaType = 'application/vnd.oasis.opendocument.spreadsheet';

/**
 * The table as an OpenDocument spreadsheet (ODF 1.3, the format that government publishes in): a sheet that says what
 * it is, and a sheet with the figures under one row of heads that stays in sight. Numbers are numbers, with the decimals
 * that the page shows; words stay words and can be no formula.
 * @param madeAt stands in the document's properties and in the archive
 */
export function toOds(table: OpenTable, madeAt: Date): Uint8Array {
  const sheets = sheetsOf(table);
  const part = (text: string) => strToU8(xmlHead + text);
  return zipSync(
    {
      // the first entry, uncompressed: programs tell the kind of document by it
      mimetype: [strToU8(mediaType), { level: 0 }],
      'META-INF/manifest.xml': part(manifest),
      'content.xml': part(content(sheets)),
      'styles.xml': part(styles),
      'meta.xml': part(meta(table, madeAt)),
      'settings.xml': part(settings(sheets)),
    },
    { mtime: madeAt, level: 6 },
  );
}

const namespaces = [
  'office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"',
  'fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"',
  'config="urn:oasis:names:tc:opendocument:xmlns:config:1.0"',
  'dc="http://purl.org/dc/elements/1.1/"',
]
  .map((each) => `xmlns:${each}`)
  .join(' ');

const manifest = `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${[
  ['/', mediaType],
  ...['content.xml', 'styles.xml', 'meta.xml', 'settings.xml'].map((name) => [name, 'text/xml']),
]
  .map(([path, type]) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`)
  .join('')}</manifest:manifest>`;

const styles = `<office:document-styles ${namespaces} office:version="1.3"><office:styles><style:default-style style:family="table-cell"><style:text-properties fo:language="en" fo:country="GB" style:font-name="Arial" fo:font-size="12pt"/></style:default-style></office:styles></office:document-styles>`;

function meta(table: OpenTable, madeAt: Date): string {
  return `<office:document-meta ${namespaces} office:version="1.3"><office:meta><dc:title>${xml(table.title)}</dc:title><dc:language>en-GB</dc:language><meta:creation-date>${madeAt.toISOString()}</meta:creation-date></office:meta></office:document-meta>`;
}

/** The heads stay in sight while the figures are scrolled. */
function settings(sheets: readonly Sheet[]): string {
  const item = (name: string, type: string, value: string) =>
    `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`;
  const entries = sheets.map(
    ({ name }) =>
      `<config:config-item-map-entry config:name="${name}">${item('VerticalSplitMode', 'short', '2')}${item('VerticalSplitPosition', 'int', '2')}${item('ActiveSplitRange', 'short', '2')}${item('PositionBottom', 'int', '2')}</config:config-item-map-entry>`,
  );
  const view = `<config:config-item-map-entry><config:config-item-map-named config:name="Tables">${entries.join('')}</config:config-item-map-named></config:config-item-map-entry>`;
  return `<office:document-settings ${namespaces} office:version="1.3"><office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views">${view}</config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>`;
}

function content(sheets: readonly Sheet[]): string {
  const numbers = decimalsIn(sheets).map(
    (decimals) =>
      `<number:number-style style:name="N${decimals}"><number:number number:decimal-places="${decimals}" number:min-decimal-places="${decimals}" number:min-integer-digits="1" number:grouping="true"/></number:number-style><style:style style:name="number${decimals}" style:family="table-cell" style:data-style-name="N${decimals}"/>`,
  );
  const columns = sheets.flatMap((sheet, index) =>
    sheet.widths.map(
      (width, column) =>
        `<style:style style:name="${columnStyle(index, column)}" style:family="table-column"><style:table-column-properties style:column-width="${(width * 0.22).toFixed(2)}cm"/></style:style>`,
    ),
  );
  const words = [
    `<style:style style:name="title" style:family="table-cell"><style:text-properties fo:font-weight="bold" fo:font-size="16pt"/></style:style>`,
    `<style:style style:name="head" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="bottom"/><style:text-properties fo:font-weight="bold"/></style:style>`,
    `<style:style style:name="words" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style>`,
  ];
  const tables = sheets.map(sheetXml).join('');
  return `<office:document-content ${namespaces} office:version="1.3"><office:automatic-styles>${[...numbers, ...columns, ...words].join('')}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
}

function columnStyle(sheet: number, column: number): string {
  return `column${sheet}-${column}`;
}

function sheetXml(sheet: Sheet, index: number): string {
  const columns = sheet.widths.map(
    (_, column) => `<table:table-column table:style-name="${columnStyle(index, column)}"/>`,
  );
  const row = (cells: readonly string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
  const title = row([textCell(sheet.title, 'title')]);
  const heads = row(sheet.heads.map((head) => textCell(head, 'head')));
  const rows = sheet.rows.map((cells) => row(cells.map(cellXml)));
  return `<table:table table:name="${sheet.name}">${columns.join('')}<table:table-header-rows>${title}${heads}</table:table-header-rows>${rows.join('')}</table:table>`;
}

function cellXml(cell: TableCell): string {
  if (cell.kind === 'empty') return '<table:table-cell/>';
  if (cell.kind === 'text') return textCell(cell.text, 'words');
  const shown = shownNumber(cell);
  return `<table:table-cell table:style-name="number${cell.decimals}" office:value-type="float" office:value="${shown}"><text:p>${shown}</text:p></table:table-cell>`;
}

/** A line break in a cell is a paragraph of its own. */
function textCell(text: string, style: string): string {
  const lines = text
    .split(/\r\n?|\n/)
    .map((line) => `<text:p>${xml(line).replaceAll(/ {2,}/g, spaces)}</text:p>`);
  return `<table:table-cell table:style-name="${style}" office:value-type="string">${lines.join('')}</table:table-cell>`;
}

/** Where several spaces follow each other, OpenDocument wants them counted. */
function spaces(run: string): string {
  return ` <text:s text:c="${run.length - 1}"/>`;
}
