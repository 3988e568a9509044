import type { Ctx } from '../db/database.ts';
import type { Handler } from '../outbox/outbox.ts';
import type { LetterPart, ReadyLetter, ReadyPart } from './letter.ts';
import { letterCarried, letterUndelivered, takeLetter, type WaitingLetter } from './letters.ts';
import { PostFault, type Post, type PostTrouble } from './post.ts';

/** How a letter leaves, and what it is finished with on the way. */
export type Carrying = {
  post: Post;
  /** where this service is reached, as in `https://strategy.example.gov.uk` */
  origin: string;
  from(ctx: Ctx): Promise<{ name: string; address: string }>;
  /** makes what only the letter itself may hold: a link that opens once, and the code to open it with */
  secrets: {
    pathOf(ctx: Ctx, linkId: string): Promise<string>;
    codeOf(ctx: Ctx, linkId: string): Promise<string>;
  };
};

/** With the queue's growing waits this is about nine hours. */
const mostTries = 20;

/**
 * Carries letters, at least once each: one that was carried while its transaction broke off is carried again under the
 * same message id. One that cannot be delivered is given up and told to whoever asked for it.
 */
export function carryLetters(carrying: Carrying): Handler {
  return {
    name: 'mail.carry-letters',
    types: ['platform.letter-written'],
    async handleOutside(act, { subject: { id } }) {
      const letter = await act('write', async (ctx) => {
        const taken = await takeLetter(ctx, id);
        if (!taken) return undefined;
        const from = await carrying.from(ctx);
        return { ...taken, from, parts: await readyParts(ctx, taken.parts, carrying) };
      });
      if (!letter) return;
      const trouble = await carried(carrying, letter);
      if (trouble === undefined) return act('write', (ctx) => letterCarried(ctx, id));
      if (!trouble.isForGood && letter.tries < mostTries) throw trouble;
      return act('write', (ctx) => letterUndelivered(ctx, id, trouble.code));
    },
  };
}

/** Carries it; what was in the way is an answer here, because the letter is kept either way. */
async function carried(
  { post, origin }: Carrying,
  {
    id,
    to,
    from,
    subject,
    parts,
    writtenAt,
  }: Omit<WaitingLetter, 'parts'> & Pick<ReadyLetter, 'from' | 'parts'>,
): Promise<PostFault | undefined> {
  const messageId = `<${id}@${new URL(origin).hostname}>`;
  try {
    await post.carry({ messageId, to, from, subject, parts, writtenAt });
    return undefined;
  } catch (fault) {
    if (fault instanceof PostFault) return fault;
    throw fault;
  }
}

async function readyParts(
  ctx: Ctx,
  parts: readonly LetterPart[],
  { origin, secrets }: Carrying,
): Promise<ReadyPart[]> {
  const ready: ReadyPart[] = [];
  for (const part of parts)
    switch (part.kind) {
      case 'page':
        ready.push({ kind: 'link', text: part.text, href: `${origin}${part.path}` });
        break;
      case 'one-use-link': {
        const path = await secrets.pathOf(ctx, part.linkId);
        ready.push({ kind: 'link', text: part.text, href: `${origin}${path}` });
        break;
      }
      case 'code':
        ready.push({ kind: 'code', text: await secrets.codeOf(ctx, part.linkId) });
        break;
      default:
        ready.push(part);
    }
  return ready;
}

const troubleWords: { readonly [Trouble in PostTrouble]: string } = {
  'not-set-up': 'No mail server is named in the settings of this service.',
  unreachable: 'The mail server did not answer, however often we tried.',
  'not-let-in': 'The mail server does not let us in. Whoever runs this service can mend that.',
  'address-refused': 'The address takes no letters. Look whether it is spelt right.',
  'put-off': 'The mail server put us off, however often we tried.',
};

/** Why a letter was given up, for whoever asked for it. */
export function sayTrouble(trouble: string): string {
  return Object.entries(troubleWords).find(([code]) => code === trouble)?.[1] ?? '';
}
