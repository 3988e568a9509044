import { JSDOM } from 'jsdom';
import type { Route } from '#platform/http/route.ts';
import type { TestBrowser } from '#platform/http/testing.ts';
import { routeAt } from './patterns.ts';

/** What a reader met: the routes that were opened, and each link or form that leads nowhere. */
export type Crawled = {
  pages: number;
  links: number;
  forms: number;
  /** `METHOD path` of every route that a link or a form led to */
  reached: ReadonlySet<string>;
  wrong: readonly string[];
};

/** How many pages of one route are opened: the others differ by what they are about. */
const mostOfOneRoute = 5;

/** Routes of which more are opened, because few of the demonstration's lead on: the file with refused rows, meetings to come. */
const mostOf: ReadonlyMap<string, number> = new Map(
  [
    '/imports/:id',
    '/meetings/:meeting',
    '/meetings/:meeting/agenda',
    '/meetings/:meeting/minutes',
    '/meetings/:meeting/pack',
  ].map((path) => [path, 16]),
);

/** Opens where a reader begins and whatever it leads to, by links, until nothing new is there. Nothing is posted. */
export async function crawled(
  browser: TestBrowser,
  routes: readonly Route[],
  begins: readonly string[] = ['/'],
): Promise<Crawled> {
  const waiting = [...begins];
  const seen = new Set(waiting);
  const opened = new Map<Route, number>();
  const reached = new Set<string>();
  const wrong = new Set<string>();
  const counts = { pages: 0, links: 0, forms: 0 };
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const route = routeAt(`GET ${path}`, routes);
    if (!route || (opened.get(route) ?? 0) >= (mostOf.get(route.path) ?? mostOfOneRoute)) continue;
    opened.set(route, (opened.get(route) ?? 0) + 1);
    const answer = await browser.get(path);
    counts.pages += 1;
    if (answer.status >= 400) wrong.add(`${path} answers with ${answer.status}`);
    if (!String(answer.headers['content-type']).startsWith('text/html')) continue;
    for (const { address, kind } of leadsFrom(answer.text, path)) {
      counts[kind] += 1;
      const next = routeAt(address, routes);
      if (next) reached.add(`${next.method} ${next.path}`);
      else if (!isAsset(address))
        wrong.add(`${path} has a ${kind.slice(0, -1)} to ${address}, which nothing answers`);
      const [method, to = ''] = address.split(' ');
      if (method === 'GET' && next && !seen.has(to)) waiting.push(to);
      seen.add(to);
    }
  }
  return { ...counts, reached, wrong: [...wrong] };
}

type Lead = { address: string; kind: 'links' | 'forms' };

/** Every place of this service that a page leads to, by a link or by sending a form. */
export function leadsFrom(html: string, path: string): Lead[] {
  const { window } = new JSDOM(html, { url: `http://local${path}` });
  const own = (href: string) => {
    const url = new URL(href, `http://local${path}`);
    return url.host === 'local' ? [`${url.pathname}${url.search}`] : [];
  };
  const links = [...window.document.querySelectorAll('a[href]')].flatMap((link) =>
    own(link.getAttribute('href') ?? '').map((to): Lead => ({ address: `GET ${to}`, kind: 'links' })),
  );
  const forms = [...window.document.querySelectorAll('form')].flatMap((form) => {
    const method = (form.getAttribute('method') ?? 'get').toUpperCase();
    const buttons = [...form.querySelectorAll('[formaction]')].map((button) =>
      button.getAttribute('formaction'),
    );
    return [form.getAttribute('action'), ...buttons].flatMap((action) =>
      own(action || path).map((to): Lead => ({ address: `${method} ${to}`, kind: 'forms' })),
    );
  });
  window.close();
  return [...links, ...forms];
}

/** Style sheets, scripts and pictures are answered beside the pages. */
function isAsset(address: string): boolean {
  return /^GET \/(assets\/|brand\.css|favicon)/.test(address);
}
