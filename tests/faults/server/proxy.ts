import { connect, createServer, type Socket } from 'node:net';

/** A line between the service and its database that can be made worse. */
export type Line = {
  port: number;
  /** what passes from now on: everything; everything, late; nothing, without a word */
  let(how: 'pass' | { lateMs: number } | 'silence'): void;
  /** ends every connection: politely, or with a reset */
  cut(how: 'end' | 'reset'): void;
  /** lets the next questions through, holds back their answers, then resets: nobody knows what was done */
  cutAfterAsking(): void;
  close(): Promise<void>;
};

type Pair = { inner: Socket; outer: Socket };

export async function lineTo(port: number): Promise<Line> {
  let how: 'pass' | { lateMs: number } | 'silence' = 'pass';
  let holdAnswers = false;
  const pairs = new Set<Pair>();
  const hand = (to: Socket, bytes: Buffer): void => {
    if (how === 'silence') return;
    if (how === 'pass') to.write(bytes);
    else setTimeout(() => to.writable && to.write(bytes), how.lateMs);
  };
  const server = createServer((inner) => {
    const outer = connect(port, '127.0.0.1');
    const pair = { inner, outer };
    pairs.add(pair);
    const over = (): void => {
      pairs.delete(pair);
      inner.destroy();
      outer.destroy();
    };
    inner.on('data', (bytes) => hand(outer, bytes));
    outer.on('data', (bytes) => void (holdAnswers || hand(inner, bytes)));
    for (const socket of [inner, outer]) socket.on('error', over).on('close', over);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const cut = (which: 'end' | 'reset'): void => {
    for (const { inner, outer } of pairs) {
      if (which === 'end') inner.end();
      // what is saying goodbye already cannot be reset any more: its handle would stay open for ever
      else if (inner.writableEnded) inner.destroy();
      else inner.resetAndDestroy();
      outer.destroy();
    }
  };
  return {
    port: typeof bound === 'object' && bound ? bound.port : 0,
    let: (now) => void (how = now),
    cut,
    cutAfterAsking() {
      holdAnswers = true;
      setTimeout(() => {
        cut('reset');
        holdAnswers = false;
      }, 60);
    },
    close: () =>
      new Promise((resolve) => {
        cut('reset');
        server.close(() => resolve());
      }),
  };
}
