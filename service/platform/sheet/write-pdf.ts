import {
  bar,
  bottomOf,
  heightOf,
  inside,
  line,
  looks,
  newPage,
  room,
  thread,
  write,
  type Desk,
} from './desk.ts';
import { writeBeside, writeTable } from './pdf-tables.ts';
import { bytesOf, drawSvg, newPaper, type Paper } from './paper.ts';
import type { Block, Sheet, SheetPicture } from './sheet.ts';

/** Writes a sheet as a PDF whose every word stands in the tree of its structure, in the order in which it is read. */
export async function writePdf(sheet: Sheet, pictures: readonly SheetPicture[]): Promise<Uint8Array> {
  const paper = newPaper(sheet);
  const root = paper.struct('Document', { title: sheet.title });
  paper.addStructure(root);
  const { margins, width } = paper.page;
  const desk: Desk = { paper, at: root, left: margins.left, width: width - margins.left - margins.right };
  writeHead(desk, sheet);
  const known = new Map(pictures.map((picture) => [picture.key, picture]));
  for (const block of sheet.blocks) writeBlock(desk, block, known);
  root.end();
  writeFeet(paper, sheet);
  return bytesOf(paper);
}

function writeHead(desk: Desk, sheet: Sheet): void {
  const { paper, left, width } = desk;
  const x = left + 16;
  const top = paper.y;
  const say = (tag: string, words: string, look: (typeof looks)[keyof typeof looks]) => {
    if (words === '') return;
    write(desk, tag, { words, look, x, y: paper.y, width: width - 16 });
    paper.y += 4;
  };
  say('P', sheet.over, looks.over);
  say('H1', sheet.title, looks.title);
  for (const words of sheet.lines) say('P', words, looks.lead);
  say('P', sheet.mark, looks.quiet);
  bar(paper, { x: left, y: top, width: 4, height: paper.y - top - 4 }, thread);
  paper.y += 8;
}

function writeBlock(desk: Desk, block: Block, pictures: ReadonlyMap<string, SheetPicture>): void {
  switch (block.kind) {
    case 'new-page':
      return newPage(desk);
    case 'heading':
      return writeHeading(desk, block);
    case 'words':
      return writeWords(desk, block);
    case 'list':
      return writeList(desk, block.items);
    case 'table':
      return writeTable(desk, block);
    case 'beside':
      return writeBeside(desk, block.parts);
    case 'picture':
      return writePicture(desk, block, pictures.get(block.key));
  }
}

/** A heading never stands alone at the foot of a page. */
function writeHeading(desk: Desk, { level, text }: Extract<Block, { kind: 'heading' }>): void {
  const { paper, left, width } = desk;
  const look = level === 2 ? looks.h2 : looks.h3;
  const above = paper.y === paper.page.margins.top ? 0 : level === 2 ? 20 : 12;
  room(desk, above + heightOf(desk, text, { look, width }) + 70);
  paper.y += paper.y === paper.page.margins.top ? 0 : above;
  if (level === 2) paper.outline.addItem(text);
  write(desk, level === 2 ? 'H2' : 'H3', { words: text, look, x: left, y: paper.y, width });
  paper.y += level === 2 ? 6 : 3;
}

function writeWords(desk: Desk, { text, look: asked }: Extract<Block, { kind: 'words' }>): void {
  const { paper, left, width } = desk;
  const look = asked === 'lead' ? looks.lead : asked === 'quiet' ? looks.quiet : looks.words;
  room(desk, Math.min(48, heightOf(desk, text, { look, width })));
  write(desk, 'P', { words: text, look, x: left, y: paper.y, width: Math.min(width, 460) });
  paper.y += 6;
}

function writeList(desk: Desk, items: readonly string[]): void {
  const { paper, left, width } = desk;
  inside(desk, 'L', (list) => {
    for (const words of items) {
      const height = heightOf(desk, words, { look: looks.words, width: width - 16 });
      if (paper.y + Math.min(height, 48) > bottomOf(desk)) newPage(desk);
      const y = paper.y;
      inside({ paper, at: list }, 'LI', (item) => {
        write({ paper, at: item }, 'Lbl', { words: '•', look: looks.words, x: left, y, width: 12 });
        write({ paper, at: item }, 'LBody', {
          words,
          look: looks.words,
          x: left + 16,
          y,
          width: Math.min(width - 16, 460),
        });
      });
      paper.y += 4;
    }
  });
  paper.y += 4;
}

function writePicture(desk: Desk, { alt }: { alt: string }, picture: SheetPicture | undefined): void {
  if (!picture) return;
  const { paper, left, width: most } = desk;
  const height = Math.min(250, (most * picture.height) / picture.width);
  const width = (height * picture.width) / picture.height;
  room(desk, height + 10);
  const y = paper.y;
  const box = [left, y, left + width, y + height];
  desk.at.add(
    paper.struct('Figure', { alt, bbox: box }, () => {
      const fontCallback = (_family: string, bold: boolean) => (bold ? 'Roboto-Medium' : 'Roboto-Regular');
      drawSvg(paper, picture.svg, left, y, { width, height, fontCallback });
    }),
  );
  paper.x = left;
  paper.y = y + height + 10;
}

/** The same at the foot of every page: whose it is, and which page of how many. */
function writeFeet(paper: Paper, { foot, mark }: Sheet): void {
  const { start, count } = paper.bufferedPageRange();
  for (let at = start; at < start + count; at += 1) {
    paper.switchToPage(at);
    const { page } = paper;
    const { left, right, bottom } = page.margins;
    // else writing so low would open another page
    page.margins.bottom = 0;
    const y = page.height - bottom + 20;
    const width = page.width - left - right;
    paper.markContent('Artifact', { type: 'Pagination' });
    paper.rect(left, y - 6, width, 0.6).fill(line);
    paper.font('Roboto-Regular').fontSize(8.5).fillColor(looks.quiet.colour);
    paper.text(mark === '' ? foot : `${foot}. ${mark}`, left, y, { width: width - 90 });
    paper.text(`Page ${at - start + 1} of ${count}`, left, y, { width, align: 'right' });
    paper.endMarkedContent();
    page.margins.bottom = bottom;
  }
}
