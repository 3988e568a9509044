import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Ctx } from '../db/database.ts';
import { type Press, seal, unseal } from './press.ts';
import { claimPress, forgetOldPresses, forgetPress, readPress, sealPress } from './sent-form-rows.ts';

/** Takes effect in one transaction. */
export type Write = <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>;

/** A form that was sent, and how it is worked. */
export type Sent<Answer> = {
  press: Press;
  /** one transaction of whoever sends it */
  act<T>(access: 'read' | 'write', work: (ctx: Ctx) => Promise<T>): Promise<T>;
  /** works the form; whatever takes effect goes through `write` */
  work(write: Write): Promise<Answer>;
  /** the answer in words, where it is final; undefined where the same press may be tried again */
  final(answer: Answer): string | undefined;
  /** the answer that those words stand for */
  again(words: string): Answer;
};

/**
 * This press took effect, and what came of it cannot be told: the process that worked it ended before it could say, or
 * the line to the database broke while it was committed.
 */
export class SentBefore extends Error {
  override readonly name = 'SentBefore';
  readonly code = 'SENT_BEFORE';
}

type Came<Answer> = { answer: Answer; isFinal: boolean };

/** How long this process itself remembers what it told; the database remembers for longer. */
const rememberedMs = 60_000;
const mostRemembered = 2_000;
const patienceMs = 5_000;

/**
 * Forms that took effect a moment ago. Every showing of a form carries a token of its own, so a form that comes again
 * with the same token and the same answers is the same press of the button, sent twice: it gets the same answer, and
 * what it asked for happens once, whichever process it reaches. The first transaction that takes effect says so in
 * itself, so that the two become true together. A form that was refused may be tried again.
 */
export class SentForms<Answer> {
  readonly #working = new Map<string, Promise<Came<Answer>>>();
  #clearedAt = 0;

  async answerOnce(sent: Sent<Answer>): Promise<Answer> {
    const { name } = sent.press;
    for (let before = this.#working.get(name); before; before = this.#working.get(name)) {
      const came = await before.catch(() => undefined);
      if (came?.isFinal) return came.answer;
      // of those who waited for the same refusal the first tries again, and the others wait for that one
      if (this.#working.get(name) === before) break;
    }
    const mine = workOnce(sent);
    this.#keep(name, mine);
    const { answer } = await mine;
    this.#clearNowAndThen(sent);
    return answer;
  }

  #keep(name: string, came: Promise<Came<Answer>>): void {
    this.#working.delete(name);
    this.#working.set(name, came);
    came.catch(() => {});
    const forget = () => void (this.#working.get(name) === came && this.#working.delete(name));
    setTimeout(forget, rememberedMs).unref();
    const oldest = this.#working.size > mostRemembered ? this.#working.keys().next().value : undefined;
    if (oldest !== undefined) this.#working.delete(oldest);
  }

  #clearNowAndThen({ act }: Sent<Answer>): void {
    if (Date.now() - this.#clearedAt < rememberedMs) return;
    this.#clearedAt = Date.now();
    act('write', forgetOldPresses).catch(() => {});
  }
}

async function workOnce<Answer>(sent: Sent<Answer>): Promise<Came<Answer>> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const tried = await tryOnce(sent);
    if (tried.kind === 'came') return tried;
    const became = await whatBecameOf(sent, until).catch((fault: unknown) => {
      // a page that stands by itself has an answer even where the database is away
      if (tried.kind === 'not-needed' && !(fault instanceof SentBefore)) return undefined;
      throw fault;
    });
    if (became !== undefined) return { answer: became, isFinal: true };
    // whoever was first has refused it meanwhile, so this is a press like any other
    if (tried.kind === 'not-needed') return tried;
  }
}

type Tried<Answer> =
  | ({ kind: 'came' } & Came<Answer>)
  /** nothing was written for it here: perhaps because it took effect elsewhere */
  | ({ kind: 'not-needed' } & Came<Answer>)
  | { kind: 'sent-before' };

async function tryOnce<Answer>(sent: Sent<Answer>): Promise<Tried<Answer>> {
  const claim = claimFor(sent);
  try {
    const answer = await sent.work(claim.write);
    if (claim.state() === 'lost') return { kind: 'sent-before' };
    const words = sent.final(answer);
    const came = { answer, isFinal: words !== undefined };
    if (claim.state() === 'none') return { kind: 'not-needed', ...came };
    await claim.settle(words);
    return { kind: 'came', ...came };
  } catch (fault) {
    if (claim.state() === 'lost') return { kind: 'sent-before' };
    throw fault;
  } finally {
    claim.close();
  }
}

/** Another try was first. It leaves the transaction and is told from every other fault by what the claim says. */
class AnotherWasFirst extends Error {
  override readonly name = 'AnotherWasFirst';
}

function claimFor<Answer>({ press, act }: Sent<Answer>) {
  const attempt = randomUUID();
  let state: 'none' | 'held' | 'lost' = 'none';
  let settled = false;
  const write: Write = async (work) => {
    let claimed = false;
    const value = await act('write', async (ctx) => {
      if (state === 'none' && !settled) {
        claimed = await claimPress(ctx, press.name, attempt);
        if (!claimed) state = 'lost';
      }
      if (state === 'lost') throw new AnotherWasFirst('this form took effect before');
      return work(ctx);
    });
    if (claimed) state = 'held';
    return value;
  };
  return {
    write,
    state: () => state,
    close: () => void (settled = true),
    /** A press that was refused is forgotten; what was told to any other is kept for whoever asks again. */
    async settle(words: string | undefined): Promise<void> {
      const row = { press: press.name, attempt };
      await act('write', (ctx) =>
        words === undefined
          ? forgetPress(ctx, press.name, attempt)
          : sealPress(ctx, { ...row, sealed: seal(press, words) }),
      ).catch(() => {});
    },
  };
}

/** What the first try told; undefined where no try stands. @throws SentBefore where that will not be known */
async function whatBecameOf<Answer>(
  { press, act, again }: Sent<Answer>,
  until: number,
): Promise<Answer | undefined> {
  for (;;) {
    const row = await act('read', (ctx) => readPress(ctx, press.name));
    if (!row) return undefined;
    if (row.sealed !== undefined) return again(unseal(press, row.sealed));
    if (Date.now() > until) throw new SentBefore('this form took effect, and its answer is not known');
    await pause(20);
  }
}
