import { threadsOf, type ThreadAbove } from '#modules/strategy/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { isClosed, type Organisation } from '../domain/organisation.ts';
import { organisationsByKey, organisationsWithWords, standingOrganisations } from '../store/organisations.ts';

export type { ThreadAbove } from '#modules/strategy/index.ts';

/** The organisations of the partnership as it stands today, by name. Everyone may know them. */
export async function organisations(ctx: Ctx): Promise<Organisation[]> {
  return standingOrganisations(ctx);
}

/** Organisations by their keys, those too that have closed. */
export async function organisationsNamed(ctx: Ctx, keys: readonly string[]): Promise<Organisation[]> {
  return organisationsByKey(ctx, [...new Set(keys)]);
}

/** Organisations of one kind. */
export type OfKind = { kind: string; organisations: readonly Organisation[] };

/** Every organisation whose name or kind holds the words, kind by kind; those that are no more stand apart. */
export async function organisationsFound(
  ctx: Ctx,
  words: string,
): Promise<{ kinds: readonly OfKind[]; closed: readonly Organisation[] }> {
  const found = await organisationsWithWords(ctx, wordsIn(words));
  const open = found.filter((organisation) => !isClosed(organisation, ctx.today));
  const kinds = [...Map.groupBy(open, ({ kind }) => kind)]
    .map(([kind, ofKind]) => ({ kind, organisations: ofKind }))
    .toSorted((a, b) => a.kind.localeCompare(b.kind, 'en-GB'));
  return { kinds, closed: found.filter((organisation) => isClosed(organisation, ctx.today)) };
}

/** An organisation, and the threads of our strategies that it hangs on. */
export type OrganisationView = { organisation: Organisation; threads: readonly ThreadAbove[] };

/** The partnership's own organisation with this key, as this person may see what it carries; undefined where there is none. */
export async function organisationView(ctx: Ctx, key: string): Promise<OrganisationView | undefined> {
  const [organisation] = await organisationsByKey(ctx, [key]);
  if (!organisation) return undefined;
  return { organisation, threads: await threadsOf(ctx, { kind: 'organisation', id: key }) };
}

const mostWords = 8;

/** The words of what somebody typed. */
export function wordsIn(typed: string): string[] {
  return typed.split(/\s+/).filter(Boolean).slice(0, mostWords);
}
