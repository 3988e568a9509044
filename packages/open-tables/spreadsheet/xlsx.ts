import { strToU8, zipSync } from 'fflate';
import { columnNames, shownNumber, type OpenTable, type TableCell } from '../table.ts';
import { xml, xmlHead } from '../xml.ts';
import { decimalsIn, sheetsOf, type Sheet } from './cover.ts';

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const application = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * The table as an Excel workbook (Office Open XML, ECMA-376): the same two sheets as the OpenDocument form. The figures
 * are marked as a table, so that screen readers say the heads. Words stay words and can be no formula.
 * @param madeAt stands in the document's properties and in the archive
 */
export function toXlsx(table: OpenTable, madeAt: Date): Uint8Array {
  const sheets = sheetsOf(table);
  const styles = stylesOf(decimalsIn(sheets));
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets),
    '_rels/.rels': relationsOf([
      ['officeDocument', 'xl/workbook.xml'],
      ['core', 'docProps/core.xml'],
    ]),
    'docProps/core.xml': core(table, madeAt),
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': relationsOf([
      ...sheets.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles.text,
  };
  for (const [index, sheet] of sheets.entries()) {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = worksheet(sheet, styles.indexOf);
    parts[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`] = relationsOf([
      ['table', `../tables/table${index + 1}.xml`],
    ]);
    parts[`xl/tables/table${index + 1}.xml`] = tablePart(sheet, index);
  }
  const files = Object.entries(parts).map(([name, text]) => [name, strToU8(xmlHead + text)] as const);
  return zipSync(Object.fromEntries(files), { mtime: madeAt, level: 6 });
}

function contentTypes(sheets: readonly Sheet[]): string {
  const part = (name: string, type: string) => `<Override PartName="${name}" ContentType="${type}"/>`;
  const each = sheets.flatMap((_, index) => [
    part(`/xl/worksheets/sheet${index + 1}.xml`, `${application}.worksheet+xml`),
    part(`/xl/tables/table${index + 1}.xml`, `${application}.table+xml`),
  ]);
  return `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('/xl/workbook.xml', `${application}.sheet.main+xml`)}${part('/xl/styles.xml', `${application}.styles+xml`)}${part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}${each.join('')}</Types>`;
}

function relationsOf(targets: readonly (readonly [string, string])[]): string {
  const lines = targets.map(([kind, target], index) => {
    const type =
      kind === 'core' ? `${packaged}/relationships/metadata/core-properties` : `${relationships}/${kind}`;
    return `<Relationship Id="r${index + 1}" Type="${type}" Target="${target}"/>`;
  });
  return `<Relationships xmlns="${packaged}/relationships">${lines.join('')}</Relationships>`;
}

function core(table: OpenTable, madeAt: Date): string {
  return `<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xml(table.title)}</dc:title><dc:language>en-GB</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${madeAt.toISOString()}</dcterms:created></cp:coreProperties>`;
}

function workbook(sheets: readonly Sheet[]): string {
  const lines = sheets.map(
    ({ name }, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="r${index + 1}"/>`,
  );
  return `<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${lines.join('')}</sheets></workbook>`;
}

/** Styles 0 to 3 are plain, title, head and words; then one for each number of decimals. */
function stylesOf(decimals: readonly number[]): { text: string; indexOf(decimals: number): number } {
  const formats = decimals.map((count, index) => {
    const code = count === 0 ? '#,##0' : `#,##0.${'0'.repeat(count)}`;
    return `<numFmt numFmtId="${200 + index}" formatCode="${code}"/>`;
  });
  const font = (size: number, bold: string) => `<font>${bold}<sz val="${size}"/><name val="Arial"/></font>`;
  const wrapped = (at: string) => `<alignment wrapText="1" vertical="${at}"/>`;
  const cells = [
    '<xf fontId="0"/>',
    '<xf fontId="1" applyFont="1"/>',
    `<xf fontId="2" applyFont="1" applyAlignment="1">${wrapped('bottom')}</xf>`,
    `<xf fontId="0" applyAlignment="1">${wrapped('top')}</xf>`,
    ...decimals.map((_, index) => `<xf fontId="0" numFmtId="${200 + index}" applyNumberFormat="1"/>`),
  ];
  const numFmts =
    formats.length === 0 ? '' : `<numFmts count="${formats.length}">${formats.join('')}</numFmts>`;
  const text = `<styleSheet xmlns="${main}">${numFmts}<fonts count="3">${font(12, '')}${font(16, '<b/>')}${font(12, '<b/>')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${cells.length}">${cells.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
  return { text, indexOf: (count) => 4 + decimals.indexOf(count) };
}

const [titleStyle, headStyle, wordsStyle] = [1, 2, 3];

function worksheet(sheet: Sheet, styleOf: (decimals: number) => number): string {
  const columns = sheet.widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const cell = (at: { row: number; column: number }, each: TableCell, style: number) =>
    cellXml(`${columnLetters(at.column)}${at.row}`, each, style);
  const words = (text: string): TableCell => ({ kind: 'text', text });
  const lines = [
    [cell({ row: 1, column: 0 }, words(sheet.title), titleStyle)],
    sheet.heads.map((head, column) => cell({ row: 2, column }, words(head), headStyle)),
    ...sheet.rows.map((row, index) =>
      row.map((each, column) =>
        cell({ row: index + 3, column }, each, each.kind === 'number' ? styleOf(each.decimals) : wordsStyle),
      ),
    ),
  ];
  const rows = lines.map((cells, index) => `<row r="${index + 1}">${cells.join('')}</row>`).join('');
  const view = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  return `<worksheet xmlns="${main}" xmlns:r="${relationships}">${view}<cols>${columns.join('')}</cols><sheetData>${rows}</sheetData><tableParts count="1"><tablePart r:id="r1"/></tableParts></worksheet>`;
}

function cellXml(at: string, cell: TableCell, style: number): string {
  if (cell.kind === 'empty') return '';
  if (cell.kind === 'number') return `<c r="${at}" s="${style}"><v>${shownNumber(cell)}</v></c>`;
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xml(cell.text)}</t></is></c>`;
}

/** 0 is A, 25 is Z, 26 is AA. */
function columnLetters(column: number): string {
  const letter = String.fromCodePoint(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

/** Marks the heads and the rows under them as one table; a table without rows still needs one below its heads. */
function tablePart({ heads, rows, name }: Sheet, index: number): string {
  const last = `${columnLetters(heads.length - 1)}${2 + Math.max(1, rows.length)}`;
  // each head once, told apart as spreadsheets do it, because a workbook with two of a name is called damaged
  const names = columnNames(heads.map((head) => ({ head, holds: 'names' })));
  const seen = new Set<string>();
  const columns = heads.map((head, column) => {
    const mine = seen.has(head) ? (names[column] ?? head) : head;
    seen.add(head);
    return `<tableColumn id="${column + 1}" name="${xml(mine)}"/>`;
  });
  return `<table xmlns="${main}" id="${index + 1}" name="${name}" displayName="${name}Table" ref="A2:${last}" totalsRowShown="0"><autoFilter ref="A2:${last}"/><tableColumns count="${heads.length}">${columns.join('')}</tableColumns><tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>`;
}
