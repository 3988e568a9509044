/**
 * Every place of this service that a page leads to, by a link or by sending a form. Read from the text as our pages write
 * it, every value in double quotes: building the whole document takes ten times as long.
 */
export function leadsFrom(html: string, path: string): Lead[] {
  const links: Lead[] = [];
  const forms: Lead[] = [];
  const add = (among: Lead[], kind: Lead['kind'], { method, href }: { method: string; href: string }) => {
    const to = ownAddress(href, path);
    if (to !== undefined) among.push({ address: `${method} ${to}`, kind });
  };
  let method: string | undefined;
  for (const [, closing, tag, written = ''] of html.matchAll(tags)) {
    if (tag === 'form' && closing) method = undefined;
    if (closing) continue;
    const has = new Map(
      [...written.matchAll(attributes)].map(([, name, value = '']) => [name, plain(value)]),
    );
    const href = has.get('href');
    if (tag === 'a' && href !== undefined) add(links, 'links', { method: 'GET', href });
    if (tag === 'form') {
      method = (has.get('method') ?? 'get').toUpperCase();
      add(forms, 'forms', { method, href: has.get('action') || path });
    }
    const action = has.get('formaction');
    if (method !== undefined && action !== undefined) add(forms, 'forms', { method, href: action || path });
  }
  return [...links, ...forms];
}

type Lead = { address: string; kind: 'links' | 'forms' };

const tags = /<(\/?)(a|form|button|input)\b((?:[^>"]|"[^"]*")*)>/g;
const attributes = /([a-z-]+)(?:="([^"]*)")?/g;

/** A value as it was before it was written into a page. */
function plain(value: string): string {
  return value
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

function ownAddress(href: string, path: string): string | undefined {
  if (href.startsWith('/') && !href.startsWith('//')) return href.split('#', 1)[0];
  const url = new URL(href, `http://local${path}`);
  return url.host === 'local' ? `${url.pathname}${url.search}` : undefined;
}
