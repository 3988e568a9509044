import { classesOf, type Element, type Node } from './markup.ts';
import type { PictureStyles } from './picture-styles.ts';

/** What is handed down from an element to those inside it. */
type Handed = { color: string; fill: string; stroke: string };

const shapes = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan']);

/** Attributes that mean something only on the page. */
const ofThePage = new Set([
  'class',
  'id',
  'role',
  'focusable',
  'direction',
  'aria-hidden',
  'aria-label',
  'aria-labelledby',
  'aria-describedby',
]);

/**
 * A drawing that looks the same without its style sheet: what its classes say stands in attributes, and every colour is
 * written out where it is used, since few programs hand `currentColor` down as browsers do.
 */
export function plainDrawing(drawing: Element, styles: PictureStyles, ink: string): Node[] {
  const top = { color: ink, fill: drawing.attributes.get('fill') ?? 'currentColor', stroke: 'none' };
  return drawing.children.flatMap((child) => plainNode(child, styles, top));
}

function plainNode(node: Node, styles: PictureStyles, handed: Handed): Node[] {
  if (typeof node === 'string') return [node];
  if (node.name === 'title' || node.name === 'desc') return [];
  const attributes = new Map(node.attributes);
  for (const { className, says } of styles)
    if (classesOf(node).includes(className)) for (const [name, value] of says) attributes.set(name, value);
  const own: Handed = {
    color: attributes.get('color') ?? handed.color,
    fill: attributes.get('fill') ?? handed.fill,
    stroke: attributes.get('stroke') ?? handed.stroke,
  };
  // a pattern is found by its name
  const id = node.name === 'pattern' ? attributes.get('id') : undefined;
  for (const name of [...ofThePage, 'color', 'fill', 'stroke']) attributes.delete(name);
  if (id !== undefined) attributes.set('id', id);
  if (shapes.has(node.name)) {
    attributes.set('fill', written(own.fill, own.color));
    if (own.stroke !== 'none') attributes.set('stroke', written(own.stroke, own.color));
  }
  const children = node.children.flatMap((child) => plainNode(child, styles, own));
  return [{ name: node.name, attributes, children }];
}

function written(paint: string, color: string): string {
  return paint === 'currentColor' ? color : paint;
}
