import type { Paper, Structure } from './paper.ts';

/** Where a document is being written: its paper, the place in its structure, and the width between its margins. */
export type Desk = { paper: Paper; at: Structure; left: number; width: number };

export type Look = {
  font: 'Roboto-Regular' | 'Roboto-Medium' | 'Roboto-Italic';
  size: number;
  colour: string;
  gap: number;
};

const ink = '#1b2338';
const quiet = '#4a5368';
export const line = '#d9d0c1';
export const thread = '#b98400';

export const looks = {
  over: { font: 'Roboto-Medium', size: 10, colour: quiet, gap: 2 },
  title: { font: 'Roboto-Medium', size: 25, colour: ink, gap: 2 },
  lead: { font: 'Roboto-Regular', size: 12.5, colour: ink, gap: 4.5 },
  h2: { font: 'Roboto-Medium', size: 17, colour: ink, gap: 2 },
  h3: { font: 'Roboto-Medium', size: 12.5, colour: ink, gap: 2 },
  words: { font: 'Roboto-Regular', size: 10.5, colour: ink, gap: 3.6 },
  quiet: { font: 'Roboto-Regular', size: 9.5, colour: quiet, gap: 3 },
  label: { font: 'Roboto-Medium', size: 9.5, colour: ink, gap: 2 },
  quote: { font: 'Roboto-Italic', size: 10.5, colour: ink, gap: 3.6 },
} as const satisfies Record<string, Look>;

/** How high some words stand in a width. */
export function heightOf({ paper }: Desk, words: string, given: { look: Look; width: number }): number {
  const { look, width } = given;
  return paper.font(look.font).fontSize(look.size).heightOfString(ready(words), { width, lineGap: look.gap });
}

/** Writes words at a place, as a part of the structure; the pen stands beneath them then. */
export function write(
  { paper, at }: Pick<Desk, 'paper' | 'at'>,
  tag: string,
  text: { words: string; look: Look; x: number; y: number; width: number; scope?: 'Column' },
): void {
  const { words, look, x, y, width, scope } = text;
  at.add(
    paper.struct(tag, scope ? { scope } : {}, () => {
      paper.font(look.font).fontSize(look.size).fillColor(look.colour);
      paper.text(ready(words), x, y, { width, lineGap: look.gap });
    }),
  );
}

/** A part of the structure that holds other parts. */
export function inside(
  { paper, at }: Pick<Desk, 'paper' | 'at'>,
  tag: string,
  fill: (part: Structure) => void,
): void {
  const part = paper.struct(tag);
  at.add(part);
  fill(part);
  part.end();
}

/** A plain bar of colour, which nobody needs to be told of. */
export function bar(
  paper: Paper,
  box: { x: number; y: number; width: number; height: number },
  colour: string,
): void {
  paper.markContent('Artifact', { type: 'Layout' });
  paper.rect(box.x, box.y, box.width, box.height).fill(colour);
  paper.endMarkedContent();
}

export function bottomOf({ paper }: Pick<Desk, 'paper'>): number {
  return paper.page.height - paper.page.margins.bottom;
}

/** Goes on to a new page where so much does not fit on this one. */
export function room(desk: Desk, height: number): void {
  if (desk.paper.y + height > bottomOf(desk)) newPage(desk);
}

export function newPage({ paper }: Desk): void {
  paper.addPage();
  paper.y = paper.page.margins.top;
}

/** Our fonts have no arrows and no shapes. */
function ready(words: string): string {
  return words
    .replaceAll('→', '›')
    .replaceAll('←', '‹')
    .replaceAll(/[\u25a0-\u25ff\u2b00-\u2bff]/g, '•');
}
