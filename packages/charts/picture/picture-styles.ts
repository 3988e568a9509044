/** How the classes of a chart look in a picture that has no style sheet: for each rule its class and what it says. */
export type PictureStyles = readonly {
  readonly className: string;
  readonly says: ReadonlyMap<string, string>;
}[];

/** What of a style sheet has an attribute of the same name in SVG. */
const known = new Set([
  'color',
  'fill',
  'fill-opacity',
  'font-style',
  'font-weight',
  'opacity',
  'paint-order',
  'stroke',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'stroke-width',
]);

/**
 * Reads the rules of a style sheet that a picture needs: those of one class, outside every condition (dark, forced
 * colours, print), with their colours worked out. A custom property has the value given here, else the one behind the
 * comma of `var()`; `color-mix(in srgb, …)` of two colours is mixed.
 */
export function pictureStyles(css: string, properties: Readonly<Record<string, string>> = {}): PictureStyles {
  const plain = withoutConditions(css.replaceAll(/\/\*[\s\S]*?\*\//g, ''));
  return [...plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors = '', body = '']) => {
    const says = declarations(body, properties);
    if (says.size === 0) return [];
    return selectors
      .split(',')
      .map((selector) => /^\s*\.([\w-]+)\s*$/.exec(selector)?.[1])
      .filter((className) => className !== undefined)
      .map((className) => ({ className, says }));
  });
}

/** The style sheet without its blocks behind an `@`, which hold blocks of their own. */
function withoutConditions(css: string): string {
  let plain = '';
  let depth = 0;
  let isSkipped = false;
  for (const character of css) {
    if (character === '@' && depth === 0) isSkipped = true;
    if (!isSkipped) plain += character;
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if (depth === 0 && (character === '}' || character === ';')) isSkipped = false;
  }
  return plain;
}

function declarations(body: string, properties: Readonly<Record<string, string>>): Map<string, string> {
  const found = new Map<string, string>();
  for (const one of body.split(';')) {
    const [, name = '', value = ''] = /^\s*([\w-]+)\s*:\s*([\s\S]+?)\s*$/.exec(one) ?? [];
    if (!known.has(name)) continue;
    const seen = seenThrough(value, properties);
    if (seen) found.set(`${name}-opacity`, seen.opacity);
    const worked = workedOut(seen?.colour ?? value, properties);
    if (worked !== 'inherit') found.set(name, worked.replace(/^([\d.]+)px$/, '$1'));
  }
  return found;
}

/** A colour mixed with nothing is the colour, through which what lies beneath is seen. */
function seenThrough(
  value: string,
  properties: Readonly<Record<string, string>>,
): { colour: string; opacity: string } | undefined {
  const plain = withProperties(value, properties);
  const [, colour, share] = /^color-mix\(in srgb,\s*(\S+)\s+(\d+)%,\s*transparent\s*\)$/.exec(plain) ?? [];
  return colour && share ? { colour, opacity: String(Number(share) / 100) } : undefined;
}

function workedOut(value: string, properties: Readonly<Record<string, string>>): string {
  const plain = withProperties(value, properties);
  const [, first, share, second] =
    /^color-mix\(in srgb,\s*(#[\da-f]{6})\s+(\d+)%,\s*(#[\da-f]{6})\s*\)$/i.exec(plain) ?? [];
  return first && share && second ? mixed(first, second, Number(share) / 100) : plain;
}

function withProperties(value: string, properties: Readonly<Record<string, string>>): string {
  const used = /var\(\s*(--[\w-]+)\s*(?:,\s*([^()]+?)\s*)?\)/g;
  return value.replaceAll(
    used,
    (_, name: string, behind?: string) => properties[name] ?? behind ?? 'currentColor',
  );
}

function mixed(first: string, second: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const [one, other] = [first, second].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    const part = Math.round((one ?? 0) * share + (other ?? 0) * (1 - share));
    return part.toString(16).padStart(2, '0');
  });
  return `#${parts.join('')}`;
}
