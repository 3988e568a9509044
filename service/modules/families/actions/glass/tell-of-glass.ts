import type { Person } from '#modules/accounts/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { writeLetter } from '#platform/mail/letters.ts';
import type { Glass } from '../../domain/glass/glass.ts';

/** The lead worker and whoever looks after governance hear of it at once: a letter each, without a word of who it is about. */
export async function tellOfGlass(ctx: Ctx, glass: Glass, told: readonly Person[]): Promise<void> {
  for (const { id, name, email } of told) {
    if (email === undefined) continue;
    await writeLetter(ctx, {
      key: `glass-opened ${glass.id} ${id}`,
      to: email,
      subject: 'A protected record was opened in an emergency',
      parts: [
        { kind: 'words', text: `${name}, ${glass.personName} opened a protected record just now.` },
        {
          kind: 'words',
          text: 'They can read it for three hours at most. Why they did, and whose it is, stands behind the sign-in.',
        },
        { kind: 'page', text: 'See why it was opened', path: '/glass' },
      ],
      askedBy: undefined,
    });
  }
  ctx.audit({
    act: 'families.glass-opened',
    way: 'read',
    subject: { kind: 'child', id: glass.childId },
    relationship: 'glass',
    purpose: 'safeguarding',
    part: { kind: 'glass', id: glass.id },
    values: { reason: glass.reason },
  });
  await ctx.record({
    type: 'families.glass-opened',
    subject: { kind: 'glass', id: glass.id },
    details: { category: glass.category, told: told.length },
  });
}
