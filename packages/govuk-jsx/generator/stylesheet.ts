/** A style sheet as data: rules, and rules under a condition (`@media …`, `@supports …`). */
export type Node = Rule | Conditional;
export type Rule = Readonly<{ selectors: readonly string[]; declarations: readonly Declaration[] }>;
export type Conditional = Readonly<{ condition: string; nodes: readonly Node[] }>;
export type Declaration = readonly [property: string, value: string];

/** Reads what Sass writes in its expanded style: one brace, declaration or selector list's end to a line. */
export function parse(css: string): readonly Node[] {
  const lines = css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('@charset'));
  return readNodes({ lines, at: 0 });
}

type Reading = { readonly lines: readonly string[]; at: number };

function readNodes(reading: Reading): Node[] {
  const nodes: Node[] = [];
  let prelude = '';
  while (reading.at < reading.lines.length) {
    const line = reading.lines[reading.at++] ?? '';
    if (line === '}') return nodes;
    prelude += prelude === '' ? line : ` ${line}`;
    if (!line.endsWith('{')) continue;
    const opened = prelude.slice(0, -1).trim();
    prelude = '';
    if (opened.startsWith('@')) nodes.push({ condition: opened, nodes: readNodes(reading) });
    else nodes.push({ selectors: splitSelectors(opened), declarations: readDeclarations(reading) });
  }
  return nodes;
}

function readDeclarations(reading: Reading): Declaration[] {
  const declarations: Declaration[] = [];
  for (
    let line = reading.lines[reading.at++];
    line !== undefined && line !== '}';
    line = reading.lines[reading.at++]
  ) {
    const colon = line.indexOf(':');
    if (colon < 1 || !line.endsWith(';')) throw new Error(`not a declaration: ${line}`);
    declarations.push([line.slice(0, colon), line.slice(colon + 1, -1).trim()]);
  }
  return declarations;
}

/** At commas outside brackets. */
function splitSelectors(list: string): string[] {
  return list.split(/,(?![^(]*\))/).map((selector) => selector.trim());
}

/** The same style sheet with every rule replaced; a rule with nothing left goes, and a condition with it. */
export function mapRules(nodes: readonly Node[], change: (rule: Rule) => Rule | undefined): readonly Node[] {
  const changed: Node[] = [];
  for (const node of nodes) {
    if ('condition' in node) {
      const inner = mapRules(node.nodes, change);
      if (inner.length > 0) changed.push({ condition: node.condition, nodes: inner });
      continue;
    }
    const rule = change(node);
    if (rule && rule.selectors.length > 0 && rule.declarations.length > 0) changed.push(rule);
  }
  return changed;
}

/** Joins neighbours under the same condition, and neighbours with the same selectors; neither changes what wins. */
export function joined(nodes: readonly Node[]): readonly Node[] {
  const result: Node[] = [];
  for (const node of nodes) {
    const before = result.at(-1);
    if (before && 'condition' in node && 'condition' in before && node.condition === before.condition) {
      result[result.length - 1] = { condition: node.condition, nodes: [...before.nodes, ...node.nodes] };
    } else if (
      before &&
      'selectors' in node &&
      'selectors' in before &&
      sameList(node.selectors, before.selectors)
    ) {
      result[result.length - 1] = {
        selectors: node.selectors,
        declarations: [...before.declarations, ...node.declarations],
      };
    } else result.push(node);
  }
  return result.map((node) => ('condition' in node ? { ...node, nodes: joined(node.nodes) } : node));
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((selector, index) => selector === other[index]);
}

/** The style sheet with no white space that could go, one top-level rule a line so that a change reads as one. */
export function print(nodes: readonly Node[]): string {
  return `${nodes.map(printed).join('\n')}\n`;
}

function printed(node: Node): string {
  if ('condition' in node) return `${tight(node.condition)}{${node.nodes.map(printed).join('')}}`;
  const selectors = node.selectors.map((selector) => selector.replace(/\s*([>+~])\s*/g, '$1')).join(',');
  const declarations = node.declarations.map(([property, value]) => `${property}:${tight(value)}`);
  return `${selectors}{${declarations.join(';')}}`;
}

function tight(text: string): string {
  return text
    .replace(/,\s+/g, ',')
    .replace(/:\s+/g, ':')
    .replace(/(^|[\s(,-])0\.(?=\d)/g, '$1.')
    .replace(/#([0-9a-f])\1([0-9a-f])\2([0-9a-f])\3\b/gi, '#$1$2$3')
    .replace(/\s*!important/, '!important');
}
