import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testService, type TestBrowser, type TestPage, type TestService } from '#platform/http/testing.ts';
import { readFramework } from '../../domain/read-framework.ts';
import { writeStratml } from '../../domain/stratml/write-stratml.ts';
import { inventedYaml } from '../../domain/testing/invented-framework.ts';
import { frameworkBySlug } from '../../store/frameworks.ts';
import { answersIn, assertSound, wrongOn } from '../editing/testing.ts';
import { strategyRoutes } from '../routes.ts';

const ends: (() => unknown)[] = [];
let service: TestService;
let manager: TestBrowser;

before(async () => {
  service = await testService({ after: (end: () => unknown) => void ends.push(end) }, strategyRoutes([]));
  manager = await service.signedIn('manager');
});

after(async () => {
  for (const end of ends) await end();
});

/** Sends a file as a browser does. */
async function upload(content: string, as = manager, fileName = 'larkmere.yaml'): Promise<TestPage> {
  const page = await as.get('/frameworks/bring-in');
  const csrf = page.document.querySelector<HTMLInputElement>('main [name=csrf]')?.value ?? '';
  const mark = 'a-mark-between-the-parts';
  const part = (head: string, body: string) =>
    `--${mark}\r\ncontent-disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
  const file = part(`name="file"; filename="${fileName}"\r\ncontent-type: application/octet-stream`, content);
  return as.postRaw('/frameworks/bring-in', `${part('name="csrf"', csrf)}${file}--${mark}--\r\n`, {
    'content-type': `multipart/form-data; boundary=${mark}`,
  });
}

const yaml = (slug: string) => inventedYaml.replace('slug: larkmere', `slug: ${slug}`);

const textOf = (page: TestPage, selector: string) =>
  [...page.document.querySelectorAll(selector)].map((one) => one.textContent.replaceAll(/\s+/g, ' ').trim());

const stored = (slug: string) => service.asService((ctx) => frameworkBySlug(ctx, slug));

test('journey 1: a file is brought in, its loose ends are seen, one is mended, it is published and public', async () => {
  const sent = await upload(yaml('journey'));
  assert.equal(sent.status, 303);
  const preview = await manager.get(sent.headers.location ?? '');
  assertSound(preview);
  assert.match(preview.text, /Bring in “Growing up in Larkmere”\?/);
  assert.equal(await stored('journey'), undefined, 'nothing is written until it is confirmed');
  const path = sent.headers.location ?? '';
  const brought = await manager.post(path, answersIn(preview, path));
  assert.equal(brought.headers.location, '/frameworks/journey/loose-ends');
  const ends = await manager.get('/frameworks/journey/loose-ends');
  assert.deepEqual(textOf(ends, '.lead'), ['2 loose ends. Each says what would mend it.']);
  const mend = [...ends.document.querySelectorAll('main a')].find((link) =>
    link.textContent.startsWith('Mend it'),
  );
  const ties = mend?.getAttribute('href') ?? '';
  assert.equal(ties, '/frameworks/journey/elements/early-help/ties');
  const measure = { act: 'name', source: 'local', code: 'Families helped early', namedRole: 'headline' };
  assert.equal((await manager.post(ties, measure)).status, 303);
  assert.deepEqual(textOf(await manager.get('/frameworks/journey/loose-ends'), '.lead'), [
    'One loose end. Each says what would mend it.',
  ]);
  const visitor = service.visitor();
  assert.equal((await visitor.get('/frameworks/journey')).status, 404);
  const publish = '/frameworks/journey/publish';
  const answers = answersIn(await manager.get(publish), publish);
  assert.equal((await manager.post(publish, answers)).status, 303);
  assert.match((await visitor.get('/frameworks/journey')).text, /Help early/);
  assert.deepEqual(textOf(await visitor.get('/frameworks/journey/loose-ends'), '.lead'), [
    'One loose end. Each says what would mend it.',
  ]);
});

test('a file with faults: each with its line and how to mend it, and nothing is kept', async () => {
  const broken = yaml('broken')
    .replace('tier: outcome, label: Safe', 'tier: outcomes, label: Safe')
    .replace('serves: [learning], owners', 'serves: [lerning], owners');
  const refused = await upload(broken);
  assertSound(refused);
  assert.deepEqual(wrongOn(refused), ['2 things in “larkmere.yaml” must be put right first']);
  const problems = textOf(refused, '.problems li');
  assert.match(
    problems[0] ?? '',
    /^Line 27 .*There is no tier with the key “outcomes”.*Did you mean “outcome”\?/,
  );
  assert.match(problems[1] ?? '', /^Line 30 .*Did you mean “learning”\?/);
  assert.equal(await stored('broken'), undefined);
});

test('what is no framework file is told what it is', async () => {
  const tries: [content: string, says: RegExp][] = [
    ['', /The file is empty/],
    ['PK\u0003\u0004word/document.xml', /Word, Excel or zip/],
    ['%PDF-1.7', /PDF/],
    ['name: [unclosed', /Line 1/],
    ['<script>alert(1)</script>', /./],
    [`a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n`, /Line \d/],
  ];
  for (const [content, says] of tries) {
    const refused = await upload(content);
    assertSound(refused);
    assert.match(textOf(refused, '.problems').join(), says);
    assert.equal(refused.document.querySelector('main script'), null);
  }
  const nothing = await manager.post('/frameworks/bring-in');
  assert.deepEqual(wrongOn(nothing), ['Choose a file']);
  const named = await upload('', manager, '<b>a.yaml');
  assert.equal(named.document.querySelector('main b'), null);
});

test('a StratML plan is brought in, and what of it has no place here is said; one with a trap in it is not', async () => {
  const read = readFramework(yaml('as-stratml'));
  assert.ok(read.done);
  const { xml } = writeStratml(read.value);
  const sent = await upload(xml, manager, 'larkmere.stratml');
  assert.equal(sent.status, 303);
  const path = sent.headers.location ?? '';
  const preview = await manager.get(path);
  assertSound(preview);
  assert.match(preview.text, /Safe at home/);
  assert.equal((await manager.post(path, answersIn(preview, path))).status, 303);
  const trap = await upload(`<!DOCTYPE a [<!ENTITY b "b">]>${xml.replace(/^<\?xml.*?\?>/, '')}`);
  assertSound(trap);
  assert.match(textOf(trap, '.problems').join(), /document type/);
  const empty = await upload('<PerformancePlanOrReport><Name>A</Name></PerformancePlanOrReport>');
  assertSound(empty);
  assert.match(textOf(empty, '.problems').join(), /no goals/);
});

test('what one brings in is not there for another, nor for a visitor', async () => {
  const sent = await upload(yaml('mine'));
  const path = sent.headers.location ?? '';
  const other = await service.signedIn('manager');
  assert.equal((await other.get(path)).status, 404);
  assert.equal((await other.post(path, { replace: '', seen: '0' })).status, 404);
  assert.equal((await service.visitor().get(path)).status, 303);
  assert.equal((await manager.get('/frameworks/bring-in/not-an-id')).status, 404);
});

test('what would change in an own strategy is previewed, and a strategy that changed meanwhile is shown again', async () => {
  const first = (await upload(yaml('twice'))).headers.location ?? '';
  await manager.post(first, { replace: '', seen: '0' });
  const sent = await upload(yaml('twice').replace('label: Safe at home', 'label: Safe everywhere'));
  const path = sent.headers.location ?? '';
  const preview = await manager.get(path);
  assertSound(preview);
  assert.match(
    textOf(preview, '.sentences li').join(),
    /label changed from “Safe at home” to “Safe everywhere”/,
  );
  const asNew = await manager.get(`${path}?as=new`);
  assert.doesNotMatch(asNew.text, /What would change in/);
  const edit = '/frameworks/twice/elements/kind/edit';
  await manager.post(edit, { ...answersIn(await manager.get(edit), edit), label: 'Kindness' });
  const stale = await manager.post(path, answersIn(preview, path));
  assertSound(stale);
  assert.match(wrongOn(stale)[0] ?? '', /Somebody changed that strategy/);
  assert.match(
    textOf(stale, '.sentences li').join(),
    /Kindness/,
    'and what would change now is there to read',
  );
  const brought = await manager.post(path, answersIn(stale, path));
  assert.equal(brought.headers.location, '/frameworks/twice/loose-ends');
  assert.equal(
    (await stored('twice'))?.document.elements.find(({ key }) => key === 'safe')?.label,
    'Safe everywhere',
  );
  assert.match((await manager.get('/frameworks/twice/versions')).text, /Before another was brought in/);
});

const pasted = `Our vision
A place where every child finds a way to shine.

Our outcomes
1. Safe at home <b>always</b>
2. كل طفل 👩‍👧
How we will know
- Fewer repeat plans
`;

test('A01: pasted text: a name and a shape are asked for, and what was pasted is kept', async () => {
  const refused = await manager.post('/frameworks/paste', { text: pasted });
  assertSound(refused);
  assert.deepEqual(wrongOn(refused), ['Enter its name', 'Choose a shape']);
  assert.equal(refused.document.querySelector('textarea')?.value, pasted);
  const empty = await manager.post('/frameworks/paste', { name: 'A', shape: 'short', text: '  ' });
  assert.deepEqual(wrongOn(empty), ['Paste the text of your strategy']);
});

test('A01: the lines of pasted text are marked by hand, previewed and brought in', async () => {
  const sent = await manager.post('/frameworks/paste', {
    name: 'Pasted, then marked',
    shape: 'outcomes',
    text: pasted,
  });
  const path = sent.headers.location ?? '';
  const lines = await manager.get(path);
  assertSound(lines);
  const guessed = answersIn(lines, path);
  assert.deepEqual(
    [guessed['line-5'], guessed['line-6'], guessed['line-8']],
    [['tier outcome'], ['tier outcome'], ['tier sign']],
  );
  assert.equal(lines.document.querySelector('main b'), null, 'pasted markup is words');

  const first = await manager.post(path, {
    ...guessed,
    'line-2': 'tier vision',
    'line-1': 'continuation',
    go: 'preview',
  });
  assertSound(first);
  assert.deepEqual(wrongOn(first), ['Line 1 goes on from the line above it, but no line above it is marked']);
  const second = answersIn(first, path);
  assert.deepEqual(second['line-2'], ['tier vision'], 'what was marked is kept');
  const wrong = await manager.post(path, { ...second, 'line-1': '', 'serves-5': 'two' });
  assertSound(wrong);
  assert.match(wrongOn(wrong)[0] ?? '', /^Line 5 must serve another line/);
  const missing = await manager.post(path, { ...answersIn(wrong, path), 'serves-5': '77' });
  assert.deepEqual(wrongOn(missing), ['Line 5 serves line 77, which is left out or is not there']);

  const tier = await manager.post(path, {
    ...answersIn(missing, path),
    'serves-5': '2',
    go: 'tier',
    tierName: 'Hope',
    tierRole: 'outcome',
  });
  assert.equal(tier.status, 303);
  const marked = answersIn(await manager.get(path), path);
  assert.equal(marked['serves-5']?.[0], '2');
  const made = await manager.post(path, {
    ...marked,
    'line-6': 'tier hope',
    'serves-8': '0',
    go: 'preview',
  });
  const previewPath = made.headers.location ?? '';
  const preview = await manager.get(previewPath);
  assertSound(preview);
  assert.match(preview.text, /Hope \(1\)/);
  const brought = await manager.post(previewPath, answersIn(preview, previewPath));
  assert.equal(brought.headers.location, '/frameworks/pasted-then-marked/loose-ends');
  const document = (await stored('pasted-then-marked'))?.document;
  assert.deepEqual(
    document?.elements.map(({ label, tier, serves }) => [label, tier, serves.length]),
    [
      ['A place where every child finds a way to shine.', 'vision', 0],
      ['Safe at home <b>always</b>', 'outcome', 1],
      ['كل طفل 👩‍👧', 'hope', 1],
      ['Fewer repeat plans', 'sign', 0],
    ],
  );
  assert.equal((await manager.get(path)).status, 404, 'it is in, so nothing waits any more');
});

test('a long text is marked a page of lines at a time, and every step is kept', async () => {
  const text = Array.from({ length: 300 }, (_, index) => `- Line number ${index + 1}`).join('\n');
  const sent = await manager.post('/frameworks/paste', { name: 'Long', shape: 'short', text });
  const path = sent.headers.location ?? '';
  const page = await manager.get(path);
  assert.equal(page.document.querySelectorAll('tbody tr').length, 120);
  const on = await manager.post(path, { ...answersIn(page, path), 'line-1': 'tier vision', go: 'on' });
  assert.equal(on.headers.location, `${path}?from=120`);
  const second = await manager.get(`${path}?from=120`);
  assertSound(second);
  const answers = answersIn(second, path);
  const lost = await manager.post(path, {
    ...answers,
    'line-121': 'tier outcome',
    'serves-121': '290',
    go: 'preview',
  });
  assert.deepEqual(wrongOn(lost), ['Line 121 serves line 290, which is left out or is not there']);
  const back = await manager.post(path, { ...answersIn(lost, path), 'serves-121': '1', go: 'back' });
  assert.equal(back.headers.location, path);
  const made = await manager.post(path, { ...answersIn(await manager.get(path), path), go: 'preview' });
  assert.match((await manager.get(made.headers.location ?? '')).text, /Line number 121/);
});

test('A05: a strategy is begun from a shape', async () => {
  const refused = await manager.post('/frameworks/new', { name: '  ' });
  assertSound(refused);
  assert.deepEqual(wrongOn(refused), ['Enter its name', 'Choose a shape']);
  const begun = await manager.post('/frameworks/new', { name: 'FLOURISH <again>', shape: 'letters' });
  assert.equal(begun.headers.location, '/frameworks/flourish-again');
  const page = await manager.get('/frameworks/flourish-again');
  assert.match(page.text, /FLOURISH &lt;again>|FLOURISH &lt;again&gt;/);
  assert.match(page.text, /Nobody else sees it until you publish it/);
  const analyst = await service.signedIn('analyst');
  assert.equal((await analyst.post('/frameworks/new', { name: 'A', shape: 'short' })).status, 404);
  assert.equal((await analyst.get('/frameworks/flourish-again')).status, 404);
});
