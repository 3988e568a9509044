import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import type { VNode } from 'preact';
import { EmbeddedFrame } from '../page/embedded-frame.tsx';
import { errorStatus, errorTitle, ErrorBody, type ErrorKind } from '../page/error-page.tsx';
import { Frame, renderPage, type FrameProps } from '../page/frame.tsx';
import { wordsIn } from '../page/words/language.ts';
import type { Visit } from './visit.ts';
import { keptPage, type KeptPage } from './kept-pages.ts';
import { problemText, problemType, type Answer, type EmbeddedContent, type PageContent } from './route.ts';

/** Sends what a page answered. */
export async function sendAnswer(visit: Visit, answer: Answer) {
  switch (answer.kind) {
    case 'page':
      return sendPage(visit, keptPage(framed(visit, answer.content), 4), answer.status);
    case 'made-once':
      return sendMadeOnce(visit, answer);
    case 'redirect':
      if (answer.notice) visit.browser.leaveNotice(answer.notice);
      if (answer.cookie?.name === 'language') visit.browser.setLanguage(answer.cookie.value);
      return visit.reply.redirect(answer.to, 303);
    case 'file':
      return sendFile(visit, answer);
    case 'open':
      return sendOpenly(visit, answer);
    case 'embedded':
      return sendEmbedded(visit, answer.content);
    case 'not-found':
      return sendError(visit, 'notFound');
  }
}

/** Sends an error page in the frame, with the request's own number as its reference. */
export async function sendError(visit: Visit, kind: ErrorKind) {
  const words = wordsIn(visit.page.language);
  if (visit.request.url.startsWith('/api/'))
    return sendProblem(visit, { status: errorStatus[kind], title: errorTitle(kind, words) });
  const posted = visit.request.method === 'POST';
  const body = (
    <ErrorBody
      kind={kind}
      words={words}
      reference={visit.request.id}
      posted={posted}
      numbers={visit.ground.numbersToRing?.()}
    />
  );
  const html = framed(visit, { title: errorTitle(kind, words), body });
  return sendPage(visit, keptPage(html, 4), errorStatus[kind]);
}

/** For a visitor the whole page is kept; for a person who signed in it is made anew, since their name stands on it. */
async function sendMadeOnce(visit: Visit, answer: Extract<Answer, { kind: 'made-once' }>) {
  if (visit.actor.kind !== 'visitor')
    return sendPage(visit, keptPage(framed(visit, await answer.make()), 4), 200);
  const notice = visit.browser.takeNotice();
  if (notice) return sendPage(visit, keptPage(framed(visit, await answer.make(), notice), 4), 200);
  const key = `${visit.page.language} ${visit.request.url} ${answer.key}`;
  const page = await visit.ground.kept.get(key, async () =>
    keptPage(framed(visit, await answer.make(), undefined)),
  );
  return sendPage(visit, page, 200);
}

function framed(visit: Visit, content: PageContent, notice = visit.browser.takeNotice()): string {
  const { page, ground } = visit;
  const props: FrameProps = {
    ...content,
    brand: ground.partnership.brand,
    language: page.language,
    actor: page.actor,
    navigation: ground.navigation,
    // the way to the other language and back would carry the address on
    path: visit.route.secretAddress ? '' : page.path,
    csrf: page.actor.kind === 'person' ? page.csrf : '',
    notice,
  };
  const body: VNode = content.body;
  return renderPage(<Frame {...props}>{body}</Frame>);
}

function sendPage(visit: Visit, page: KeptPage, status: number) {
  const { reply, request, actor } = visit;
  const isOpen = actor.kind === 'visitor' && !visit.route.secretAddress && !visit.route.standsAlone;
  const mayKeep = isOpen && status === 200 && request.method !== 'POST';
  void reply
    .status(status)
    .type('text/html; charset=utf-8')
    .header('vary', 'accept-encoding, cookie')
    .header('cache-control', mayKeep ? 'private, max-age=0, must-revalidate' : 'no-store');
  if (mayKeep) {
    void reply.header('etag', page.etag);
    if (request.headers['if-none-match'] === page.etag) return reply.status(304).send();
  }
  if (!acceptsGzip(request.headers['accept-encoding'])) return reply.send(page.html);
  return reply.header('content-encoding', 'gzip').send(page.gzipped);
}

function sendFile(visit: Visit, answer: Extract<Answer, { kind: 'file' }>) {
  const { reply, actor, request } = visit;
  void reply
    .type(answer.type)
    .header('cache-control', actor.kind === 'visitor' ? 'private, max-age=0' : 'no-store');
  // what is saved was often handed in by somebody: wherever it is opened after all, nothing in it runs as ours
  if (answer.name)
    void reply
      .header('content-disposition', `attachment; filename="${safeFileName(answer.name)}"`)
      .header('content-security-policy', "sandbox;default-src 'none'");
  if (answer.tag !== undefined) {
    void reply.header('etag', answer.tag).header('cache-control', 'private, max-age=0, must-revalidate');
    if (namesTag(request.headers['if-none-match'], answer.tag)) return reply.status(304).send();
  }
  const { body } = answer;
  return reply.send(typeof body === 'string' || body instanceof Uint8Array ? body : Readable.from(body));
}

/** Only letters, figures, dots, hyphens and underscores: nothing that could end the header or leave the folder. */
function safeFileName(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+/, '') || 'download';
}

type OpenAnswer = { status: number; type: string; body: string | Uint8Array };

/** What a program reads in the place of an error page. */
function sendProblem(visit: Visit, { status, title }: { status: number; title: string }) {
  const detail = `If you write to us about it, give this reference: ${visit.request.id}.`;
  return sendOpenly(visit, {
    status,
    type: problemType,
    body: problemText(status, title, detail),
  });
}

/** Sends what any site may read: nothing in it depends on who asks, so it needs no cookie and sets none. */
function sendOpenly({ reply, request }: Pick<Visit, 'reply' | 'request'>, answer: OpenAnswer) {
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
function sendEmbedded(visit: Visit, content: EmbeddedContent) {
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

/** Whether a browser takes gzip; one that says q=0 does not. */
export function acceptsGzip(header: string | string[] | undefined): boolean {
  const offers = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',');
  return offers.some((offer) => /^\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/i.test(offer));
}
