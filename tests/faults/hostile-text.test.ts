// Hostile words in every box of the strategy's pages: kept as they were sent, shown as nothing but words.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse as parseCsv } from 'csv-parse/sync';
import { JSDOM } from 'jsdom';
import { parse as parseYaml } from 'yaml';
import { manager } from '../browser/sign-in.ts';
import { serviceForThisFile } from '../browser/started-service.ts';
import { formOn, Visitor, wordsOn, type Reply } from '../browser/visitor.ts';
import { bringDraftIn, everythingIn, textsIn } from './drafts.ts';
import { keptAsSent, keptWithoutControls } from './hostile-text.ts';
import { tally } from './tally.ts';

const service = await serviceForThisFile();
const priya = new Visitor(service.address);
await priya.signIn(manager);

/** Every page on which words of a strategy are changed; each on a draft of its own, so that none is in another's way. */
const pages: readonly { path: string; button?: RegExp; chosen?: Readonly<Record<string, string>> }[] = [
  { path: 'edit' },
  { path: 'elements/well/edit' },
  { path: 'elements/well/ties', button: /^Say so/ },
  { path: 'background/why-friends/edit', button: /^Save/ },
  { path: 'people/owners/play-lead', button: /^Save/ },
  { path: 'people/organisations/raft-house', button: /^Save/ },
  { path: 'tiers/priorities', button: /^Save/ },
  { path: 'add-element', chosen: { tier: 'outcomes' } },
  { path: 'background/add' },
];

/** Fields that take one kind of text only: a day, a number, an address on the web. */
const notFree = /^(link|code|serves|seen|csrf|place|.*-(day|month|year))$/;

for (const { path, button, chosen } of pages) {
  test(`every box on ${path} keeps hostile words as they were sent, and shows them as words`, async () => {
    const slug = await bringDraftIn(priya);
    const address = `/frameworks/${slug}/${path}`;
    const first = await priya.ask(address);
    const form = formOn(first, button);
    const boxes = boxesOn(first, button);
    assert.ok(boxes.length > 0, `${path} has boxes to write in`);
    for (const round of keptAsSent.keys()) {
      // each box gets each text once; the boxes beside it get others meanwhile
      const texts = boxes.map((_, index) => keptAsSent[(round + index * 7) % keptAsSent.length]?.text ?? '');
      const answers = Object.fromEntries(boxes.map((box, index) => [box, texts[index] ?? '']));
      tally.tried(texts.length);
      const page = await priya.ask(address);
      assertInert(page);
      const seen = /name="seen" value="([^"]*)"/.exec(page.body)?.[1];
      const reply = await priya.post(form, {
        ...answers,
        ...chosen,
        ...(seen === undefined ? {} : { seen }),
      });
      assert.equal(
        reply.status,
        303,
        `${texts.join(' · ')}\n${reply.status >= 400 ? wordsOn(reply).slice(0, 400) : ''}`,
      );
      const kept = new Set(textsIn(await everythingIn(priya, slug)));
      for (const text of texts)
        assert.ok(kept.has(text.normalize('NFC')), `${path} kept ${JSON.stringify(text)}`);
      assertInert(await priya.ask(reply.to ?? address));
    }
  });
}

test('what no keyboard types is dropped, and the words round it stay', async () => {
  const slug = await bringDraftIn(priya);
  const address = `/frameworks/${slug}/elements/well/edit`;
  for (const { text, kept } of keptWithoutControls) {
    const reply = await priya.send(await priya.ask(address), { label: text });
    assert.equal(reply.status, 303, wordsOn(reply).slice(0, 300));
    assert.ok(textsIn(await everythingIn(priya, slug)).includes(kept), `kept ${JSON.stringify(kept)}`);
  }
});

test('a paste too long for its box is refused in words, and stands in the box still', async () => {
  const slug = await bringDraftIn(priya);
  const long = 'It goes on. '.repeat(20_000);
  const reply = await priya.send(await priya.ask(`/frameworks/${slug}/elements/well/edit`), {
    statement: long,
  });
  assert.equal(reply.status, 422);
  assert.match(wordsOn(reply), /characters or fewer/);
  assert.equal(reply.document.querySelector('textarea[name="statement"]')?.textContent?.trim(), long.trim());
});

test('a paste of more than a megabyte is refused with a page, and nothing is changed', async () => {
  const slug = await bringDraftIn(priya);
  const before = await everythingIn(priya, slug);
  const page = await priya.ask(`/frameworks/${slug}/elements/well/edit`);
  const reply = await priya.send(page, { statement: 'a'.repeat(1_100_000) });
  assert.equal(reply.status, 413);
  assert.equal(reply.document.querySelectorAll('h1').length, 1);
  assert.deepEqual(await everythingIn(priya, slug), before);
});

test('no download holds a live formula or a broken line, whatever the words were', async () => {
  const slug = await bringDraftIn(priya);
  for (const { text } of keptAsSent) {
    const page = await priya.ask(`/frameworks/${slug}/add-element`);
    const reply = await priya.send(page, { tier: 'outcomes', label: text, statement: `${text}\n\n${text}` });
    assert.equal(reply.status, 303, `${text}: ${wordsOn(reply).slice(0, 300)}`);
  }
  const csv = await priya.ask(`/frameworks/${slug}/framework.csv`);
  const rows: string[][] = parseCsv(csv.body, { bom: true, relax_column_count: false });
  assert.ok(rows.length > keptAsSent.length);
  const live = rows
    .flat()
    .filter(
      (cell) => /^[\s\p{Cf}]*[=+\-@|%\t\r\uff1d\uff0b\uff0d\uff20]/u.test(cell) && !/^-?\d+$/.test(cell),
    );
  assert.deepEqual(live, []);
  const yaml = await priya.ask(`/frameworks/${slug}/framework.yaml`);
  assert.deepEqual(parseYaml(yaml.body), await everythingIn(priya, slug));
  const xml = await priya.ask(`/frameworks/${slug}/framework.xml`);
  assert.doesNotMatch(xml.body, /<script|<img|<svg/);
});

function boxesOn(page: Reply, button: RegExp | undefined): string[] {
  assert.equal(page.status, 200, page.address);
  const forms = [...page.document.querySelectorAll('main form[method="post"]')].filter((form) => {
    const words = form.querySelector('button')?.textContent ?? '';
    return button === undefined || button.test(words);
  });
  assert.equal(forms.length, 1, `one form on ${page.address}`);
  const boxes = forms.flatMap((form) => [
    ...form.querySelectorAll('input:not([type]), input[type="text"], textarea'),
  ]);
  return boxes
    .map((box) => box.getAttribute('name') ?? '')
    .filter((name) => name !== '' && !notFree.test(name));
}

/** Nothing in the page came alive: no tag, handler or address but our own. Our own pages write `<` and `"` in words as entities. */
function assertInert({ status, body, address }: Reply): void {
  assert.ok(status < 400, `${address} answered ${status}`);
  const tags = body.match(/<[a-z!/](?:"[^"]*"|[^>"])*>/gi) ?? [];
  const alive = tags.filter((tag) => {
    if (/^<(iframe|object|embed|base|img|style|b|!--|!\[)\b/i.test(tag)) return true;
    if (/^<script/i.test(tag)) return !/^<script type="module" src="\/assets\/[\w/.-]+">$/.test(tag);
    const attributes = tag.replaceAll(/"[^"]*"/g, '""');
    if (/[\s/](on\w+|style|srcdoc|autofocus)\b/i.test(attributes)) return true;
    return /\s(href|src|action|formaction)="\s*(javascript|data|vbscript):/i.test(tag);
  });
  assert.deepEqual(alive, [], address);
}

test('the look for what came alive finds it', () => {
  const reply = (body: string) => ({
    status: 200,
    body,
    address: 'trial',
    headers: new Headers(),
    to: undefined,
  });
  for (const { name, text } of keptAsSent.filter(({ text }) =>
    /^("?'?>?<(script|img|svg|iframe|base|b )|<\/(title|style|textarea)>)/.test(text),
  ))
    assert.throws(
      () => assertInert({ ...reply(`<p>${text}</p>`), document: new JSDOM('').window.document }),
      name,
    );
});
