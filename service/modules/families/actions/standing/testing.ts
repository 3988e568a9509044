// Agreements between the invented bodies of a test, and what the sharing ledger asks of whoever lets somebody in.
import { signAgreement, writeAgreement, type AgreementWords } from '#modules/sharing/index.ts';
import { addDays, dayInEngland } from '#platform/kernel/day.ts';
import type { TestFamilies } from '../../testing.ts';
import type { GivenKind, StandingWords } from './begin-standing.ts';
import type { LineWords } from './write-line.ts';

/** Everything that somebody in the team around reads. */
export const agreedItems: AgreementWords['items'] = [
  'who-they-are',
  'how-to-reach-them',
  'who-is-in-the-family',
  'school-and-learning',
  'help-and-helpers',
  'what-goes-well',
  'worries',
  'own-words',
  'the-plan',
  'health',
];

/** An agreement in force by which the invented council gives to the invented charity. Its number. */
export async function agreeInTest(
  families: TestFamilies,
  words: Partial<AgreementWords> = {},
): Promise<number> {
  return await families.asService(async (ctx) => {
    const ground = { purpose: 'direct-help', basis: 'public-task', condition: 'safeguarding' } as const;
    const party = {
      bodyKind: 'public-body-in-its-tasks' as const,
      grounds: [{ ...ground, legalPower: 'cooperate-for-children' as const }],
    };
    const bodies = [families.body('council'), families.body('charity')];
    const written = await writeAgreement(ctx, {
      title: 'Council and charity',
      plainWords: 'So that nobody tells their story twice.',
      direction: 'both-ways',
      parties: bodies.map((organisationId) => ({ ...party, organisationId })),
      items: agreedItems,
      safeguards: 'Named people only.',
      assessment: 'DPIA 1',
      ask: 'Governance',
      beginsOn: addDays(ctx.today, -30),
      reviewOn: addDays(ctx.today, 100),
      endsOn: addDays(ctx.today, 300),
      whyChanged: '',
      ...words,
    });
    if (!written.done) throw new Error(written.refusal.reason);
    const { number } = written.value;
    for (const organisationId of bodies) {
      const signature = { name: 'Ash Signer', job: 'Director', signedOn: ctx.today };
      const signed = await signAgreement(ctx, { number, organisationId, signature });
      if (!signed.done) throw new Error(signed.refusal.reason);
    }
    return number;
  });
}

/** Everything that the ledger asks of whoever lets somebody of another body in. */
export function lineInTest(families: TestFamilies): LineWords {
  const reviewOn = addDays(dayInEngland(families.now()), 90);
  return {
    told: 'told',
    toldWords: '',
    helpAgreed: 'yes',
    plainWords: 'We let the charity read, so that you need not say it all again.',
    reviewOn,
    duty: { relevance: '', whoseFunction: '', howFar: '', detriment: undefined },
    consent: undefined,
  };
}

/** How one of the invented people is asked in. */
export function standingInTest(
  families: TestFamilies,
  key: string,
  kind: GivenKind = 'team-around',
): StandingWords {
  return {
    personId: families.person(key),
    kind,
    because: 'They help.',
    until: undefined,
    isShownToFamily: true,
    line: lineInTest(families),
  };
}
