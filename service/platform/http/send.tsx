import { Readable } from 'node:stream';
import type { VNode } from 'preact';
import { errorStatus, errorTitle, ErrorBody, type ErrorKind } from '../page/error-page.tsx';
import { Frame, renderPage, type FrameProps } from '../page/frame.tsx';
import { wordsIn } from '../page/words/language.ts';
import { sendEmbedded, sendOpenly } from './send-openly.tsx';
import { acceptsGzip } from './accepts-gzip.ts';
import type { Visit } from './visit.ts';
import { keptPage, type KeptPage } from './kept-pages.ts';
import type { Answer, FileBody, PageContent } from './route.ts';

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
  const posted = visit.request.method === 'POST';
  const body = <ErrorBody kind={kind} words={words} reference={visit.request.id} posted={posted} />;
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
  const isOpen = actor.kind === 'visitor' && !visit.route.secretAddress;
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

function sendFile(visit: Visit, answer: { type: string; name: string | undefined; body: FileBody }) {
  const { reply, actor } = visit;
  void reply
    .type(answer.type)
    .header('cache-control', actor.kind === 'visitor' ? 'private, max-age=0' : 'no-store');
  if (answer.name)
    void reply.header('content-disposition', `attachment; filename="${safeFileName(answer.name)}"`);
  const { body } = answer;
  return reply.send(typeof body === 'string' || body instanceof Uint8Array ? body : Readable.from(body));
}

/** Only letters, figures, dots, hyphens and underscores: nothing that could end the header or leave the folder. */
function safeFileName(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+/, '') || 'download';
}
