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
  const fits = routes.filter((route) => route.method === method && patternOf(route.path).test(path));
  return fits.toSorted((a, b) => places(a) - places(b))[0];
}

export function leadsNowhere(address: string, routes: readonly Route[]): boolean {
  return routeAt(address, routes) === undefined;
}

function places({ path }: Route): number {
  return path.split('/').filter((part) => part.startsWith(':')).length;
}
