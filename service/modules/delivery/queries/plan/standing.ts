import { organisations, people } from '#modules/accounts/index.ts';
import { organisationSubjects } from '#modules/partners/index.ts';
import { frameworksNamed } from '#modules/strategy/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Action } from '../../domain/action.ts';
import {
  elementName,
  looseFrom,
  looseOf,
  type Hanging,
  type Loose,
  type Standing,
} from '../../domain/plan/came-loose.ts';

/** What stands today of all that these hang on. */
async function standingFor(ctx: Ctx, actions: readonly Hanging[]): Promise<Standing> {
  const slugs = new Set(actions.map(({ element }) => element.frameworkSlug).filter((slug) => slug !== ''));
  const elements = new Set<string>();
  for (const { stored, document } of await frameworksNamed(ctx, [...slugs]))
    for (const { key } of document.elements)
      elements.add(elementName({ frameworkSlug: stored.slug, elementKey: key }));
  const keys = [...new Set(actions.map(({ owner }) => owner.organisationKey))].filter((key) => key !== '');
  const standing = new Set((await organisations(ctx)).map(({ key }) => key));
  const known = await organisationSubjects.find(ctx, keys);
  return {
    elements,
    people: new Set((await people(ctx)).map(({ id }) => id)),
    organisations: standing,
    known: new Map(known.map(({ id, title, state }) => [id, { name: title, standing: state }])),
  };
}

/** What came loose of one thing that is not over. */
export async function looseOfOne(ctx: Ctx, thing: Hanging): Promise<Loose[]> {
  return looseFrom(thing, await standingFor(ctx, [thing]));
}

/** What came loose of each, by id; those of which nothing did are left out. */
export async function looseActions(ctx: Ctx, actions: readonly Action[]): Promise<Map<string, Loose[]>> {
  const standing = await standingFor(ctx, actions);
  return new Map(
    actions.flatMap((action): [string, Loose[]][] => {
      const loose = looseOf(action, standing);
      return loose.length > 0 ? [[action.id, loose]] : [];
    }),
  );
}

/** Every organisation's name by its key, those that are no more too, as far as these keys name them. */
export async function organisationNames(
  ctx: Ctx,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(keys)].filter((key) => key !== '');
  const found = asked.length === 0 ? [] : await organisationSubjects.find(ctx, asked);
  return new Map(found.map(({ id, title }) => [id, title]));
}
