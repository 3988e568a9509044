// Words of invented agreements and disclosures that nothing is missing from, for tests to take away from.
import { setUpOrganisations, organisations } from '#modules/accounts/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { addDays } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { AgreementWords } from '../../domain/agreements/agreement.ts';
import type { DisclosureWords } from '../../domain/disclosures/disclosure.ts';
import { signAgreement } from '../agreements/sign-agreement.ts';
import { writeAgreement } from '../agreements/write-agreement.ts';

export type Bodies = Readonly<Record<'council' | 'health' | 'school' | 'charity', Id<'organisation'>>>;

/** Four bodies that no table of another test knows. */
export async function setUpBodies(ctx: Ctx): Promise<Bodies> {
  const kinds = { council: 'council', health: 'health', school: 'education', charity: 'charity' } as const;
  await setUpOrganisations(
    ctx,
    Object.entries(kinds).map(([key, kind]) => ({ key, name: `The ${key}`, kind, about: '', zones: [] })),
  );
  const found = new Map((await organisations(ctx)).map(({ key, id }) => [key, id]));
  const idOf = (key: keyof typeof kinds): Id<'organisation'> => {
    const id = found.get(key);
    if (!id) throw new Error(`${key} was not set up`);
    return id;
  };
  return {
    council: idOf('council'),
    health: idOf('health'),
    school: idOf('school'),
    charity: idOf('charity'),
  };
}

/** An agreement by which council and health give both ways, to help and to keep safe. */
export function agreementWords(ctx: Ctx, bodies: Bodies): AgreementWords {
  const ground = {
    legalPower: 'safeguard-children',
    basis: 'public-task',
    condition: 'safeguarding',
  } as const;
  const grounds = [
    { ...ground, purpose: 'direct-help' as const },
    { ...ground, purpose: 'safeguarding' as const },
  ];
  return {
    title: 'Council and health, for families',
    plainWords: 'So that nobody has to tell their story twice.',
    direction: 'both-ways',
    parties: [bodies.council, bodies.health].map((organisationId) => ({
      organisationId,
      bodyKind: 'public-body-in-its-tasks',
      grounds,
    })),
    items: ['who-they-are', 'worries', 'what-goes-well', 'health'],
    safeguards: 'Only named people, each reading written down.',
    assessment: 'DPIA 7',
    ask: 'The information governance team',
    beginsOn: addDays(ctx.today, -30),
    reviewOn: addDays(ctx.today, 150),
    endsOn: addDays(ctx.today, 300),
    whyChanged: '',
  };
}

/** The same, written down and signed by both. Its number. */
export async function agreeInTest(ctx: Ctx, words: AgreementWords): Promise<number> {
  const written = await writeAgreement(ctx, words);
  if (!written.done) throw new Error(written.refusal.reason);
  for (const { organisationId } of words.parties) {
    const signature = { name: 'Ash Tester', job: 'Director', signedOn: ctx.today };
    const signed = await signAgreement(ctx, { number: written.value.number, organisationId, signature });
    if (!signed.done) throw new Error(signed.refusal.reason);
  }
  return written.value.number;
}

/** A share from council to health about an invented child, resting on the agreement. */
export function shareWords(ctx: Ctx, bodies: Bodies, childId: string): DisclosureWords {
  return {
    outcome: 'shared',
    manner: 'considered',
    subject: { kind: 'child', id: childId },
    from: bodies.council,
    to: { organisationId: bodies.health, body: 'The health trust', person: 'Health visitor' },
    gatheredFor: 'direct-help',
    purpose: 'direct-help',
    legalPower: 'safeguard-children',
    basis: 'public-task',
    condition: 'safeguarding',
    items: ['who-they-are', 'worries'],
    extent: 'That the baby has not been weighed since March.',
    told: 'told',
    toldWords: '',
    helpAgreed: 'yes',
    consent: undefined,
    rests: 'agreement',
    singleGround: '',
    duty: { relevance: '', whoseFunction: '', howFar: '', detriment: undefined },
    refusalGround: undefined,
    refusalWords: '',
    demandedBy: undefined,
    demandReference: '',
    decidedByName: 'Ash Tester',
    decidedOn: ctx.today,
    reviewOn: addDays(ctx.today, 90),
    plainWords: 'We told the health visitor that the baby needs weighing.',
  };
}

/** A decision not to share, about the same. */
export function refusalWords(ctx: Ctx, bodies: Bodies, childId: string): DisclosureWords {
  return {
    ...shareWords(ctx, bodies, childId),
    outcome: 'not-shared',
    rests: undefined,
    refusalGround: 'less-would-do',
    refusalWords: 'They need to know when to come, not what was said.',
  };
}
