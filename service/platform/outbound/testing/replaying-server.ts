import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';

/** A server of a test's own that answers as it is told, and keeps what it was asked. */
export type Replaying = {
  base: string;
  host: string;
  /** paths with their questions, in order */
  asked: { path: string; headers: IncomingMessage['headers']; at: number }[];
  /** how many questions were open at once, at most */
  most: () => number;
};

export type Reply = (question: IncomingMessage, answer: ServerResponse) => void | Promise<void>;

/** Listens on this machine alone, for as long as a test runs. */
export async function replayingServer(
  t: { after(end: () => Promise<void>): void },
  reply: Reply,
): Promise<Replaying> {
  const asked: Replaying['asked'] = [];
  let [open, most] = [0, 0];
  const server = createServer((question, answer) => {
    asked.push({ path: question.url ?? '', headers: question.headers, at: performance.now() });
    open += 1;
    most = Math.max(most, open);
    answer.once('close', () => (open -= 1));
    void reply(question, answer);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const { port } = addressOf(server.address());
  return { base: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}`, asked, most: () => most };
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address;
}

/** Serves a text with a version, in parts where a part is asked for, and with 304 where the version is known. */
export function serveFile(
  { question, answer }: { question: IncomingMessage; answer: ServerResponse },
  { body, etag, type = 'text/csv' }: { body: string | Uint8Array; etag?: string; type?: string },
): void {
  const bytes = Buffer.from(body);
  const { range, 'if-none-match': known, 'if-range': same } = question.headers;
  const head = { 'content-type': type, ...(etag === undefined ? {} : { etag }) };
  if (etag !== undefined && known === etag) return void answer.writeHead(304, head).end();
  const from = /^bytes=(\d+)-$/.exec(range ?? '')?.[1];
  if (from === undefined || same !== etag)
    return void answer.writeHead(200, { ...head, 'content-length': bytes.length }).end(bytes);
  const rest = bytes.subarray(Number(from));
  answer.writeHead(206, {
    ...head,
    'content-length': rest.length,
    'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}`,
  });
  answer.end(rest);
}
