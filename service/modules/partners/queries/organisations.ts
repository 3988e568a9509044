import {
  isClosed,
  organisationNames,
  organisationsNamed,
  organisationsWithWords,
  type Organisation,
  type OrganisationName,
} from '#modules/accounts/index.ts';
import { threadsOf, type ThreadAbove } from '#modules/strategy/index.ts';
import type { Ctx } from '#platform/db/database.ts';

export { isClosed, sayKind, sayStanding } from '#modules/accounts/index.ts';
export type { Organisation, OrganisationName } from '#modules/accounts/index.ts';
export type { ThreadAbove } from '#modules/strategy/index.ts';

/** Organisations of one kind. */
export type OfKind = { kind: string; organisations: readonly Organisation[] };

/** Every organisation whose name or kind holds the words, kind by kind; those that are no more stand apart. */
export async function organisationsFound(
  ctx: Ctx,
  words: string,
): Promise<{ kinds: readonly OfKind[]; closed: readonly Organisation[] }> {
  const found = await organisationsWithWords(ctx, words);
  const open = found.filter((organisation) => !isClosed(organisation, ctx.today));
  const kinds = [...Map.groupBy(open, ({ kind }) => kind)]
    .map(([kind, ofKind]) => ({ kind, organisations: ofKind }))
    .toSorted((a, b) => a.kind.localeCompare(b.kind, 'en-GB'));
  return { kinds, closed: found.filter((organisation) => isClosed(organisation, ctx.today)) };
}

/** An organisation, what it was called before, and the threads of our strategies that it hangs on. */
export type OrganisationView = {
  organisation: Organisation;
  names: readonly OrganisationName[];
  threads: readonly ThreadAbove[];
};

/** The partnership's own organisation with this key, as this person may see what it carries; undefined where there is none. */
export async function organisationView(ctx: Ctx, key: string): Promise<OrganisationView | undefined> {
  const [organisation] = await organisationsNamed(ctx, [key]);
  if (!organisation) return undefined;
  return {
    organisation,
    names: await organisationNames(ctx, organisation),
    threads: await threadsOf(ctx, { kind: 'organisation', id: key }),
  };
}
