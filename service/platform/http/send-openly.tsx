import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { EmbeddedFrame } from '../page/embedded-frame.tsx';
import { renderPage } from '../page/frame.tsx';
import { acceptsGzip } from './accepts-gzip.ts';
import type { EmbeddedContent } from './route.ts';
import type { Visit } from './visit.ts';

type OpenAnswer = { status: number; type: string; body: string | Uint8Array };

/** Sends what any site may read: nothing in it depends on who asks, so it needs no cookie and sets none. */
export function sendOpenly({ reply, request }: Pick<Visit, 'reply' | 'request'>, answer: OpenAnswer) {
  const { status, type, body } = answer;
  void reply
    .status(status)
    .type(type)
    .header('access-control-allow-origin', '*')
    .header('access-control-expose-headers', 'etag, link, x-request-id')
    // other sites show pictures of ours, which the browser's own rule for our pages would forbid
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('vary', 'accept-encoding')
    .header('cache-control', status === 200 ? 'public, max-age=60' : 'no-store');
  if (status === 200) {
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    void reply.header('etag', etag);
    if (namesTag(request.headers['if-none-match'], etag)) return reply.status(304).send();
  }
  if (typeof body !== 'string' || body.length < 1000 || !acceptsGzip(request.headers['accept-encoding']))
    return reply.send(body);
  return reply.header('content-encoding', 'gzip').send(gzipSync(body, { level: 4 }));
}

/** Whether one of the tags that a program has is this one; a proxy may have marked it as weak. */
function namesTag(header: string | undefined, etag: string): boolean {
  return (header ?? '')
    .split(',')
    .some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*');
}

/** Sends a page for inside another site's: that site may frame it, and nothing else of the rules is softened. */
export function sendEmbedded(visit: Visit, content: EmbeddedContent) {
  const { reply, ground, page } = visit;
  const html = renderPage(
    <EmbeddedFrame title={content.title} brand={ground.partnership.brand} language={page.language}>
      {content.body}
    </EmbeddedFrame>,
  );
  void reply
    .removeHeader('x-frame-options')
    .header(
      'content-security-policy',
      "default-src 'none';style-src 'self';img-src 'self' data:;base-uri 'none';frame-ancestors *",
    );
  return sendOpenly(visit, { status: 200, type: 'text/html; charset=utf-8', body: html });
}
