import { JSDOM } from 'jsdom';
import type { PostedForm } from './scanner.ts';

/** What a walk through the service found that takes something in. */
export type TakesIn = { questions: string[]; forms: PostedForm[]; pages: number };

/** Walks the service as one person, and gathers one address of each shape that takes a question, and each form. */
export async function whatItTakesIn(address: string, cookie: string, mostPages: number): Promise<TakesIn> {
  const waiting = ['/'];
  const seen = new Set(waiting);
  const questions = new Map<string, string>();
  const forms = new Map<string, PostedForm>();
  let pages = 0;
  for (let path = waiting.shift(); path !== undefined && pages < mostPages; path = waiting.shift()) {
    const answer = await fetch(new URL(path, address), { headers: { cookie }, redirect: 'manual' });
    const html = await answer.text();
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
    pages += 1;
    const page = new JSDOM(html, { url: new URL(path, address).href }).window.document;
    for (const question of questionsOn(page, address)) keepFirst(questions, shapeOf(question), question);
    for (const form of formsOn(page, address)) keepFirst(forms, shapeOf(form.action), form);
    for (const link of page.querySelectorAll<HTMLAnchorElement>('a[href]')) {
      const to = new URL(link.href);
      const next = to.pathname + to.search;
      if (to.origin !== new URL(address).origin || seen.has(next) || next.startsWith('/sign-out')) continue;
      seen.add(next);
      if (to.search) keepFirst(questions, shapeOf(to.href), to.href);
      waiting.push(next);
    }
  }
  return { questions: [...questions.values()], forms: [...forms.values()], pages };
}

function questionsOn(page: Document, address: string): string[] {
  return [...page.querySelectorAll<HTMLFormElement>('form')]
    .filter((form) => form.method === 'get' && form.action.startsWith(address))
    .map((form) => `${form.action.split('?')[0] ?? ''}?${fieldsOf(form)}`);
}

function formsOn(page: Document, address: string): PostedForm[] {
  return [...page.querySelectorAll<HTMLFormElement>('form')]
    .filter(
      ({ method, action, enctype }) =>
        method === 'post' && action.startsWith(address) && !/multipart/.test(enctype),
    )
    .filter(({ action }) => !/\/sign-(in|out)$/.test(action))
    .map((form) => ({ action: form.action, body: fieldsOf(form) }));
}

/** What a browser would send of a form that nobody filled in, with a word where nothing stands. */
function fieldsOf(form: HTMLFormElement): string {
  const sent = new URLSearchParams();
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
    'input[name], select[name], textarea[name]',
  )) {
    if (/^(submit|button|file)$/.test(field.type)) continue;
    if (/^(radio|checkbox)$/.test(field.type) && sent.has(field.name)) continue;
    sent.append(field.name, field.value || 'word');
  }
  return sent.toString();
}

/** Addresses that differ only by what they are about have one shape. */
function shapeOf(href: string): string {
  const { pathname, searchParams } = new URL(href);
  const path = pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|\/[A-Z]\d{8}|\/\d+/gi, '/:id');
  return `${path}?${[...new Set(searchParams.keys())].toSorted().join('&')}`;
}

function keepFirst<Value>(kept: Map<string, Value>, key: string, value: Value): void {
  if (!kept.has(key)) kept.set(key, value);
}
