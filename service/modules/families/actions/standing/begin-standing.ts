import { peopleAndOwnFamilies, type Person } from '#modules/accounts/index.ts';
import type { InDateAgreement } from '#modules/sharing/index.ts';
import type { NotAllowed } from '#platform/access/policy.ts';
import {
  isFamily,
  needsAgreement,
  purposesOf,
  rolesOf,
  type Relationship,
} from '#platform/access/record-policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Child } from '../../domain/record/child.ts';
import type { Standing } from '../../domain/standing/standing.ts';
import { agreementInDate } from '../../queries/standing/agreement-in-date.ts';
import { reached, type Reach } from '../../queries/standing/reach.ts';
import { touched } from '../../queries/standing/touched.ts';
import { addStanding, endStandingRow, standingsRound } from '../../store/standing/standings.ts';
import { writeLine, type LineWords, type WriteLineRefusal } from './write-line.ts';

/** The ways of standing that a lead worker gives; the others are taken in an emergency or to answer a request. */
export const givenKinds = [
  'lead-worker',
  'team-around',
  'supervisor',
  'setting-lead',
  'named',
  'the-child',
  'parent',
] as const satisfies readonly Relationship[];

export type GivenKind = (typeof givenKinds)[number];

export type StandingWords = {
  personId: string;
  kind: GivenKind;
  /** why they are needed; of a child or parent how it was checked who they are */
  because: string;
  until: Date | undefined;
  isShownToFamily: boolean;
  /** of somebody from another body: what the sharing ledger asks and the agreement does not say */
  line?: LineWords | undefined;
};

export type BeginStandingRefusal =
  | NotAllowed
  | { reason: 'record-missing' }
  | { reason: 'person-missing' }
  | { reason: 'because-missing' }
  /** an end lies ahead */
  | { reason: 'until-passed' }
  /** this way of standing is for other roles */
  | { reason: 'role-wrong'; name: string }
  /** nobody knows for which body they come */
  | { reason: 'body-unknown'; name: string }
  /** they come from another body, and there is no agreement in date between the two */
  | { reason: 'agreement-missing'; name: string }
  | WriteLineRefusal
  | { reason: 'stands-already'; name: string };

/** Somebody comes to stand to a child. The lead worker says so; whoever comes to lead takes over from who led. */
export async function beginStanding(
  ctx: Ctx,
  { childId, words }: { childId: string; words: StandingWords },
): Promise<Outcome<Id<'standing'>, BeginStandingRefusal>> {
  const found = await reached(ctx, childId);
  if (!found) return refuse({ reason: 'record-missing' });
  const { reach, child } = found;
  if (reach.access['people-around'] !== 'write') return refuse({ reason: 'not-allowed' });
  const person = (await peopleAndOwnFamilies(ctx)).find(({ id }) => id === words.personId);
  if (!person) return refuse({ reason: 'person-missing' });
  const checked = await checkStanding(ctx, { child, person, words });
  if (!checked.done) return checked;
  const round = await standingsRound(ctx, child.id);
  if (round.some(({ personId, kind }) => personId === person.id && kind === words.kind))
    return refuse({ reason: 'stands-already', name: person.name });
  const { agreed, standing: bare } = checked.value;
  const line =
    agreed && (await writeLine(ctx, { reach, child, person, standing: bare, agreed, words: words.line }));
  if (line && !line.done) return line;
  const standing = { ...bare, disclosureId: line?.value };
  await addStanding(ctx, standing);
  if (words.kind === 'lead-worker') await endOthersLead(ctx, round);
  await note(ctx, { reach, standing });
  return done(standing.id);
}

type Checking = { child: Child; person: Person; words: StandingWords };

/** A standing as it may begin, and the agreement by which it crosses from one body to another. */
type Checked = { standing: Standing; agreed: InDateAgreement | undefined };

async function checkStanding(
  ctx: Ctx,
  { child, person, words }: Checking,
): Promise<Outcome<Checked, BeginStandingRefusal>> {
  const { name, organisationId } = person;
  const because = words.because.trim();
  if (because === '') return refuse({ reason: 'because-missing' });
  if (words.until !== undefined && words.until <= ctx.now) return refuse({ reason: 'until-passed' });
  if (!rolesOf(words.kind).some((role) => person.roles.includes(role)))
    return refuse({ reason: 'role-wrong', name });
  const [purpose = ''] = purposesOf(words.kind);
  if (needsAgreement(words.kind) && organisationId === undefined)
    return refuse({ reason: 'body-unknown', name });
  const { ownerOrganisationId: from } = child;
  const isOther = needsAgreement(words.kind) && organisationId !== undefined && organisationId !== from;
  const agreed = isOther ? await agreementInDate(ctx, { from, to: organisationId, purpose }) : undefined;
  if (isOther && agreed === undefined) return refuse({ reason: 'agreement-missing', name });
  return done({ standing: standingOf(ctx, { child, person, words }, { purpose, because, agreed }), agreed });
}

function standingOf(
  ctx: Ctx,
  { child, person, words }: Checking,
  { purpose, because, agreed }: { purpose: string; because: string; agreed: InDateAgreement | undefined },
): Standing {
  return {
    id: ctx.newId<'standing'>(),
    childId: child.id,
    personId: person.id,
    kind: words.kind,
    organisationId: isFamily(words.kind) ? undefined : person.organisationId,
    agreementId: agreed?.agreement.id,
    purpose,
    because,
    isShownToFamily: words.isShownToFamily,
    from: ctx.now,
    until: words.until,
    endedAt: undefined,
  };
}

/** One person leads; who led before goes, and can be asked back into the team. */
async function endOthersLead(ctx: Ctx, round: readonly Standing[]): Promise<void> {
  for (const standing of round) if (standing.kind === 'lead-worker') await endStandingRow(ctx, standing.id);
}

async function note(ctx: Ctx, { reach, standing }: { reach: Reach; standing: Standing }): Promise<void> {
  touched(ctx, reach, {
    act: 'families.standing-begun',
    way: 'written',
    part: { kind: 'standing', id: standing.id },
    values: { because: standing.because },
  });
  await ctx.record({
    type: 'families.standing-begun',
    subject: { kind: 'standing', id: standing.id },
    details: { kind: standing.kind },
  });
}
