import type { PageRequest } from '#platform/http/route.ts';
import { withQuery } from '../reading.ts';
import { given, NotAnswered, type QueryAsked } from './endpoint.ts';

/** What every list takes. */
export function listAsks(most: number): readonly QueryAsked[] {
  return [
    { name: 'limit', about: 'How many at once', example: '20', most },
    { name: 'cursor', about: 'Where to go on: taken from `next` of the page before, never made up' },
  ];
}

/** A page of a list, in the order of its keys, and the address of the next one. */
export function pageOfList<Item>(
  request: PageRequest,
  all: readonly Item[],
  by: { key: (item: Item) => string; usual: number; most: number },
): { chosen: readonly Item[]; next: string | null } {
  const limit = limitAsked(request, by);
  const after = cursorAsked(request);
  const sorted = all.toSorted((a, b) => compare(by.key(a), by.key(b)));
  const from = after === undefined ? 0 : sorted.findIndex((item) => compare(by.key(item), after) > 0);
  const chosen = from < 0 ? [] : sorted.slice(from, from + limit);
  const last = chosen.at(-1);
  const isEnd = from < 0 || from + limit >= sorted.length || last === undefined;
  return { chosen, next: isEnd ? null : nextAddress(request, by.key(last)) };
}

function limitAsked(request: PageRequest, { usual, most }: { usual: number; most: number }): number {
  const asked = request.query.get('limit');
  if (asked === null) return usual;
  const limit = /^\d{1,6}$/.test(asked) ? Number(asked) : 0;
  if (limit < 1 || limit > most)
    throw new NotAnswered(400, 'No such limit', `Ask for a limit of 1 to ${most}.`);
  return limit;
}

function cursorAsked(request: PageRequest): string | undefined {
  const asked = given(request, 'cursor');
  if (asked === undefined) return undefined;
  const key = Buffer.from(asked, 'base64url').toString('utf8');
  if (key === '' || Buffer.from(key).toString('base64url') !== asked)
    throw new NotAnswered(404, 'No such cursor', 'Take the cursor from `next` of the page before.');
  return key;
}

function nextAddress(request: PageRequest, key: string): string {
  const query = Object.fromEntries(request.query);
  return withQuery(request.path, { ...query, cursor: Buffer.from(key).toString('base64url') });
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
