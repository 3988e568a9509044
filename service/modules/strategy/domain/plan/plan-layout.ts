import type { ElementDocument } from '../framework-document.ts';
import type { PlanColumn, PlanGroups, PlanSection } from './plan-groups.ts';
import type { Sheet } from './sheets.ts';
import { breathe, level, panel, penAt, write, writeElement } from './plan-pen.ts';
import type { PanelBlock, Pen, PlanBlock, Stretch } from './plan-pen.ts';

export type LayoutQuestion = {
  title: string;
  subtitle: string;
  groups: PlanGroups;
  sheet: Sheet;
  /** of the body, in points */
  fontSize: number;
  statementsShown: boolean;
  /** at the foot; empty where there is none */
  note: string;
};

export type Layout = { blocks: PlanBlock[]; fits: boolean };

/** Lays every part under the one before, and spreads what room is left. `fits` says whether the last ends above the foot. */
export function laidOut(question: LayoutQuestion): Layout {
  const close = layout(question, 0);
  const moreAir = close.fits ? Math.min(close.slack / Math.max(1, close.breaths), close.em * 1.5) : 0;
  const { blocks, fits } = moreAir > 0 ? layout(question, moreAir) : close;
  return { blocks, fits };
}

function layout(
  question: LayoutQuestion,
  moreAir: number,
): Layout & { slack: number; breaths: number; em: number } {
  const { groups, sheet, note, fontSize, statementsShown } = question;
  const whole = { x: sheet.margin, width: sheet.width - 2 * sheet.margin };
  const pen = penAt({ top: sheet.margin, whole, points: fontSize, statementsShown, moreAir });
  const blocks = [
    ...head(pen, question),
    ...groups.above.flatMap((section) =>
      section.tier.role === 'vision' ? vision(pen, section) : band(pen, section, 'column'),
    ),
    ...columnRows(pen, groups.columns),
    ...groups.below.flatMap((section) => band(pen, section, 'column')),
    ...groups.base.flatMap((section) => band(pen, section, 'base')),
  ];
  const bottom = sheet.height - sheet.margin;
  const { em, breaths } = pen;
  if (note === '') {
    const slack = bottom - (pen.y - pen.air);
    return { blocks, fits: slack >= -rounding, slack, breaths: breaths - 1, em };
  }
  const foot = write(pen, { words: note, role: 'note', at: whole, scale: 0.85, tone: 'quiet' });
  const slack = bottom - pen.y;
  const fits = slack >= -rounding;
  return {
    blocks: [...blocks, fits ? { ...foot, y: bottom - foot.height } : foot],
    fits,
    slack,
    breaths,
    em,
  };
}

/** Room that is spread to the last thousandth must not seem to be too little. */
const rounding = 0.001;

function head(pen: Pen, { title, subtitle }: LayoutQuestion): PlanBlock[] {
  const blocks = [
    write(pen, { words: title, role: 'title', at: pen.whole, scale: 1.9, weight: 'bold' }),
    write(pen, { words: subtitle, role: 'subtitle', at: pen.whole, tone: 'quiet' }),
  ];
  breathe(pen);
  return blocks;
}

function vision(pen: Pen, section: PlanSection): PlanBlock[] {
  const blocks = panel(pen, { tone: 'vision', at: pen.whole }, (at) =>
    section.elements.flatMap((element) =>
      writeElement(pen, element, { at, scale: 1.4, weight: 'bold', tone: 'on-brand' }),
    ),
  );
  breathe(pen);
  return blocks;
}

/** Items side by side under their tier's name, row after row. */
function band(pen: Pen, section: PlanSection, tone: PanelBlock['tone']): PlanBlock[] {
  const blocks = panel(pen, { tone, at: pen.whole }, (at) => {
    const heading = write(pen, { words: bandName(section), role: 'heading', at, weight: 'bold' });
    pen.y += pen.em * 0.25;
    return [heading, ...grid(pen, section.elements, at)];
  });
  breathe(pen);
  return blocks;
}

/** A tier of which some stand in the columns: the rest serve more than one of them, or all. */
function bandName({ tier, partly }: PlanSection): string {
  return partly ? `${tier.plural}: across the whole plan` : tier.plural;
}

/** At least this many letters' height wide: narrower, and lines break after every second word. */
const narrowestItem = 17;
const narrowestColumn = 10;

function grid(pen: Pen, elements: readonly ElementDocument[], at: Stretch): PlanBlock[] {
  const across = Math.max(1, Math.min(elements.length, Math.floor(at.width / (pen.em * narrowestItem))));
  const place = evenly(at, across, pen.gap);
  return inRows(elements, across).flatMap((row) => {
    const blocks = level(pen, row, (element, index) =>
      writeElement(pen, element, { at: place(index), bullet: true }),
    );
    pen.y += pen.em * 0.2;
    return blocks;
  });
}

/** The spine's elements as columns, in as many rows as leave each wide enough to read. */
function columnRows(pen: Pen, columns: readonly PlanColumn[]): PlanBlock[] {
  if (columns.length === 0) return [];
  const most = Math.max(1, Math.floor((pen.whole.width + pen.gap) / (pen.em * narrowestColumn + pen.gap)));
  const across = Math.ceil(columns.length / Math.ceil(columns.length / most));
  return inRows(columns, across).flatMap((row) => columnRow(pen, row, evenly(pen.whole, across, pen.gap)));
}

function columnRow(pen: Pen, row: readonly PlanColumn[], place: (index: number) => Stretch): PlanBlock[] {
  const thread = row.map((_, index): PlanBlock => {
    const { x, width } = place(index);
    const thickness = pen.em * 0.18;
    return {
      kind: 'thread',
      x: x + (width - thickness) / 2,
      y: pen.y - pen.air,
      width: thickness,
      height: pen.air,
    };
  });
  const heads = level(pen, row, ({ element }, index) =>
    panel(pen, { tone: 'spine', at: place(index) }, (at) =>
      writeElement(pen, element, { at, weight: 'bold', scale: 1.1, tone: 'on-brand' }),
    ),
  );
  const hangs = row.some(({ sections }) => sections.length > 0);
  const bodies = hangs
    ? level(pen, row, ({ sections }, index) =>
        panel(pen, { tone: 'column', at: place(index) }, (at) =>
          sections.flatMap((section) => sectionIn(pen, section, at)),
        ),
      )
    : [];
  breathe(pen);
  return [...thread, ...heads, ...bodies];
}

function sectionIn(pen: Pen, section: PlanSection, at: Stretch): PlanBlock[] {
  const heading = write(pen, {
    words: section.tier.plural,
    role: 'heading',
    at,
    scale: 0.85,
    weight: 'bold',
    tone: 'quiet',
  });
  const items = section.elements.flatMap((element) => writeElement(pen, element, { at, bullet: true }));
  pen.y += pen.em * 0.3;
  return [heading, ...items];
}

function evenly(at: Stretch, across: number, gap: number): (index: number) => Stretch {
  const width = (at.width - gap * (across - 1)) / across;
  return (index) => ({ x: at.x + index * (width + gap), width });
}

function inRows<Item>(items: readonly Item[], across: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / across) }, (_, row) =>
    items.slice(row * across, (row + 1) * across),
  );
}
