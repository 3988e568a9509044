import {
  bar,
  bottomOf,
  heightOf,
  inside,
  line,
  looks,
  newPage,
  room,
  write,
  type Desk,
  type Look,
} from './desk.ts';
import type { Structure } from './paper.ts';
import type { BesidePart, Block } from './sheet.ts';

const pad = 6;

/** A table with its head; the head is said again on every page that the table goes on to, for the eye alone. */
export function writeTable(desk: Desk, table: Extract<Block, { kind: 'table' }>): void {
  const { paper, width } = desk;
  const shares = table.widths ?? table.head.map(() => 1);
  const sum = shares.reduce((all, share) => all + share, 0);
  const widths = shares.map((share) => (share / sum) * width);
  room(desk, 26 + rowHeight(desk, table.head, { widths, look: looks.label }) + 40);
  inside(desk, 'Table', (part) => {
    inside({ paper, at: part }, 'Caption', (caption) =>
      write({ ...desk, at: caption }, 'P', {
        words: table.caption,
        look: looks.quiet,
        x: desk.left,
        y: paper.y,
        width,
      }),
    );
    paper.y += 4;
    writeRow(desk, { part, cells: table.head, widths, look: looks.label, tag: 'TH' });
    for (const cells of table.rows) {
      if (paper.y + rowHeight(desk, cells, { widths, look: looks.words }) > bottomOf(desk)) {
        newPage(desk);
        headAgain(desk, table.head, widths);
      }
      writeRow(desk, { part, cells, widths, look: looks.words, tag: 'TD' });
    }
  });
  paper.y += 10;
}

/** The head once more, for the eye: whoever listens has heard it. */
function headAgain(desk: Desk, head: readonly string[], widths: readonly number[]): void {
  const { paper, left } = desk;
  const look = looks.label;
  const y = paper.y;
  let x = left;
  paper.markContent('Artifact', { type: 'Layout' });
  paper.font(look.font).fontSize(look.size).fillColor(look.colour);
  for (const [index, words] of head.entries()) {
    paper.text(words, x, y + pad, { width: (widths[index] ?? 0) - 10, lineGap: look.gap });
    x += widths[index] ?? 0;
  }
  paper.endMarkedContent();
  paper.y = y + rowHeight(desk, head, { widths, look });
  bar(paper, { x: left, y: paper.y - 1, width: desk.width, height: 1.2 }, line);
}

type Row = {
  part: Structure;
  cells: readonly string[];
  widths: readonly number[];
  look: Look;
  tag: 'TH' | 'TD';
};

function writeRow(desk: Desk, { part, cells, widths, look, tag }: Row): void {
  const { paper, left } = desk;
  const y = paper.y + pad;
  const height = rowHeight(desk, cells, { widths, look });
  inside({ paper, at: part }, 'TR', (row) => {
    let x = left;
    for (const [index, words] of cells.entries()) {
      const width = (widths[index] ?? 0) - 10;
      write({ paper, at: row }, tag, {
        words: words || '–',
        look,
        x,
        y,
        width,
        ...(tag === 'TH' ? { scope: 'Column' as const } : {}),
      });
      x += widths[index] ?? 0;
    }
  });
  paper.y = y - pad + height;
  bar(paper, { x: left, y: paper.y - 1, width: desk.width, height: tag === 'TH' ? 1.2 : 0.5 }, line);
}

function rowHeight(
  desk: Desk,
  cells: readonly string[],
  given: { widths: readonly number[]; look: Look },
): number {
  const { widths, look } = given;
  const heights = cells.map((words, index) =>
    heightOf(desk, words || '–', { look, width: (widths[index] ?? 0) - 10 }),
  );
  return Math.max(...heights, look.size) + 2 * pad;
}

/** Parts of equal size side by side; one beneath the other where a page could not hold them. */
export function writeBeside(desk: Desk, parts: readonly BesidePart[]): void {
  const { paper, left } = desk;
  const width = partWidth(desk, parts);
  const height = besideHeight(desk, parts);
  const { top, bottom } = paper.page.margins;
  if (height > paper.page.height - top - bottom) return writeBeneath(desk, parts);
  room(desk, height);
  const y = paper.y;
  for (const [index, part] of parts.entries()) {
    const x = left + index * (width + gutter);
    bar(paper, { x, y, width, height: 1.2 }, looks.words.colour);
    paper.y = y + 7;
    writePart(desk, part, { x, width });
  }
  paper.y = y + height + 8;
}

const gutter = 16;

function partWidth({ width }: Desk, parts: readonly BesidePart[]): number {
  return (width - gutter * (parts.length - 1)) / parts.length;
}

/** How much of a page parts take that stand side by side. */
export function besideHeight(desk: Desk, parts: readonly BesidePart[]): number {
  const width = partWidth(desk, parts);
  return Math.max(...parts.map((part) => partHeight(desk, part, width)));
}

function writeBeneath(desk: Desk, parts: readonly BesidePart[]): void {
  for (const part of parts) {
    room(desk, 60);
    writePart(desk, part, { x: desk.left, width: Math.min(desk.width, 460) });
    desk.paper.y += 8;
  }
}

function writePart(desk: Desk, part: BesidePart, { x, width }: { x: number; width: number }): void {
  const { paper } = desk;
  inside(desk, 'Div', (at) => {
    for (const { tag, words, look } of linesOf(part)) {
      write({ paper, at }, tag, { words, look, x, y: paper.y, width });
      paper.y += 4;
    }
  });
}

function partHeight(desk: Desk, part: BesidePart, width: number): number {
  return linesOf(part).reduce((sum, { words, look }) => sum + heightOf(desk, words, { look, width }) + 4, 8);
}

function linesOf({
  title,
  paragraphs,
  quote,
  whose,
}: BesidePart): { tag: string; words: string; look: Look }[] {
  return [
    { tag: 'H4', words: title, look: looks.label },
    ...paragraphs.map((words) => ({ tag: 'P', words, look: looks.words })),
    ...(quote === '' ? [] : [{ tag: 'BlockQuote', words: `“${quote}”`, look: looks.quote }]),
    ...(whose === '' ? [] : [{ tag: 'P', words: whose, look: looks.quiet }]),
  ];
}
