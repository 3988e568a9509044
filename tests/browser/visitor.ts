import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { JSDOM } from 'jsdom';

/** What came back. */
export type Reply = {
  status: number;
  headers: Headers;
  /** where a redirect would lead */
  to: string | undefined;
  body: string;
  document: Document;
  address: string;
};

/** A form as its page holds it. */
export type Form = { action: string; fields: ReadonlyMap<string, readonly string[]> };

/** A file in a form's field. */
export type FormFile = { field: string; name: string; bytes: Uint8Array };

export type Answers = Readonly<Record<string, string | readonly string[]>>;

/** A browser without a window: it keeps cookies, reads pages, and fills in the forms that it finds on them. */
export class Visitor {
  readonly #address: string;
  readonly #cookies = new Map<string, string>();

  constructor(address: string) {
    this.#address = address;
  }

  get cookies(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** One request; a redirect is not followed. */
  async ask(path: string, init: RequestInit = {}): Promise<Reply> {
    const url = new URL(path, this.#address);
    const headers = new Headers(init.headers);
    if (this.#cookies.size > 0) headers.set('cookie', this.cookies);
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return replyOf(response, url.href, await response.text());
  }

  /** Opens a page, following redirects as a browser does. */
  async open(path: string): Promise<Reply> {
    const reply = await this.ask(path);
    return reply.to === undefined ? reply : this.open(reply.to);
  }

  /** Posts a form as its page holds it, with these answers in place of what stands there. */
  async send(page: Reply, answers: Answers = {}, button?: string | RegExp): Promise<Reply> {
    return this.post(formOn(page, button), answers);
  }

  /** Posts a form that was read before. */
  async post({ action, fields }: Form, answers: Answers = {}): Promise<Reply> {
    const all = { ...Object.fromEntries(fields), ...answers };
    const pairs = Object.entries(all).flatMap(([name, value]) =>
      (typeof value === 'string' ? [value] : value).map((one) => [name, one]),
    );
    return this.ask(action, { method: 'POST', body: new URLSearchParams(pairs) });
  }

  /** Posts a form that takes a file, or several in one field. */
  async sendFiles(page: Reply, files: readonly FormFile[], answers: Answers = {}): Promise<Reply> {
    const { action, fields } = formOn(page, undefined);
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...Object.fromEntries(fields), ...answers }))
      for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
    for (const { field, name, bytes } of files) body.append(field, new Blob([new Uint8Array(bytes)]), name);
    return this.ask(action, { method: 'POST', body });
  }

  /** Signs in as one of the invented people. */
  async signIn(person: string): Promise<void> {
    const reply = await this.send(await this.ask('/sign-in'), {}, `Be ${person}`);
    assert.equal(reply.status, 303, `${person} can sign in`);
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}

/** A file on disk, as a form sends it. */
export function fileFrom(field: string, path: string): FormFile {
  return { field, name: basename(path), bytes: readFileSync(path) };
}

/** The words of a page's main part, white space made plain. */
export function wordsOn(reply: Reply): string {
  return (reply.document.querySelector('main')?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

function replyOf(response: Response, address: string, body: string): Reply {
  const location = response.headers.get('location');
  let document: Document | undefined;
  return {
    status: response.status,
    headers: response.headers,
    to: location === null ? undefined : new URL(location, address).href,
    body,
    address,
    get document() {
      return (document ??= new JSDOM(body, { url: address }).window.document);
    },
  };
}

/** The posting form in the page's main part: the one whose button says these words, or the only one. */
export function formOn(page: Reply, button: string | RegExp | undefined): Form {
  const forms = [...page.document.querySelectorAll<HTMLFormElement>('main form[method="post"]')];
  const says = (form: HTMLFormElement) => {
    const words = (form.querySelector('button')?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
    return button === undefined || (typeof button === 'string' ? words === button : button.test(words));
  };
  const fitting = forms.filter(says);
  const [form] = fitting;
  assert.ok(
    form,
    `there is a form ${button ?? ''} on ${page.address} (${page.status}): ${wordsOn(page).slice(0, 300)}`,
  );
  assert.equal(fitting.length, 1, `there is one form ${button ?? ''} on ${page.address}`);
  return { action: form.action, fields: fieldsOf(form) };
}

function fieldsOf(form: HTMLFormElement): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  const window = form.ownerDocument.defaultView;
  assert.ok(window);
  for (const [name, value] of new window.FormData(form)) {
    if (typeof value !== 'string') continue;
    fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  return fields;
}
