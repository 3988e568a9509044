import { parseSync } from '@swc/core';
import type { OwnFile } from './own-files.ts';

/** A node of a file's syntax tree, as the parser names it. */
export type SyntaxNode = { type: string; [part: string]: unknown };

/** A node as it is met on the way down, with what stands above it, nearest first. */
export type Met = { node: SyntaxNode; above: readonly SyntaxNode[]; lines: { first: number; last: number } };

/** Every node of a file, from the top down. */
export function syntaxOf({ path, text }: OwnFile): Met[] {
  // The parser counts bytes, and from where its last file ended; a semicolon before the text says where this one begins.
  const marked = `;${text.replace(/^#!/, '//')}`;
  const tree: unknown = parseSync(marked, {
    syntax: 'typescript',
    tsx: path.endsWith('x'),
    target: 'es2024',
  });
  if (!isNode(tree)) throw new TypeError(`${path} was not parsed`);
  const [mark] = Array.isArray(tree['body']) ? tree['body'] : [];
  const start = isNode(mark) ? spanOf(mark)?.start : undefined;
  if (start === undefined) throw new TypeError(`${path} has no beginning`);
  const lineAt = lineCounter(Buffer.from(marked), start);
  const met: Met[] = [];
  walk(tree, [], (node, above) => {
    const span = spanOf(node);
    const lines = span ? { first: lineAt(span.start), last: lineAt(span.end) } : { first: 1, last: 1 };
    met.push({ node, above, lines });
  });
  return met;
}

/** What a string or template says; its values are left as `…`. Undefined where the node is neither. */
export function wordsOf(node: SyntaxNode): string | undefined {
  if (node.type === 'StringLiteral' || node.type === 'JSXText')
    return typeof node['value'] === 'string' ? node['value'] : undefined;
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node['quasis'])) return undefined;
  const parts: unknown[] = node['quasis'];
  return parts.map((part) => (isNode(part) ? String(part['cooked'] ?? part['raw']) : '')).join('…');
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The node under a name, where there is one. */
export function part(node: SyntaxNode, name: string): SyntaxNode | undefined {
  const found = node[name];
  return isNode(found) ? found : undefined;
}

/** The name that an identifier, or a declaration's identifier, stands for. */
export function nameOf(node: SyntaxNode | undefined): string | undefined {
  if (!node) return undefined;
  if (typeof node['value'] === 'string') return node['value'];
  return nameOf(part(node, 'identifier') ?? part(node, 'id') ?? part(node, 'key'));
}

function walk(
  node: SyntaxNode,
  above: readonly SyntaxNode[],
  meet: (node: SyntaxNode, above: readonly SyntaxNode[]) => void,
): void {
  meet(node, above);
  const below = [node, ...above];
  for (const [name, value] of Object.entries(node))
    if (name !== 'span') for (const child of nodesIn(value)) walk(child, below, meet);
}

/** Nodes stand in lists, and in wrappers without a type of their own: an argument, a method's function. */
function nodesIn(value: unknown): SyntaxNode[] {
  if (isNode(value)) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(nodesIn);
}

function spanOf(node: SyntaxNode): { start: number; end: number } | undefined {
  const span = node['span'];
  if (typeof span !== 'object' || span === null || !('start' in span) || !('end' in span)) return undefined;
  const { start, end } = span;
  return typeof start === 'number' && typeof end === 'number' ? { start, end } : undefined;
}

function lineCounter(bytes: Buffer, base: number): (at: number) => number {
  const ends: number[] = [];
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) ends.push(at);
  return (at) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < at - base) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}
