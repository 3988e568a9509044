import { ownFrameworks } from '#modules/strategy/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { standsOn, type Body } from '../../domain/body.ts';
import { bodyByKey } from '../../store/bodies.ts';
import { ownersOf, type OwnerName } from '../../store/boards/body-owners.ts';

/** The owners that our strategies name, for a body to stand for; those that it stands for are chosen. */
export type OwnersChoice = {
  body: Body;
  owners: readonly (OwnerName & { value: string; text: string })[];
  chosen: readonly string[];
};

export async function ownersChoice(ctx: Ctx, bodyKey: string): Promise<OwnersChoice | undefined> {
  const body = await bodyByKey(ctx, bodyKey);
  if (!body) return undefined;
  const frameworks = await ownFrameworks(ctx);
  const owners = frameworks.flatMap(({ document }) =>
    document.owners.map(({ key, name }) => ({
      frameworkSlug: document.slug,
      ownerKey: key,
      value: `${document.slug}/${key}`,
      text: frameworks.length > 1 ? `${name} (${document.name})` : name,
    })),
  );
  const now = (await ownersOf(ctx, body.id)).filter((owner) => standsOn(owner, ctx.today));
  return { body, owners, chosen: now.map((one) => `${one.frameworkSlug}/${one.ownerKey}`) };
}
