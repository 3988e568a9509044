import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { writeLetter } from '#platform/mail/letters.ts';
import { personById } from '../../store/people.ts';
import { letterAbout, type About } from './letters-about-ways.ts';

/** Tells a person by letter of something about their way in; nothing where they have no address. */
export async function tellPerson(ctx: Ctx, personId: Id<'person'>, about: About): Promise<void> {
  const person = await personById(ctx, personId);
  if (!person?.email) return;
  const { subject, words } = letterAbout(about, ctx.now);
  await writeLetter(ctx, {
    key: `sign-in:${about.what}:${ctx.newId<'letter-key'>()}`,
    to: person.email,
    subject,
    askedBy: undefined,
    parts: [
      { kind: 'words', text: `Hello ${person.name},` },
      ...words.map((text) => ({ kind: 'words' as const, text })),
      { kind: 'page', text: 'Your account', path: '/account' },
    ],
  });
}
