/** An element of markup that was written by a renderer: every element closed, every attribute quoted. */
export type Element = {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: readonly Node[];
};

/** An element, or text as a reader sees it. */
export type Node = Element | string;

type Open = { name: string; attributes: Map<string, string>; children: Node[] };

/**
 * Reads markup into a tree. It is no reader of other people's HTML: it takes what `preact-render-to-string` writes.
 * @throws SyntaxError where an element is not closed
 */
export function readMarkup(text: string): Element {
  const root: Open = { name: '', attributes: new Map(), children: [] };
  const line: Open[] = [root];
  for (const [, closing, name, attributes = '', alone, words] of text.matchAll(pieces)) {
    const inside = line.at(-1);
    if (inside === undefined) throw new SyntaxError('markup ends more than it begins');
    if (words !== undefined) inside.children.push(decoded(words));
    else if (closing !== undefined) line.pop();
    else if (name !== undefined) {
      const opened: Open = { name, attributes: readAttributes(attributes), children: [] };
      inside.children.push(opened);
      if (alone === '') line.push(opened);
    }
  }
  if (line.length !== 1) throw new SyntaxError('markup begins more than it ends');
  return root;
}

const pieces = /<(\/)?([a-zA-Z][\w:-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/g;

function readAttributes(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
      name,
      decoded(value),
    ]),
  );
}

/** Writes a tree as XML. */
export function writeMarkup(node: Node): string {
  if (typeof node === 'string') return encoded(node);
  const attributes = [...node.attributes].map(([name, value]) => ` ${name}="${encoded(value)}"`).join('');
  const inside = node.children.map(writeMarkup).join('');
  if (node.name === '') return inside;
  return inside === ''
    ? `<${node.name}${attributes}/>`
    : `<${node.name}${attributes}>${inside}</${node.name}>`;
}

/** Every element with this class, in the order of the text. */
export function withClass(inside: Element, className: string): Element[] {
  return inside.children.flatMap((child) =>
    typeof child === 'string'
      ? []
      : [...(classesOf(child).includes(className) ? [child] : []), ...withClass(child, className)],
  );
}

/** The classes of an element. */
export function classesOf(element: Element): string[] {
  return (element.attributes.get('class') ?? '').split(/\s+/).filter((name) => name !== '');
}

/** All text inside, as one line. */
export function textOf(node: Node): string {
  return textIn(node).replaceAll(/\s+/g, ' ').trim();
}

function textIn(node: Node): string {
  return typeof node === 'string' ? node : node.children.map(textIn).join('');
}

/** The children that are elements of this name. */
export function childrenNamed(element: Element, name: string): Element[] {
  return element.children.flatMap((child) =>
    typeof child !== 'string' && child.name === name ? [child] : [],
  );
}

const marks: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function decoded(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => marks[name] ?? '');
}

function encoded(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(notXml, '');
}

// no XML file may hold these, however they are written
// oxlint-disable-next-line no-control-regex
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
