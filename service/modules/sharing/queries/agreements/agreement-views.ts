import { organisations, organisationsById } from '#modules/accounts/index.ts';
import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import {
  standingOn,
  versionOn,
  type Agreement,
  type AgreementVersion,
  type Standing,
} from '../../domain/agreements/agreement.ts';
import { powersOfDemands, powersOn, type LegalPower } from '../../domain/law/legal-powers.ts';
import { keepSharing } from '../../domain/permissions.ts';
import { agreementByNumber, allAgreements } from '../../store/agreements/agreements.ts';
import { sharingSetting } from '../../store/register/setting.ts';

/** An agreement as it stands today: the version that governs, or the newest where none does. */
export type AgreementSeen = {
  agreement: Agreement;
  version: AgreementVersion;
  standing: Standing;
  names: ReadonlyMap<string, string>;
  /** whether a newer version waits to be signed */
  newer: AgreementVersion | undefined;
};

/** Every agreement, by number. */
export async function agreementsSeen(ctx: Ctx): Promise<AgreementSeen[]> {
  const all = await allAgreements(ctx);
  const names = await partyNames(ctx, all);
  return all.flatMap((agreement) => seenOf(agreement, names, ctx.today) ?? []);
}

/** Agreements in force, for everybody. */
export async function agreementsInForce(ctx: Ctx): Promise<AgreementSeen[]> {
  const all = await agreementsSeen(ctx);
  return all.filter(({ standing }) => standing === 'in-force' || standing === 'review-overdue');
}

export type AgreementView = AgreementSeen & { mayKeep: boolean };

export async function agreementView(ctx: Ctx, number: number): Promise<AgreementView | undefined> {
  const agreement = await agreementByNumber(ctx, number);
  const seen = agreement && seenOf(agreement, await partyNames(ctx, [agreement]), ctx.today);
  return seen && { ...seen, mayKeep: allowed(ctx.actor, keepSharing) };
}

export type AgreementChoices = {
  bodies: readonly { id: string; name: string; kind: string }[];
  powers: readonly LegalPower[];
};

/** What can be chosen when an agreement is written. */
export async function agreementChoices(ctx: Ctx): Promise<AgreementChoices> {
  const { dutyBeginsOn } = await sharingSetting(ctx);
  return {
    bodies: await organisations(ctx),
    powers: powersOn(ctx.today, dutyBeginsOn).filter((power) => !powersOfDemands.includes(power)),
  };
}

function seenOf(
  agreement: Agreement,
  names: ReadonlyMap<string, string>,
  today: Day,
): AgreementSeen | undefined {
  const newest = agreement.versions.at(-1);
  const governing = versionOn(agreement, today);
  const version = governing ?? newest;
  if (!version) return undefined;
  return {
    agreement,
    version,
    standing: standingOn(agreement, today),
    names,
    newer: newest !== version ? newest : undefined,
  };
}

async function partyNames(ctx: Ctx, all: readonly Agreement[]): Promise<ReadonlyMap<string, string>> {
  const ids = all.flatMap(({ versions }) =>
    versions.flatMap(({ parties }) => parties.map(({ organisationId }) => organisationId)),
  );
  return new Map((await organisationsById(ctx, ids)).map(({ id, name }) => [id, name]));
}
