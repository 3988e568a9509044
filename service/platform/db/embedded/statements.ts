import type { Reply } from '../engine/engine.ts';
import { faultOf } from '../fault.ts';
import { writeValue } from '../engine/write-value.ts';
import { type Column, Messages, readAnswer } from './wire.ts';

/** Sends protocol messages and resolves to the answer's bytes. */
export type Exchange = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;

/**
 * Keeps every statement prepared, because planning costs the embedded database three times what running does. A
 * statement is prepared, described and run in one exchange the first time, and only run after that.
 */
export class Statements {
  readonly #messages = new Messages();
  readonly #kept = new Map<string, { name: string; columns: readonly Column[] }>();
  #toClose: string[] = [];
  #named = 0;

  async run(exchange: Exchange, text: string, values: readonly unknown[]): Promise<Reply> {
    const written = values.map(writeValue);
    const kept = this.#kept.get(text);
    const name = kept?.name ?? this.#nextName();
    this.#closeForgotten();
    if (!kept) this.#messages.parse(name, text).describe(name);
    this.#messages.bind(name, written).execute().sync();
    const answer = readAnswer(await exchange(this.#messages.take()), kept?.columns);
    if (answer.error) {
      this.#forget(text, name);
      throw faultOf(answer.error);
    }
    if (changesTables.test(answer.command)) this.forgetAll();
    else this.#keep(text, { name, columns: answer.columns ?? [] });
    return answer;
  }

  async script(exchange: Exchange, text: string): Promise<Reply> {
    const answer = readAnswer(await exchange(this.#messages.query(text).take()), undefined);
    if (mayChangeTables.test(text)) this.forgetAll();
    if (answer.error) throw faultOf(answer.error);
    return answer;
  }

  /** After tables changed: what was described may no longer be true. */
  forgetAll(): void {
    for (const { name } of this.#kept.values()) this.#toClose.push(name);
    this.#kept.clear();
  }

  #nextName(): string {
    this.#named += 1;
    return `s${this.#named}`;
  }

  #keep(text: string, statement: { name: string; columns: readonly Column[] }): void {
    this.#kept.delete(text);
    this.#kept.set(text, statement);
    const [oldest] = this.#kept;
    if (this.#kept.size > mostKept && oldest) this.#forget(oldest[0], oldest[1].name);
  }

  #forget(text: string, name: string): void {
    this.#kept.delete(text);
    this.#toClose.push(name);
  }

  #closeForgotten(): void {
    for (const name of this.#toClose) this.#messages.close(name);
    this.#toClose = [];
  }
}

/** SQL with lists of changing length in it would otherwise be kept for ever. */
const mostKept = 400;

const changesTables = /^(?:CREATE|ALTER|DROP|DISCARD|DEALLOCATE|DO|CALL)\b/;
const mayChangeTables = /\b(?:create|alter|drop|discard|deallocate)\b/i;
