import { createRequire } from 'node:module';
import { z } from 'zod';
import { ownFont } from '../picture/own-fonts.ts';
import type { Sheet } from './sheet.ts';

/** The part of pdfkit that we use. Everything drawn stands in the tree of the document's structure, or is an artefact. */
export type Paper = {
  x: number;
  y: number;
  page: {
    width: number;
    height: number;
    margins: { top: number; bottom: number; left: number; right: number };
  };
  outline: Outline;
  registerFont(name: string, bytes: Uint8Array): Paper;
  font(name: string): Paper;
  fontSize(size: number): Paper;
  fillColor(colour: string): Paper;
  text(words: string, x: number, y: number, options: TextOptions): Paper;
  heightOfString(words: string, options: TextOptions): number;
  rect(x: number, y: number, width: number, height: number): Paper;
  fill(colour: string): Paper;
  addPage(): Paper;
  struct(tag: string, options?: StructOptions, draw?: () => void): Structure;
  addStructure(structure: Structure): Paper;
  markContent(tag: 'Artifact', options?: { type: 'Pagination' | 'Layout' }): Paper;
  endMarkedContent(): Paper;
  bufferedPageRange(): { start: number; count: number };
  switchToPage(at: number): Paper;
  on(event: 'data', heard: (piece: Uint8Array) => void): Paper;
  on(event: 'end', heard: () => void): Paper;
  end(): void;
};

export type Outline = { addItem(words: string): Outline };
export type TextOptions = { width: number; lineGap?: number; align?: 'left' | 'right' };
export type StructOptions = { alt?: string; title?: string; scope?: 'Column' | 'Row'; bbox?: number[] };
export type Structure = { add(child: Structure): Structure; end(): void };

// theirs, not ours: so many parameters is what it takes
// oxlint-disable-next-line max-params
export type DrawSvg = (
  paper: Paper,
  svg: string,
  x: number,
  y: number,
  options: { width: number; height: number; fontCallback: (family: string, bold: boolean) => string },
) => void;

// pdfmake's own writer marks a document as tagged and tags nothing, so we write with what lies beneath it
const require = createRequire(import.meta.url);
const fromPdfmake = createRequire(require.resolve('pdfmake'));
const Made = z
  .custom<new (options: object) => Paper>((value) => typeof value === 'function')
  .parse(require('pdfkit'));

/** Draws an SVG on paper, text as text. */
export const drawSvg = z
  .object({ default: z.custom<DrawSvg>((value) => typeof value === 'function') })
  .parse(fromPdfmake('./3rd-party/svg-to-pdfkit')).default;

/** An empty document on A4, tagged, with its language, its title and our fonts. */
export function newPaper(sheet: Sheet): Paper {
  const paper = new Made({
    size: 'A4',
    margins: { top: 58, bottom: 62, left: 58, right: 58 },
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: true,
    // pdfkit asks for a font before ours are known
    font: '',
    info: {
      Title: sheet.title,
      Author: sheet.author,
      Subject: sheet.subject,
      Creator: 'Golden Thread',
      Producer: 'Golden Thread',
      CreationDate: sheet.madeAt,
      ModDate: sheet.madeAt,
    },
  });
  for (const name of ['Roboto-Regular', 'Roboto-Medium', 'Roboto-Italic'] as const)
    paper.registerFont(name, ownFont(name));
  return paper.font('Roboto-Regular');
}

/** All the bytes of a document, once it has ended. */
export function bytesOf(paper: Paper): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  return new Promise((done) => {
    paper.on('data', (piece) => pieces.push(piece));
    paper.on('end', () => done(Buffer.concat(pieces)));
    paper.end();
  });
}
