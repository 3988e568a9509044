import { allowed } from '#platform/access/policy.ts';
import type { Route } from '#platform/http/route.ts';
import type { TestBrowser } from '#platform/http/testing.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { leadsFrom } from './leads.ts';
import { routeAt } from './patterns.ts';

/** Who goes through the pages, where they begin, and how many pages of one route they open: the others differ by what they are about. */
export type Crawler = {
  browser: TestBrowser;
  actor: Actor;
  begins: readonly string[];
  mostOf: (route: Route) => number;
};

/** What a reader met: the routes that were opened, and each link or form that leads nowhere, or where they may not go. */
export type Crawled = {
  pages: number;
  links: number;
  forms: number;
  /** `METHOD path` of every route that a link or a form led to */
  reached: ReadonlySet<string>;
  wrong: readonly string[];
};

/** Opens where a reader begins and whatever it leads to, by links, until nothing new is there. Nothing is posted. */
export async function crawled(crawler: Crawler, routes: readonly Route[]): Promise<Crawled> {
  const waiting = crawler.begins.map((path) => ({ path, from: 'the address bar' }));
  const seen = new Set<string>(crawler.begins);
  const opened = new Map<Route, number>();
  const reached = new Set<string>();
  const wrong = new Set<string>();
  const counts = { pages: 0, links: 0, forms: 0 };
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { path, from } = next;
    const route = routeAt(`GET ${path}`, routes);
    if (!route || (opened.get(route) ?? 0) >= crawler.mostOf(route)) continue;
    opened.set(route, (opened.get(route) ?? 0) + 1);
    const answer = await crawler.browser.get(path);
    counts.pages += 1;
    if (answer.status >= 400) wrong.add(`${path}, led to by ${from}, answers with ${answer.status}`);
    if (!String(answer.headers['content-type']).startsWith('text/html')) continue;
    for (const { address, kind } of leadsFrom(answer.text, path)) {
      counts[kind] += 1;
      const led = routeAt(address, routes);
      if (led) reached.add(`${led.method} ${led.path}`);
      const fault = faultOf(address, led, crawler.actor);
      if (fault) wrong.add(`${path} has a ${kind.slice(0, -1)} to ${address}, ${fault}`);
      const [method, to = ''] = address.split(' ');
      if (method === 'GET' && led && !fault && !seen.has(to)) waiting.push({ path: to, from: path });
      seen.add(to);
    }
  }
  return { ...counts, reached, wrong: [...wrong] };
}

/** A visitor is asked to sign in where more than that is wanted; a person meets a page of nothing. */
export function faultOf(address: string, route: Route | undefined, actor: Actor): string | undefined {
  if (!route) return isAsset(address) ? undefined : 'which nothing answers';
  if (actor.kind === 'visitor' || allowed(actor, route.policy)) return undefined;
  return 'where they may not go';
}

/** Style sheets, scripts and pictures are answered beside the pages. */
function isAsset(address: string): boolean {
  return /^GET \/(assets\/|brand\.css|favicon)/.test(address);
}
