import { tenth } from '../scales/tenth.ts';
import type { Element, Node } from './markup.ts';

/** Something that stands in a picture beneath what came before it. */
export type Piece = { nodes: readonly Node[]; height: number };

/** How text looks. */
export type TextLook = { size: number; leading: number; fill: string; weight: 'regular' | 'bold' };

/** Lines of text, with room beneath them. */
export function lines(words: readonly string[], look: TextLook, beneath = 0): Piece {
  const nodes = words.map((line, row): Element => {
    const attributes = new Map([
      ['x', '0'],
      ['y', String(tenth(row * look.leading + look.size))],
      ['font-size', String(look.size)],
      ['fill', look.fill],
    ]);
    if (look.weight === 'bold') attributes.set('font-weight', '700');
    return { name: 'text', attributes, children: [line] };
  });
  return { nodes, height: words.length * look.leading + (words.length > 0 ? beneath : 0) };
}

/** A thin line across. */
export function rule(width: number, stroke: string): Piece {
  const attributes = new Map([
    ['d', `M0,10H${width}`],
    ['stroke', stroke],
    ['fill', 'none'],
  ]);
  return { nodes: [{ name: 'path', attributes, children: [] }], height: 18 };
}

/** Nodes in another place. */
export function moved(nodes: readonly Node[], x: number, y: number): Element {
  return {
    name: 'g',
    attributes: new Map([['transform', `translate(${tenth(x)},${tenth(y)})`]]),
    children: nodes,
  };
}
