import type { ElementDocument } from '../framework-document.ts';
import { wrapped } from './measured-text.ts';
import type { Weight } from './measured-text.ts';

/** One thing to draw: a panel, a stretch of the golden thread, or lines of text. All in millimetres from the top left. */
export type PlanBlock = PanelBlock | ThreadBlock | TextBlock;
type Box = { x: number; y: number; width: number; height: number };
export type PanelBlock = Box & { kind: 'panel'; tone: 'vision' | 'spine' | 'column' | 'base' };
export type ThreadBlock = Box & { kind: 'thread' };
export type TextBlock = Box & {
  kind: 'text';
  role: 'title' | 'subtitle' | 'heading' | 'label' | 'statement' | 'note';
  lines: readonly string[];
  /** millimetres; lines stand `leading` times this apart */
  size: number;
  weight: Weight;
  tone: 'ink' | 'quiet' | 'on-brand';
  /** drawn with a bullet in the indent before it */
  bullet: boolean;
  /** key of the element whose words they are */
  element?: string;
};

export const leading = 1.28;
const millimetresPerPoint = 25.4 / 72;

/** Where on the sheet something is written, and how wide it may be. */
export type Stretch = { x: number; width: number };

/** Writes downwards, and knows how far it has come. */
export type Pen = {
  y: number;
  /** the body's type size, in millimetres */
  em: number;
  /** between things side by side */
  gap: number;
  /** between things one under the other */
  air: number;
  /** how many times the pen left air */
  breaths: number;
  whole: Stretch;
  statementsShown: boolean;
};

export type PenStart = {
  top: number;
  whole: Stretch;
  points: number;
  statementsShown: boolean;
  moreAir?: number;
};

export function penAt({ top, whole, points, statementsShown, moreAir = 0 }: PenStart): Pen {
  const em = points * millimetresPerPoint;
  const gap = em * 0.8;
  return { y: top, em, gap, air: gap + moreAir, breaths: 0, whole, statementsShown };
}

export function breathe(pen: Pen): void {
  pen.y += pen.air;
  pen.breaths += 1;
}

export type Words = {
  words: string;
  role: TextBlock['role'];
  at: Stretch;
  scale?: number;
  weight?: Weight;
  tone?: TextBlock['tone'];
  bullet?: boolean;
  element?: string;
};

/** Lines of text at the pen, which they move down. */
export function write(pen: Pen, given: Words): TextBlock {
  const { words, at, scale = 1, weight = 'plain', tone = 'ink', bullet = false, ...rest } = given;
  const size = pen.em * scale;
  const indent = bullet ? size * 0.9 : 0;
  const width = at.width - indent;
  const lines = wrapped(words, { width, size, weight });
  const height = lines.length * size * leading;
  const y = pen.y;
  pen.y += height;
  return { kind: 'text', x: at.x + indent, y, width, height, lines, size, weight, tone, bullet, ...rest };
}

/** A panel behind what is written inside it, with room all round. */
export function panel(
  pen: Pen,
  { tone, at }: { tone: PanelBlock['tone']; at: Stretch },
  inside: (at: Stretch) => readonly PlanBlock[],
): PlanBlock[] {
  const top = pen.y;
  const room = pen.em * 0.65;
  pen.y += room;
  const blocks = inside({ x: at.x + room, width: at.width - 2 * room });
  pen.y += room;
  return [{ kind: 'panel', tone, x: at.x, y: top, width: at.width, height: pen.y - top }, ...blocks];
}

/** An element's label and, where there is room for statements, its statement. */
export function writeElement(
  pen: Pen,
  element: ElementDocument,
  given: Omit<Words, 'words' | 'role' | 'element'>,
): PlanBlock[] {
  const label = write(pen, { ...given, words: element.label, role: 'label', element: element.key });
  if (!pen.statementsShown || element.statement === undefined) return [label];
  const tone = given.tone === 'on-brand' ? 'on-brand' : 'quiet';
  const at = { x: label.x, width: label.width };
  return [
    label,
    write(pen, { words: element.statement, role: 'statement', at, tone, scale: 0.85, element: element.key }),
  ];
}

/** Things side by side, each written from the same height; the pen goes below the lowest. Panels end on one line. */
export function level<Item>(
  pen: Pen,
  row: readonly Item[],
  writeOne: (item: Item, index: number) => readonly PlanBlock[],
): PlanBlock[] {
  const top = pen.y;
  let lowest = top;
  const written = row.flatMap((item, index) => {
    pen.y = top;
    const blocks = writeOne(item, index);
    lowest = Math.max(lowest, pen.y);
    return blocks;
  });
  pen.y = lowest;
  return written.map((block) =>
    block.kind === 'panel' && block.y === top ? { ...block, height: lowest - top } : block,
  );
}
