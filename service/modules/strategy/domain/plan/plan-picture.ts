import { tierWords } from '../graph.ts';
import type { PlanOnAPage } from './plan-on-a-page.ts';
import { leading } from './plan-pen.ts';
import type { PanelBlock, PlanBlock, TextBlock } from './plan-pen.ts';

/** The partnership's own colours, checked for contrast where they are set. */
export type PlanColours = {
  paper: string;
  ink: string;
  quiet: string;
  /** the golden thread: lines only */
  thread: string;
  /** behind the vision and the heads of columns, and the words on it */
  brand: string;
  onBrand: string;
  /** behind columns and bands */
  tint: string;
};

export type PictureQuestion = {
  plan: PlanOnAPage;
  colours: PlanColours;
  /** begins the ids inside, so that two pictures can stand on one page */
  id: string;
  /** of the words, as in `lang="en-GB"` */
  language: string;
};

/**
 * The plan as a picture that stands by itself: SVG with a title, a description that says what it says, text as text, and
 * no script, style or font from elsewhere. A unit is a millimetre, so it prints at its size.
 */
export function planPicture({ plan, colours, id, language }: PictureQuestion): string {
  const { width, height } = plan.sheet;
  const shapes = plan.blocks.map((block) => shape(block, colours));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}"`,
    ` role="img" aria-labelledby="${escaped(id)}-title ${escaped(id)}-description" xml:lang="${escaped(language)}" lang="${escaped(language)}">`,
    `<title id="${escaped(id)}-title">${escaped(`${plan.title}: plan on a page`)}</title>`,
    `<desc id="${escaped(id)}-description">${escaped(describe(plan))}</desc>`,
    `<rect width="${width}" height="${height}" fill="${escaped(colours.paper)}"/>`,
    `<g font-family="Arial, Helvetica, 'Liberation Sans', sans-serif">${shapes.join('')}</g>`,
    '</svg>',
  ].join('');
}

/** The whole sheet in words, in the order in which it is read. */
export function describe(plan: PlanOnAPage): string {
  const { above, columns, below, base, spine } = plan.groups;
  const section = ({ tier, elements }: (typeof above)[number]) =>
    `${tierWords(tier, elements.length)}: ${elements.map(({ label }) => label).join('; ')}.`;
  const column = ({ element, sections }: (typeof columns)[number]) =>
    [`${spine?.name ?? ''}: ${element.label}.`, ...sections.map(section)].join(' ');
  const note = plan.blocks.find(
    (block): block is TextBlock => block.kind === 'text' && block.role === 'note',
  );
  return [
    `${plan.subtitle}.`,
    ...above.map(section),
    ...columns.map(column),
    ...below.map(section),
    ...base.map(section),
    ...(note ? [note.lines.join(' ')] : []),
  ].join(' ');
}

function shape(block: PlanBlock, colours: PlanColours): string {
  switch (block.kind) {
    case 'panel':
      return panelShape(block, colours);
    case 'thread':
      return rectangle(block, `fill="${escaped(colours.thread)}"`);
    case 'text':
      return textShape(block, colours);
  }
}

function panelShape(block: PanelBlock, colours: PlanColours): string {
  switch (block.tone) {
    case 'vision':
    case 'spine':
      return rectangle(block, `rx="1.2" fill="${escaped(colours.brand)}"`);
    case 'column':
      return rectangle(block, `rx="1.2" fill="${escaped(colours.tint)}"`);
    case 'base':
      return rectangle(
        block,
        `rx="1.2" fill="${escaped(colours.paper)}" stroke="${escaped(colours.brand)}" stroke-width="0.6"`,
      );
  }
}

function rectangle({ x, y, width, height }: PlanBlock, attributes: string): string {
  return `<rect x="${mm(x)}" y="${mm(y)}" width="${mm(width)}" height="${mm(height)}" ${attributes}/>`;
}

function textShape(block: TextBlock, colours: PlanColours): string {
  const fill = { ink: colours.ink, quiet: colours.quiet, 'on-brand': colours.onBrand }[block.tone];
  const weight = block.weight === 'bold' ? ' font-weight="bold"' : '';
  // letters stand on their line about four fifths of the way down
  const baseline = (line: number) => block.y + block.size * (leading * line + 1.02);
  const lines = block.lines.map(
    (line, index) =>
      `<tspan x="${mm(block.x)}" y="${mm(baseline(index))}">${escaped(line)}${index + 1 < block.lines.length ? ' ' : ''}</tspan>`,
  );
  const bullet = block.bullet
    ? `<circle cx="${mm(block.x - block.size * 0.5)}" cy="${mm(baseline(0) - block.size * 0.33)}" r="${mm(block.size * 0.13)}" fill="${escaped(colours.thread)}"/>`
    : '';
  return `${bullet}<text font-size="${mm(block.size)}"${weight} fill="${escaped(fill)}">${lines.join('')}</text>`;
}

function mm(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escaped(text: string): string {
  return text
    .replace(/[^\t\n\P{Cc}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
