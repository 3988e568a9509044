import { organisationsById, type Person } from '#modules/accounts/index.ts';
import {
  crossing,
  itemGroupFacts,
  recordDisclosure,
  type DisclosureWords,
  type InDateAgreement,
  type ItemGroup,
  type Missing,
  type RecordDisclosureRefusal,
} from '#modules/sharing/index.ts';
import { purposes, type Purpose } from '#platform/access/purposes.ts';
import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Child } from '../../domain/record/child.ts';
import { standingWords, type Standing } from '../../domain/standing/standing.ts';
import { itemsOpened } from '../../queries/standing/items-opened.ts';
import type { Reach } from '../../queries/standing/reach.ts';

/** What the agreement and the standing do not say already of a line of the sharing ledger. */
export type LineWords = Pick<
  DisclosureWords,
  'told' | 'toldWords' | 'helpAgreed' | 'plainWords' | 'reviewOn' | 'duty' | 'consent'
>;

/** A part of the line that is not there yet. */
export type LineGap = Missing;

export type WriteLineRefusal =
  /** they come from another body: the ledger asks for more, and every gap is said at once */
  | { reason: 'line-incomplete'; missing: readonly LineGap[] }
  /** they would read what the agreement does not cover */
  | { reason: 'beyond-agreement'; name: string; items: readonly string[] }
  | { reason: 'line-refused'; why: RecordDisclosureRefusal['reason'] };

export type Line = {
  reach: Reach;
  child: Child;
  person: Person;
  standing: Standing;
  agreed: InDateAgreement;
  words: LineWords | undefined;
};

const nothingSaid: LineWords = {
  told: undefined,
  toldWords: '',
  helpAgreed: undefined,
  plainWords: '',
  reviewOn: undefined,
  duty: { relevance: '', whoseFunction: '', howFar: '', detriment: undefined },
  consent: undefined,
};

/** Writes the line of the sharing ledger by which somebody of another body is let in, and that they were: whole, or not at all. */
export async function writeLine(ctx: Ctx, line: Line): Promise<Outcome<Id<'disclosure'>, WriteLineRefusal>> {
  const { child, person, standing, agreed, reach } = line;
  const items = itemsOpened(standing.kind);
  const beyond = items.filter((item) => !agreed.version.items.includes(item));
  if (beyond.length > 0)
    return refuse({
      reason: 'beyond-agreement',
      name: person.name,
      items: beyond.map((item) => itemGroupFacts[item].words),
    });
  const words = await disclosureOf(ctx, line, items);
  const kept = await recordDisclosure(ctx, { words, relationship: reach.relationship });
  if (!kept.done) {
    const { refusal } = kept;
    return refusal.reason === 'incomplete'
      ? refuse({ reason: 'line-incomplete', missing: refusal.missing })
      : refuse({ reason: 'line-refused', why: refusal.reason });
  }
  const disclosureId = kept.value.id;
  const came = await crossing(ctx, {
    disclosureId,
    way: 'grant',
    subject: words.subject,
    from: child.ownerOrganisationId,
    to: standing.organisationId,
    purpose: purposeOf(standing),
    items,
    output: { kind: 'standing', id: standing.id },
    relationship: reach.relationship,
  });
  // the line was written a moment ago from the same agreement, for the same things
  if (!came.done) throw new Error(`a standing does not pass on its own line: ${came.refusal.reason}`);
  return done(disclosureId);
}

function purposeOf({ purpose }: Standing): Purpose {
  return purposes.find((one) => one === purpose) ?? 'direct-help';
}

async function disclosureOf(
  ctx: Ctx,
  { child, person, standing, agreed, words = nothingSaid }: Line,
  items: readonly ItemGroup[],
): Promise<DisclosureWords> {
  const purpose = purposeOf(standing);
  const from = child.ownerOrganisationId;
  const to = standing.organisationId;
  const [body] = await organisationsById(ctx, to === undefined ? [] : [to]);
  const party = agreed.version.parties.find(({ organisationId }) => organisationId === from);
  const ground = party?.grounds.find((one) => one.purpose === purpose);
  return {
    ...words,
    outcome: 'shared',
    manner: 'considered',
    subject: { kind: 'child', id: child.id },
    from,
    to: { organisationId: to, body: body?.name ?? person.organisation, person: person.name },
    gatheredFor: 'direct-help',
    purpose,
    legalPower: ground?.legalPower,
    basis: ground?.basis,
    condition: ground?.condition,
    items,
    extent: extentOf(standing),
    rests: 'agreement',
    singleGround: '',
    refusalGround: undefined,
    refusalWords: '',
    demandedBy: undefined,
    demandReference: '',
    decidedByName: nameOfActor(ctx.actor),
    decidedOn: ctx.today,
  };
}

/** How much it is, in words: what one person reads, for how long, and why they do. */
function extentOf({ kind, because }: Standing): string {
  return `The record as far as one person reads it (${standingWords[kind]}), until they leave or the agreement ends. ${because}`;
}
