import { organisationsById } from '#modules/accounts/index.ts';
import type { Purpose } from '#platform/access/purposes.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { compatibilityOf, isCompatible } from '../../domain/disclosures/compatibility.ts';
import type { DisclosureWords } from '../../domain/disclosures/disclosure.ts';
import type { AroundDisclosure } from '../../domain/disclosures/new-disclosure.ts';
import { bodyKindOf } from '../../domain/law/body-kind-of.ts';
import type { BodyKind } from '../../domain/law/body-kinds.ts';
import { compatibilityDecisions } from '../../store/register/compatibilities.ts';
import { sharingSetting } from '../../store/register/setting.ts';
import { inDateAgreement } from '../agreements/in-date-agreement.ts';

/** What a disclosure is judged by, as it stands in the database now. */
export async function aroundDisclosure(ctx: Ctx, words: DisclosureWords): Promise<AroundDisclosure> {
  const { from, to, purpose, gatheredFor } = words;
  const { dutyBeginsOn } = await sharingSetting(ctx);
  const found =
    to.organisationId && purpose
      ? await inDateAgreement(ctx, { from, to: to.organisationId, purpose })
      : undefined;
  const party = found?.version.parties.find(({ organisationId }) => organisationId === from);
  return {
    today: ctx.today,
    dutyBeginsOn,
    bodyKind: words.rests === 'agreement' && party ? party.bodyKind : await bodyKindBySort(ctx, from),
    agreed: found?.version,
    compatible:
      purpose !== undefined &&
      gatheredFor !== undefined &&
      (await mayUseFor(ctx, { gatheredFor, usedFor: purpose })),
  };
}

/** Whether what was gathered for one purpose may be used for another, by the law or the partnership's own decision. */
export async function mayUseFor(
  ctx: Ctx,
  pair: { gatheredFor: Purpose; usedFor: Purpose },
): Promise<boolean> {
  return isCompatible(compatibilityOf(pair, await compatibilityDecisions(ctx)));
}

async function bodyKindBySort(ctx: Ctx, id: Id<'organisation'>): Promise<BodyKind> {
  const [organisation] = await organisationsById(ctx, [id]);
  return bodyKindOf(organisation?.kind ?? '');
}
