import { people } from '#modules/accounts/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { writeLetter } from '#platform/mail/letters.ts';
import type { Reader } from '../../domain/danger/front-door.ts';
import { readConcerns } from '../../domain/permissions.ts';

type Letter = { key: string; subject: string; words: string; path: string };

/** Writes to readers that something waits. No letter says what. Whoever has lost the role gets none. */
export async function letterTo(ctx: Ctx, readers: readonly Reader[], letter: Letter): Promise<void> {
  const named = new Set<string>(readers.map(({ personId }) => personId));
  for (const person of await people(ctx)) {
    if (!named.has(person.id) || person.email === undefined) continue;
    if (!person.roles.some((role) => readConcerns.roles.includes(role))) continue;
    await writeLetter(ctx, {
      key: `${letter.key}:${person.id}`,
      to: person.email,
      subject: letter.subject,
      askedBy: undefined,
      parts: [
        { kind: 'words', text: letter.words },
        { kind: 'page', text: 'Open it, once you are signed in', path: letter.path },
      ],
    });
  }
}
