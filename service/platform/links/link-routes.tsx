import { page, pageToMend, redirectTo, type Answer, type PageRequest, type Route } from '../http/route.ts';
import { wordsOf } from '../kernel/outcome.ts';
import { stateOf, type Link } from './link.ts';
import { doorPage, HandOn, handOnPage, linkPath, overPage, plainPage } from './link-pages.tsx';
import { anewWords, codeWords, handOnWords } from './link-words.ts';
import {
  askForCode,
  askForNewLink,
  codeInForce,
  giveCode,
  handOn,
  holdsLink,
  openLink,
  type CodeRefusal,
} from './links.ts';
import type { LinkPurpose } from './purpose.ts';

/** Every page that is reached from a letter without an account. Looking at one changes nothing. */
export function linkRoutes(purposes: readonly LinkPurpose[]): readonly Route[] {
  const byKind = new Map(purposes.map((purpose) => [purpose.kind, purpose]));
  const at = (method: 'GET' | 'POST', path: string, answer: Answering): Route => ({
    method,
    path,
    policy: 'everyone',
    secretAddress: true,
    async answer(request) {
      const found = await foundBy(request);
      const purpose = found && byKind.get(found.link.purpose);
      return found && purpose ? answer(request, { ...found, purpose }) : unknown();
    },
  });
  return [
    at('GET', '/link/:token', show),
    at('POST', '/link/:token', answerTask),
    at('POST', '/link/:token/code', sendCode),
    at('POST', '/link/:token/open', open),
    at('POST', '/link/:token/anew', anew),
    at('GET', '/link/:token/hand-on', showHandOn),
    at('POST', '/link/:token/hand-on', doHandOn),
  ];
}

type Found = { link: Link; isHeld: boolean; codeSent: boolean };
type Met = Found & { purpose: LinkPurpose };
type Answering = (request: PageRequest, met: Met) => Promise<Answer>;

function foundBy(request: PageRequest): Promise<Found | undefined> {
  const token = request.params['token'] ?? '';
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return Promise.resolve(undefined);
  return request.read(async (ctx) => {
    const link = await openLink(ctx, token);
    if (!link) return undefined;
    const isHeld = await holdsLink(ctx, link, request.browser);
    return { link, isHeld, codeSent: (await codeInForce(ctx, link)) !== undefined };
  });
}

function unknown(): Answer {
  const words =
    'Look whether the whole address came over from your letter: some programs break long ones in two.';
  return page(plainPage('This link opens nothing', words), 404);
}

async function show(request: PageRequest, met: Met): Promise<Answer> {
  return page(await contentOf(request, met));
}

async function contentOf(request: PageRequest, met: Met) {
  const { link, isHeld, codeSent, purpose } = met;
  const state = stateOf(link, request.now);
  if (state !== 'open') {
    const said = state === 'used' && isHeld ? await purpose.said(request, link) : undefined;
    return overPage(request, { link, state, purpose, said, codeSent });
  }
  if (!isHeld) return doorPage(request, { link, codeSent });
  const task = await purpose.show(request, link);
  if (!task)
    return plainPage('Nothing is asked any more', `Thank you for looking. You can ask ${purpose.asker}.`);
  return {
    ...task,
    body: (
      <>
        {task.body}
        <HandOn request={request} link={link} />
      </>
    ),
  };
}

async function answerTask(request: PageRequest, met: Met): Promise<Answer> {
  if (met.isHeld) return met.purpose.answer(request, met.link);
  const message =
    'It is a while since you gave the code. Have a new one sent; what you typed is still there if you go back';
  return pageToMend(
    doorPage(request, { link: met.link, codeSent: false, answers: { errors: [{ field: 'main', message }] } }),
  );
}

async function sendCode(request: PageRequest, met: Met): Promise<Answer> {
  const sent = await request.write((ctx) => askForCode(ctx, met.link.id));
  return sent.done ? redirectTo(linkPath(request)) : again(request, met, sent.refusal);
}

async function open(request: PageRequest, met: Met): Promise<Answer> {
  const code = request.posted['code']?.[0] ?? '';
  const given = await request.write((ctx) =>
    giveCode(ctx, { id: met.link.id, code, browser: request.browser }),
  );
  return given.done ? redirectTo(linkPath(request)) : again(request, met, given.refusal);
}

function again(request: PageRequest, met: Met, refusal: CodeRefusal): Answer {
  const { link, purpose } = met;
  const isOver = refusal.reason === 'code-wrong' && refusal.left <= 0;
  const codeSent = met.codeSent && !isOver && refusal.reason !== 'too-many-codes';
  const errors = [{ field: codeSent ? 'code' : 'main', message: wordsOf(codeWords, refusal) }];
  const answers = { posted: request.posted, errors };
  const state = stateOf(link, request.now);
  return pageToMend(
    state === 'open'
      ? doorPage(request, { link, codeSent, answers })
      : overPage(request, { link, state, purpose, said: undefined, codeSent, answers }),
  );
}

async function anew(request: PageRequest, met: Met): Promise<Answer> {
  const sent = await request.write((ctx) => askForNewLink(ctx, met.link.id));
  if (sent.done)
    return page(
      plainPage('A new link is on its way', 'It goes to the address of this one. This page can be closed.'),
    );
  return pageToMend(plainPage('No new link was sent', `${wordsOf(anewWords, sent.refusal)}.`));
}

async function showHandOn(request: PageRequest, { link, isHeld }: Met): Promise<Answer> {
  const mayHandOn = isHeld && stateOf(link, request.now) === 'open';
  return mayHandOn ? page(handOnPage(request, link, { errors: [] })) : redirectTo(linkPath(request));
}

async function doHandOn(request: PageRequest, { link }: Met): Promise<Answer> {
  const to = request.posted['to']?.[0] ?? '';
  const handed = await request.write((ctx) => handOn(ctx, { id: link.id, to, opener: request.browser }));
  if (handed.done)
    return page(
      plainPage('Handed on', 'Your colleague has a link of their own now, and yours has stopped working.'),
    );
  const { refusal } = handed;
  if (refusal.reason === 'not-opened' || refusal.reason === 'link-over') return redirectTo(linkPath(request));
  const errors = [{ field: 'to', message: wordsOf(handOnWords, refusal) }];
  return pageToMend(handOnPage(request, link, { posted: request.posted, errors }));
}
