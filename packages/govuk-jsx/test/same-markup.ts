import { JSDOM } from 'jsdom';

const { window } = new JSDOM('');

/** One element as it is compared: attributes sorted, white space as a browser would show it. */
export type Tree = Readonly<{
  tag: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly (Tree | string)[];
}>;

type Building = { tag: string; attributes: Record<string, string>; children: (Building | string)[] };

/**
 * HTML as comparable trees. White space is collapsed as CSS does it: at the edges of boxes it goes, inside a line one
 * space stays, so that a space lost or gained between two words still shows. A space at the edge of an inline element
 * counts as standing outside it.
 */
export function treesOf(html: string): readonly (Tree | string)[] {
  const template = window.document.createElement('template');
  template.innerHTML = html;
  return withoutEmpty(line((flow) => childrenOf(template.content, flow)));
}

/** A whole page as a tree. */
export function treeOfPage(html: string): Tree {
  const page = new JSDOM(html).window.document.documentElement;
  const tree = elementOf(page, newFlow());
  return { ...tree, children: withoutEmpty(tree.children) };
}

/** Text that was only the space at the edge of a box is empty by now. */
function withoutEmpty(children: readonly (Building | string)[]): readonly (Tree | string)[] {
  return children
    .filter((child) => child !== '')
    .map((child) =>
      typeof child === 'string' ? child : { ...child, children: withoutEmpty(child.children) },
    )
    .reduce<(Tree | string)[]>(joinText, []);
}

function joinText(joined: (Tree | string)[], child: Tree | string): (Tree | string)[] {
  const before = joined.at(-1);
  if (typeof before === 'string' && typeof child === 'string') joined[joined.length - 1] = before + child;
  else joined.push(child);
  return joined;
}

/** Where the text of the current line last ended. */
type Flow = { endsInSpace: boolean; last: { children: (Building | string)[]; index: number } | undefined };

function newFlow(): Flow {
  return { endsInSpace: true, last: undefined };
}

function line(build: (flow: Flow) => (Building | string)[]): (Building | string)[] {
  const flow = newFlow();
  const built = build(flow);
  endLine(flow);
  return built;
}

function endLine(flow: Flow): void {
  if (flow.last) {
    const { children, index } = flow.last;
    const text = children[index];
    if (typeof text === 'string') children[index] = text.trimEnd();
  }
  flow.last = undefined;
  flow.endsInSpace = true;
}

function childrenOf(node: Node, flow: Flow): (Building | string)[] {
  const children: (Building | string)[] = [];
  for (const child of node.childNodes) {
    if (child.nodeType === window.Node.TEXT_NODE) addText(children, child.nodeValue ?? '', flow);
    else if (isElement(child)) addElement(children, child, flow);
  }
  return children;
}

function addText(children: (Building | string)[], raw: string, flow: Flow): void {
  const collapsed = raw.replace(/[ \t\r\n\f]+/g, ' ');
  const text = flow.endsInSpace ? collapsed.replace(/^ /, '') : collapsed;
  if (text === '') return;
  const before = children.at(-1);
  if (typeof before === 'string') children[children.length - 1] = before + text;
  else children.push(text);
  flow.endsInSpace = text.endsWith(' ');
  flow.last = { children, index: children.length - 1 };
}

function addElement(children: (Building | string)[], node: Element, flow: Flow): void {
  const built = elementOf(node, flow);
  if (!inline.has(built.tag)) {
    children.push(built);
    return;
  }
  const first = built.children[0];
  if (typeof first === 'string' && first.startsWith(' ')) {
    built.children[0] = first.slice(1);
    children.push(' ');
  }
  children.push(built);
  const last = built.children.at(-1);
  if (typeof last === 'string' && last.endsWith(' ')) {
    built.children[built.children.length - 1] = last.slice(0, -1);
    flow.endsInSpace = false;
    addText(children, ' ', flow);
  }
}

function elementOf(node: Element, flow: Flow): Building {
  const attributes: Record<string, string> = {};
  const names = [...node.attributes].map(({ name }) => name).sort();
  for (const name of names) attributes[name] = valueOf(node, name);
  const built: Building = { tag: node.localName, attributes, children: [] };
  if (keepsItsSpace.has(node.localName)) {
    built.children = [node.textContent ?? ''];
    flow.endsInSpace = false;
  } else if (inline.has(node.localName)) built.children = childrenOf(node, flow);
  else if (insideALine.has(node.localName)) {
    built.children = line((own) => childrenOf(node, own));
    flow.endsInSpace = false;
    flow.last = undefined;
  } else {
    endLine(flow);
    built.children = line((own) => childrenOf(node, own));
  }
  return built;
}

/** The order of classes and the white space between them mean nothing. */
function valueOf(node: Element, name: string): string {
  const value = node.getAttribute(name) ?? '';
  return name === 'class' ? value.split(/\s+/).filter(Boolean).sort().join(' ') : value;
}

function isElement(node: Node): node is Element {
  return node.nodeType === window.Node.ELEMENT_NODE;
}

const keepsItsSpace = new Set(['textarea', 'pre', 'script', 'style']);
const inline = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'br',
  'cite',
  'code',
  'em',
  'i',
  'kbd',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
]);
const insideALine = new Set(['button', 'img', 'svg']);
