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
import { besideHeight, writeBeside, writeTable } from './pdf-tables.ts';
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
  for (const [at, block] of sheet.blocks.entries()) {
    if (block.kind === 'heading' && block.level === 3) keepTogether(desk, sheet.blocks.slice(at), known);
    writeBlock(desk, block, known);
  }
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

type PictureBlock = Extract<Block, { kind: 'picture' }>;

function writePicture(desk: Desk, block: PictureBlock, picture: SheetPicture | undefined): void {
  if (picture) drawPicture(desk, block.alt, picture);
  writeWords(desk, { kind: 'words', text: block.values, look: 'quiet' });
}

function drawPicture(desk: Desk, alt: string, picture: SheetPicture): void {
  const { paper, left, width: most } = desk;
  const height = pictureHeight(picture, most);
  const width = (height * picture.width) / picture.height;
  room(desk, height + 10);
  const y = paper.y;
  const box = [left, y, left + width, y + height];
  desk.at.add(
    paper.struct('Figure', { alt, bbox: box }, () => {
      const fontCallback = (_family: string, bold: boolean) => (bold ? 'Roboto-Medium' : 'Roboto-Regular');
      drawSvg(paper, unsized(picture.svg), left, y, { width, height, fontCallback });
    }),
  );
  paper.x = left;
  paper.y = y + height + 10;
}

/** It is as large as there is room for, not as large as it says. */
function unsized(svg: string): string {
  return svg.replace(/(<svg\b[^>]*?) width="[\d.]+" height="[\d.]+"/, '$1');
}

function pictureHeight({ width, height }: SheetPicture, most: number): number {
  return Math.min(250, (most * height) / width);
}

type Known = ReadonlyMap<string, SheetPicture>;

/** A small heading, its words and what stands side by side beneath it are read on one page, where one can hold them. */
function keepTogether(desk: Desk, [heading, ...others]: readonly Block[], known: Known): void {
  const end = others.findIndex(({ kind }) => kind === 'heading' || kind === 'new-page' || kind === 'table');
  const group = end < 0 ? others : others.slice(0, end);
  const heights = group.map((block) => blockHeight(desk, block, known));
  const whole = heights.reduce((sum, height) => sum + height, heading ? 40 : 0);
  const { top, bottom } = desk.paper.page.margins;
  if (whole <= desk.paper.page.height - top - bottom) room(desk, whole);
}

function blockHeight(desk: Desk, block: Block, known: Known): number {
  if (block.kind === 'beside') return besideHeight(desk, block.parts) + 8;
  if (block.kind === 'words')
    return heightOf(desk, block.text, { look: looks.words, width: Math.min(desk.width, 460) }) + 6;
  const picture = block.kind === 'picture' ? known.get(block.key) : undefined;
  return picture ? pictureHeight(picture, desk.width) + 50 : 0;
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
    paper.font('Roboto-Regular').fontSize(8).fillColor(looks.quiet.colour);
    const [short = ''] = mark.split(':');
    paper.text(short === '' ? foot : `${foot}. ${short}`, left, y, { width: width - 56 });
    paper.text(`Page ${at - start + 1} of ${count}`, left, y, { width, align: 'right' });
    paper.endMarkedContent();
    page.margins.bottom = bottom;
  }
}
