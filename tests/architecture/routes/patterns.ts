import type { Route } from '#platform/http/route.ts';

/** A route's path as a pattern that its addresses match. */
export function patternOf(path: string): RegExp {
  const escaped = path.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/:[a-zA-Z]+/g, '[^/]+');
  return new RegExp(`^${escaped}$`);
}

/** The route that answers an address, the most literal one first as the router has it. */
export function routeAt(address: string, routes: readonly Route[]): Route | undefined {
  const [method = 'GET', href = ''] = address.split(' ');
  const [path = ''] = href.split(/[?#]/);
  return inOrder(routes).find(({ route, pattern }) => route.method === method && pattern.test(path))?.route;
}

export function leadsNowhere(address: string, routes: readonly Route[]): boolean {
  return routeAt(address, routes) === undefined;
}

type Matched = { route: Route; pattern: RegExp };

/** A crawl asks tens of thousands of times. */
const ordered = new WeakMap<readonly Route[], readonly Matched[]>();

function inOrder(routes: readonly Route[]): readonly Matched[] {
  const known = ordered.get(routes);
  if (known) return known;
  const made = routes
    .map((route) => ({ route, pattern: patternOf(route.path) }))
    .toSorted((a, b) => places(a.route) - places(b.route));
  ordered.set(routes, made);
  return made;
}

function places({ path }: Route): number {
  return path.split('/').filter((part) => part.startsWith(':')).length;
}
