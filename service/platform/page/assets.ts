import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { transformSync } from 'esbuild';

export type Asset = { name: string; type: string; body: Buffer; gzipped: Buffer; hash: string };

const packages = new URL('../../../packages/', import.meta.url);
const styles = new URL('./styles/', import.meta.url);
const scripts = new URL('./scripts/', import.meta.url);

/** One style sheet in this order: later ones win. */
const sheets = [
  new URL('tokens.css', styles),
  new URL('govuk-jsx/styles/govuk.css', packages),
  new URL('charts/styles/charts.css', packages),
  ...[
    'base',
    'frame',
    'thread',
    'pieces',
    'forms',
    'tables',
    'figures',
    'gaps',
    'scorecards',
    'formulas',
    'plan',
    'minutes',
    'danger',
    'rights',
    'families',
    'sharing',
    'audit',
    'sheets',
    'print',
  ].map((name) => new URL(`${name}.css`, styles)),
];

const assets: ReadonlyMap<string, Asset> = new Map(
  [made('page.css', 'text/css; charset=utf-8', styleSheet()), mark(), ...scriptAssets()].map((asset) => [
    asset.name,
    asset,
  ]),
);

/** The address of an asset; it changes with the content, so that a browser may keep it for ever. */
export function assetHref(name: string): string {
  const asset = assets.get(name);
  if (!asset) throw new RangeError(`no such asset: ${name}`);
  return `/assets/${asset.hash}/${name}`;
}

/** The asset at an address; undefined where there is none. */
export function assetAt(hash: string, name: string): Asset | undefined {
  const asset = assets.get(name);
  return asset?.hash === hash ? asset : undefined;
}

function styleSheet(): string {
  const css = sheets.filter((sheet) => existsSync(sheet)).map((sheet) => readFileSync(sheet, 'utf8'));
  return transformSync(css.join('\n'), { loader: 'css', minify: true, target: 'es2020' }).code;
}

function scriptAssets(): Asset[] {
  const names = existsSync(scripts) ? readdirSync(scripts).filter((name) => name.endsWith('.js')) : [];
  return names.map((name) => {
    const source = readFileSync(new URL(name, scripts), 'utf8');
    return made(
      name,
      'text/javascript; charset=utf-8',
      transformSync(source, { loader: 'js', minify: true }).code,
    );
  });
}

function mark(): Asset {
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="5" fill="#1b2338"/>' +
    '<path d="M3 18c5 0 5-12 9-12s4 12 9 12" fill="none" stroke="#f2b53c" stroke-width="2.5" stroke-linecap="round"/></svg>';
  return made('mark.svg', 'image/svg+xml', drawing);
}

function made(name: string, type: string, text: string): Asset {
  const body = Buffer.from(text);
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12);
  return { name, type, body, gzipped: gzipSync(body, { level: 9 }), hash };
}
