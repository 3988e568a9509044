import { z } from 'zod';
import { pressOf } from '../together/press.ts';
import type { Answer, PageRequest } from './route.ts';
import type { Visit } from './visit.ts';

/**
 * The same press of a button sent twice happens once, whoever sends it and whichever process it reaches. What signs in or
 * out must set its cookie each time, and what a visitor sent without anything being written may be sent again.
 */
export function answerForm({ ground, route, browser }: Visit, page: PageRequest): Promise<Answer> {
  if (route.eachTime) return route.answer(page);
  const secret = browser.secret();
  const files = page.uploads.map(({ field, fileName, sha256 }) => [field, fileName, sha256]);
  let written = page.actor.kind === 'person';
  return ground.sent.answerOnce({
    press: pressOf(secret, page.path, page.posted, files),
    act: (access, work) => (access === 'read' ? page.read(work) : page.write(work)),
    work: (write) =>
      route.answer({
        ...page,
        async write(work) {
          const value = await write(work);
          written = true;
          return value;
        },
      }),
    final: (answer) => (written && !browser.gives() ? wordsOf(answer) : undefined),
    again: answerOf,
  });
}

const redirect = z.object({
  to: z.string(),
  notice: z.string().optional(),
  cookie: z.object({ name: z.string(), value: z.string() }).optional(),
});

/** Only what sends the browser on within this service is final: a page that was shown to be mended may be sent again. */
function wordsOf(answer: Answer): string | undefined {
  if (answer.kind !== 'redirect' || !answer.to.startsWith('/')) return undefined;
  const { to, notice, cookie } = answer;
  return JSON.stringify({ to, notice, cookie });
}

function answerOf(words: string): Answer {
  const { to, notice, cookie } = redirect.parse(JSON.parse(words));
  return { kind: 'redirect', to, notice, ...(cookie ? { cookie } : {}) };
}
