import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** What is said over the socket, one JSON value a line. */
export type Ask = { name: string; payload: unknown };

export type Answer =
  | { kind: 'progress'; event: unknown }
  | { kind: 'done'; result: unknown }
  | { kind: 'failed'; code: string; message: string };

/** Every control answers this one: which process it is, and what it guards. */
export const whoIsThere = 'who-is-there';

export function send(socket: Socket, message: Ask | Answer): void {
  if (socket.writable) socket.write(`${JSON.stringify(message)}\n`);
}

/** Every line as the value it holds; undefined where it holds none. */
export async function* linesOf(socket: Socket): AsyncGenerator<unknown> {
  for await (const line of createInterface({ input: socket, crlfDelay: Infinity })) {
    try {
      const value: unknown = JSON.parse(line);
      yield value;
    } catch {
      yield undefined;
    }
  }
}
