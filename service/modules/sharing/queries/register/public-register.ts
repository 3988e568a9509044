import { organisationsById } from '#modules/accounts/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { recordKinds, type RecordKind, type RecordOwner } from '../../domain/register/record-owners.ts';
import { sharingSetting } from '../../store/register/setting.ts';
import { recordOwners } from '../../store/register/record-owners.ts';
import { agreementsInForce, type AgreementSeen } from '../agreements/agreement-views.ts';
import type { Day } from '#platform/kernel/day.ts';

/** A kind of record with whoever answers for it; undefined where nobody has said. */
export type OwnedKind = { kind: RecordKind; owner: RecordOwner | undefined; ownerName: string | undefined };

export type PublicRegister = {
  agreements: readonly AgreementSeen[];
  owners: readonly OwnedKind[];
  dutyBeginsOn: Day | undefined;
};

/** What everybody can read of how information about children is shared. It holds nothing about anybody, and no counts. */
export async function publicRegister(ctx: Ctx): Promise<PublicRegister> {
  return {
    agreements: await agreementsInForce(ctx),
    owners: await ownedKinds(ctx),
    dutyBeginsOn: (await sharingSetting(ctx)).dutyBeginsOn,
  };
}

/** Every kind of record, in order, with its owner. */
export async function ownedKinds(ctx: Ctx): Promise<OwnedKind[]> {
  const owners = await recordOwners(ctx);
  const names = new Map(
    (
      await organisationsById(
        ctx,
        owners.map(({ organisationId }) => organisationId),
      )
    ).map(({ id, name }) => [id, name]),
  );
  return recordKinds.map((kind) => {
    const owner = owners.find((one) => one.kind === kind);
    return { kind, owner, ownerName: owner && names.get(owner.organisationId) };
  });
}
