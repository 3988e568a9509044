import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { BesidePart, Block, Sheet, SheetPicture } from './sheet.ts';

const wide = 9600;

/** Writes a sheet as a Word document: real headings, tables with heads, pictures with words in their place. */
export async function writeWord(sheet: Sheet, pictures: readonly SheetPicture[]): Promise<Uint8Array> {
  const known = new Map(pictures.map((picture) => [picture.key, picture]));
  const document = new Document({
    title: sheet.title,
    subject: sheet.subject,
    creator: sheet.author,
    lastModifiedBy: sheet.author,
    description: [sheet.over, ...sheet.lines, sheet.mark].filter(Boolean).join('. '),
    styles: {
      default: {
        document: { run: { font: 'Arial', size: 22, language: { value: 'en-GB' } } },
        title: { run: { size: 48, bold: true, color: '1b2338' } },
        heading2: {
          run: { size: 32, bold: true, color: '1b2338' },
          paragraph: { spacing: { before: 360, after: 120 } },
        },
        heading3: {
          run: { size: 26, bold: true, color: '1b2338' },
          paragraph: { spacing: { before: 240, after: 80 } },
        },
      },
    },
    sections: [
      {
        properties: { page: { margin: { top: 1100, bottom: 1100, left: 1150, right: 1150 } } },
        footers: { default: footer(sheet) },
        children: [...head(sheet), ...sheet.blocks.flatMap((block) => written(block, known))],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function head(sheet: Sheet): Paragraph[] {
  return [
    plain(sheet.over, { color: '4a5368' }),
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      children: [new TextRun({ text: sheet.title, bold: true, size: 48 })],
    }),
    ...sheet.lines.map((words) => plain(words, { size: 25 })),
    ...(sheet.mark === '' ? [] : [plain(sheet.mark, { color: '4a5368' })]),
  ];
}

function footer({ foot, mark }: Sheet): Footer {
  const words = mark === '' ? foot : `${foot}. ${mark}`;
  const children = [`${words}. Page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.LEFT,
        children: [new TextRun({ size: 17, color: '4a5368', children })],
      }),
    ],
  });
}

const looks = { lead: { size: 25 }, quiet: { color: '4a5368' }, plain: {} } as const;

function heading({ level, text }: Extract<Block, { kind: 'heading' }>): Paragraph {
  return new Paragraph({
    heading: level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
    keepNext: true,
    children: [new TextRun(text)],
  });
}

function written(block: Block, pictures: ReadonlyMap<string, SheetPicture>): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'new-page':
      return [new Paragraph({ pageBreakBefore: true, children: [] })];
    case 'heading':
      return [heading(block)];
    case 'words':
      return [plain(block.text, looks[block.look ?? 'plain'])];
    case 'list':
      return block.items.map(
        (words) =>
          new Paragraph({ bullet: { level: 0 }, spacing: { after: 80 }, children: [new TextRun(words)] }),
      );
    case 'table':
      return [
        plain(block.caption, { color: '4a5368' }),
        table(
          block.head,
          block.rows.map((row) => row.map((words) => [plain(words || '–')])),
          block.widths,
        ),
        plain(''),
      ];
    case 'beside':
      return [
        table(
          block.parts.map(({ title }) => title),
          [block.parts.map(part)],
        ),
        plain(''),
      ];
    case 'picture':
      return [...picture(block.alt, pictures.get(block.key)), plain(block.values, { color: '4a5368' })];
  }
}

type Look = { size?: number; color?: string; italics?: true; bold?: true };

function plain(words: string, look: Look = {}): Paragraph {
  return new Paragraph({
    spacing: { after: 120, line: 290 },
    children: [new TextRun({ text: words, ...look })],
  });
}

function part({ paragraphs, quote, whose }: BesidePart): Paragraph[] {
  return [
    ...paragraphs.map((words) => plain(words)),
    ...(quote === '' ? [] : [plain(`“${quote}”`, { italics: true })]),
    ...(whose === '' ? [] : [plain(whose, { color: '4a5368' })]),
  ];
}

function table(
  head: readonly string[],
  rows: readonly (readonly Paragraph[])[][],
  shares: readonly number[] = head.map(() => 1),
): Table {
  const sum = shares.reduce((all, share) => all + share, 0);
  const widths = shares.map((share) => Math.round((share / sum) * wide));
  const cell = (children: readonly Paragraph[], index: number) =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      margins: { top: 80, bottom: 80, left: 100, right: 100 },
      children: children.length === 0 ? [plain('–')] : [...children],
    });
  return new Table({
    width: { size: wide, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({
        tableHeader: true,
        children: head.map((words, index) => cell([plain(words, { bold: true })], index)),
      }),
      ...rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map(cell) })),
    ],
  });
}

function picture(alt: string, drawing: SheetPicture | undefined): Paragraph[] {
  if (!drawing?.png) return [];
  const width = Math.min(600, (330 * drawing.width) / drawing.height);
  const height = Math.round((width * drawing.height) / drawing.width);
  return [
    new Paragraph({
      spacing: { after: 120 },
      children: [
        new ImageRun({
          type: 'png',
          data: drawing.png,
          transformation: { width, height },
          altText: { title: 'Chart', name: drawing.key, description: alt },
        }),
      ],
    }),
  ];
}
