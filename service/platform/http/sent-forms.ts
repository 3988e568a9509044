import { createHash } from 'node:crypto';
import type { Body } from './read-body.ts';
import type { Answer } from './route.ts';

/** How long the same form may come again and be known: longer than a nervous finger, shorter than a second thought. */
const knownMs = 60_000;
const mostKnown = 2_000;

/**
 * Forms that were accepted a moment ago. Every showing of a form carries a token of its own, so a form that comes again
 * with the same token and the same answers is the same press of the button, sent twice: it gets the same answer, and
 * what it asked for happens once. A form that was refused may be tried again.
 */
export class SentForms {
  readonly #answers = new Map<string, Promise<Answer>>();

  async answerOnce(key: string, answer: () => Promise<Answer>): Promise<Answer> {
    for (let before = this.#answers.get(key); before; before = this.#answers.get(key)) {
      const came = await before.catch(() => undefined);
      if (came?.kind === 'redirect') return came;
      // of those who waited for the same refusal the first tries again, and the others wait for that one
      if (this.#answers.get(key) === before) break;
    }
    const mine = answer();
    this.#keep(key, mine);
    return mine;
  }

  #keep(key: string, answer: Promise<Answer>): void {
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    answer.catch(() => {});
    const forget = () => void (this.#answers.get(key) === answer && this.#answers.delete(key));
    setTimeout(forget, knownMs).unref();
    const oldest = this.#answers.size > mostKnown ? this.#answers.keys().next().value : undefined;
    if (oldest !== undefined) this.#answers.delete(oldest);
  }
}

/** One press of one button on one showing of a form, told from all others. */
export function pressOf(
  secret: string,
  path: string,
  { posted, uploads }: Pick<Body, 'posted' | 'uploads'>,
): string {
  const files = uploads.map(({ field, fileName, sha256 }) => [field, fileName, sha256]);
  return createHash('sha256')
    .update(JSON.stringify([secret, path, posted, files]))
    .digest('base64url');
}
