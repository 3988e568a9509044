import { Fragment, h } from 'preact';
import { JSDOM } from 'jsdom';
import type { Markup } from '../content.ts';

const { window } = new JSDOM('');

/** A published string of HTML as JSX: the fixtures' way in, since the components take no string of HTML. */
function markup(html: string): Markup {
  const template = window.document.createElement('template');
  template.innerHTML = html;
  return h(Fragment, null, childrenOf(template.content));
}

function childrenOf(node: Node): (Markup | string)[] {
  const children: (Markup | string)[] = [];
  for (const child of node.childNodes) {
    if (isElement(child)) children.push(element(child));
    else if (child.nodeType === window.Node.TEXT_NODE) children.push(child.nodeValue ?? '');
  }
  return children;
}

function element(node: Element): Markup {
  const attributes: Record<string, string> = {};
  for (const { name, value } of node.attributes) attributes[name] = value;
  return h(node.localName, attributes, childrenOf(node));
}

function isElement(node: Node): node is Element {
  return node.nodeType === window.Node.ELEMENT_NODE;
}

/** The names of options whose published value is a string of HTML. */
const takesMarkup = /^(html|[a-z]+Html|start|end|navigationStart|navigationEnd)$/;

/** Published options as props: every string of HTML becomes JSX, the rest stands as it is. */
export function propsOf<Props>(options: unknown): Props {
  return JSON.parse(JSON.stringify(options), (key, value: unknown) => {
    return typeof value === 'string' && value !== '' && takesMarkup.test(key) ? markup(value) : value;
  });
}
