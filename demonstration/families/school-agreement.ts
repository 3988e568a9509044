import { signAgreement, writeAgreement, type AgreementWords } from '#modules/sharing/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { addDays } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';

const words: Omit<AgreementWords, 'parties' | 'beginsOn' | 'reviewOn' | 'endsOn'> = {
  title: 'Early help and Gullhaven High School, for children whom both know',
  plainWords:
    'So that the safeguarding lead of the school and the family worker know the same things about a child whom both help. Health and safe addresses stay out of it.',
  direction: 'both-ways',
  items: [
    'who-they-are',
    'how-to-reach-them',
    'who-is-in-the-family',
    'school-and-learning',
    'help-and-helpers',
    'what-goes-well',
    'worries',
    'own-words',
    'the-plan',
  ],
  safeguards: 'Only the school’s safeguarding lead, named beside the child. Every reading is written down.',
  assessment: 'DPIA 2026-07, kept by information governance',
  ask: 'Information governance, governance@brackenshire.example',
  whyChanged: '',
};

type Bodies = { council: Id<'organisation'>; school: Id<'organisation'> };

/** The agreement by which the safeguarding lead of an invented school stands beside a child. */
export async function agreeWithSchool(ctx: Ctx, { council, school }: Bodies): Promise<void> {
  const ground = { purpose: 'direct-help', basis: 'public-task', condition: 'safeguarding' } as const;
  const party = { bodyKind: 'public-body-in-its-tasks' } as const;
  const written = await writeAgreement(ctx, {
    ...words,
    parties: [
      {
        ...party,
        organisationId: council,
        grounds: [{ ...ground, legalPower: 'cooperate-for-children' }],
      },
      { ...party, organisationId: school, grounds: [{ ...ground, legalPower: 'schools-safeguard' }] },
    ],
    beginsOn: addDays(ctx.today, -90),
    reviewOn: addDays(ctx.today, 120),
    endsOn: addDays(ctx.today, 275),
  });
  if (!written.done) throw new Error(`the school’s agreement was refused: ${written.refusal.reason}`);
  const signedBy: readonly [Id<'organisation'>, string, string][] = [
    [council, 'Malgorzata Wilk', 'Director of children’s services'],
    [school, 'Catherine Ballantyne', 'Headteacher'],
  ];
  for (const [organisationId, name, job] of signedBy) {
    const signature = { name, job, signedOn: addDays(ctx.today, -92) };
    await signAgreement(ctx, { number: written.value.number, organisationId, signature });
  }
}
