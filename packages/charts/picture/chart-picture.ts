import { wrapText } from '../scales/text-width.ts';
import {
  childrenNamed,
  readMarkup,
  textOf,
  withClass,
  writeMarkup,
  type Element,
  type Node,
} from './markup.ts';
import { lines, moved, rule, type Piece, type TextLook } from './picture-pieces.ts';
import type { PictureStyles } from './picture-styles.ts';
import { plainDrawing } from './plain-drawing.ts';

/** What a picture is made with. */
export type PictureOptions = {
  styles: PictureStyles;
  /** in pixels; the drawing is enlarged, and loses nothing */
  width: number;
  /** what stands at the foot, a line each: the source, the licence, when it was made */
  foot: readonly string[];
  /** of text and of the ground; black on white where absent */
  colours?: { ink: string; quiet: string; line: string; ground: string };
  /** fonts, in the order in which a program should look for them */
  fontFamily?: string;
};

/** A picture that stands by itself. */
export type ChartPicture = { svg: string; width: number; height: number; title: string };

const drawn = 640;
const margin = 32;
const inkOnWhite = { ink: '#1b2338', quiet: '#525b70', line: '#ddd5c8', ground: '#ffffff' };

/**
 * One figure of a page as a picture of its own: its finding, what is measured, its drawing for a wide screen, the meaning
 * of its marks, and what is said at the foot. Made from the figure's own markup (as `preact-render-to-string` writes it),
 * so that the picture can say nothing that the page does not.
 *
 * Shape: an SVG document without style sheet, script, link or font file; text stays text.
 * @returns undefined where the markup holds no chart
 * @throws RangeError where the width is not a whole number above 0
 */
export function chartPicture(figureMarkup: string, options: PictureOptions): ChartPicture | undefined {
  if (!Number.isInteger(options.width) || options.width <= 0)
    throw new RangeError(`a picture cannot be ${options.width} pixels wide`);
  const figure = readMarkup(figureMarkup);
  const pieces = piecesOf(figure, options);
  if (!pieces) return undefined;
  const title = textOf(withClass(figure, 'chart-finding')[0] ?? '');
  const told = withClass(figure, 'chart-drawing').flatMap((drawing) => childrenNamed(drawing, 'desc'));
  let height = margin;
  const placed = pieces.map((piece) => {
    const at = moved(piece.nodes, margin, height);
    height += piece.height;
    return at;
  });
  const box = { width: drawn + 2 * margin, height: Math.ceil(height + margin - 8) };
  const shown = { width: options.width, height: Math.round((options.width * box.height) / box.width) };
  const { ground } = options.colours ?? inkOnWhite;
  const svg: Element = {
    name: 'svg',
    attributes: new Map([
      ['xmlns', 'http://www.w3.org/2000/svg'],
      ['viewBox', `0 0 ${box.width} ${box.height}`],
      ['width', String(shown.width)],
      ['height', String(shown.height)],
      ['role', 'img'],
      ['font-family', options.fontFamily ?? 'Roboto, "Noto Sans", "Segoe UI", Arial, sans-serif'],
    ]),
    children: [
      element('title', {}, title),
      element('desc', {}, [textOf(told[0] ?? ''), ...options.foot].join(' ')),
      element('rect', { width: String(box.width), height: String(box.height), fill: ground }),
      ...placed,
    ],
  };
  return { svg: writeMarkup(svg), ...shown, title };
}

function piecesOf(figure: Element, options: PictureOptions): Piece[] | undefined {
  const drawings = drawingPieces(figure, options);
  if (drawings.length === 0) return undefined;
  const { ink, quiet, line } = options.colours ?? inkOnWhite;
  const said = (className: string) => textOf(withClass(figure, className)[0] ?? '');
  const title: TextLook = { size: 24, leading: 31, fill: ink, weight: 'bold' };
  const measure: TextLook = { size: 16, leading: 22, fill: quiet, weight: 'regular' };
  const foot: TextLook = { size: 13, leading: 19, fill: quiet, weight: 'regular' };
  return [
    lines(wrapText(said('chart-finding'), drawn, { fontSize: 24, weight: 'bold' }), title),
    lines(wrapText(said('chart-measure'), drawn, { fontSize: 16 }), measure, 20),
    ...drawings,
    ...withClass(figure, 'chart-note').map((note) => notePiece(note, options)),
    rule(drawn, line),
    ...options.foot.map((words) => lines(wrapText(words, drawn, { fontSize: 13 }), foot)),
  ];
}

function drawingPieces(figure: Element, { styles, colours }: PictureOptions): Piece[] {
  const { ink } = colours ?? inkOnWhite;
  const [wide] = withClass(figure, 'chart-drawing--wide');
  if (wide) return [drawingPiece(wide, { styles, ink })];
  const across = 4;
  const panels = withClass(figure, 'chart-panel').flatMap((panel) => {
    const [drawing] = withClass(panel, 'chart-drawing');
    const name = textOf(withClass(panel, 'chart-panel-name')[0] ?? '');
    return drawing ? [{ drawing: drawingPiece(drawing, { styles, ink }), name }] : [];
  });
  const step = drawn / across;
  const rows = Array.from({ length: Math.ceil(panels.length / across) }, (_, row) =>
    panels.slice(row * across, (row + 1) * across),
  );
  return rows.map((row) => {
    const named = row.map(({ drawing, name }) => {
      const look: TextLook = { size: 14, leading: 18, fill: ink, weight: 'bold' };
      const words = lines(wrapText(name, step - 12, { fontSize: 14, weight: 'bold' }), look, 4);
      return {
        height: words.height + drawing.height,
        nodes: [...words.nodes, moved(drawing.nodes, 0, words.height)],
      };
    });
    const nodes = named.map((panel, at) => moved(panel.nodes, at * step, 0));
    return { nodes, height: Math.max(...named.map(({ height }) => height)) };
  });
}

function drawingPiece(drawing: Element, { styles, ink }: { styles: PictureStyles; ink: string }): Piece {
  const [, , , height = 0] = (drawing.attributes.get('viewBox') ?? '').split(' ').map(Number);
  const size = drawing.attributes.get('font-size') ?? '15';
  return {
    nodes: [element('g', { 'font-size': size }, ...plainDrawing(drawing, styles, ink))],
    height: height + 16,
  };
}

/** What a mark means: its small drawing, then its words. */
function notePiece(note: Element, { styles, colours }: PictureOptions): Piece {
  const { quiet } = colours ?? inkOnWhite;
  const [key] = withClass(note, 'chart-key');
  const width = key ? Number(key.attributes.get('width') ?? 16) + 8 : 0;
  const look: TextLook = { size: 14, leading: 20, fill: quiet, weight: 'regular' };
  const words = lines(wrapText(textOf(note), drawn - width, { fontSize: 14 }), look);
  const drawnKey = key ? [moved(plainDrawing(key, styles, quiet), 0, 2)] : [];
  return { nodes: [...drawnKey, moved(words.nodes, width, 0)], height: words.height + 2 };
}

function element(name: string, attributes: Readonly<Record<string, string>>, ...children: Node[]): Element {
  return { name, attributes: new Map(Object.entries(attributes)), children };
}
