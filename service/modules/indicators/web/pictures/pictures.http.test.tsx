import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { JSDOM } from 'jsdom';
import { z } from 'zod';
import type { TestBrowser, TestPage, TestService } from '#platform/http/testing.ts';
import { readingRoutes } from '../reading-routes.ts';
import { typedLine } from '../../domain/money/testing.ts';
import { serviceWithFigures } from './testing.ts';

const ends: (() => unknown)[] = [];
let service: TestService;
let visitor: TestBrowser;

before(async () => {
  service = await serviceWithFigures(ends, readingRoutes);
  visitor = service.visitor();
  const owner = await service.signedIn('analyst');
  const added = await owner.post('/money/lines/new', { ...typedLine, areaCode: 'X10000001' });
  assert.equal(added.status, 303);
});

after(async () => {
  for (const end of ends.toReversed()) await end();
});

/** Every other page with a figure of its own. */
const furtherPages = [
  '/maps/lait/PrevRegCPR?drawn=tiles',
  '/money',
  '/disparity/contact-to-care?area=X10000001',
  '/scorecards/X10000001/glance',
];

const pages = [
  '/measures/lait/PrevRegCPR?area=X10000001',
  '/gaps/lait/FSP_NEW_GOODDEV?area=X10000001&group=free-school-meals',
];

async function got(path: string, by: TestBrowser = visitor): Promise<TestPage> {
  const found = await by.get(path);
  assert.equal(found.status, 200, path);
  return found;
}

function hrefs({ document }: TestPage, ending: string): string[] {
  return [...document.querySelectorAll('.chart-foot a')]
    .map((link) => link.getAttribute('href') ?? '')
    .filter((href) => href.includes(ending));
}

test('B02 every chart of a page leads to itself as SVG and as PNG, and both can be had', async () => {
  for (const page of [...pages, ...furtherPages]) {
    const shown = await got(page);
    const [drawings, made] = [hrefs(shown, '.svg'), hrefs(shown, '.png')];
    assert.equal(drawings.length, shown.document.querySelectorAll('figure.chart').length, page);
    assert.ok(drawings.length > 0);
    for (const href of drawings) {
      const { headers, text } = await got(href);
      assert.equal(headers['content-type'], 'image/svg+xml; charset=utf-8');
      assert.match(text, /^<svg xmlns=/);
    }
    for (const href of made) {
      const { headers, bytes } = await got(`${href}${href.includes('?') ? '&' : '?'}width=600`);
      assert.equal(headers['content-type'], 'image/png');
      assert.equal(bytes.readUInt32BE(16), 600);
    }
  }
});

test('A18 a picture shows what its figure on the page shows, no number more, and says whose it is', async () => {
  const shown = await got(pages[0] ?? '');
  const [figure] = shown.document.querySelectorAll('figure.chart');
  const [href = ''] = hrefs(shown, '.svg');
  const { text } = await got(href);
  const picture = new JSDOM(text, { contentType: 'image/svg+xml' }).window.document;
  const words = [...picture.querySelectorAll('text')].map(({ textContent }) => textContent ?? '');
  const onPage = (figure?.textContent ?? '').replaceAll(/\s+/g, ' ');
  const foot = words.findIndex((line) => line.startsWith('Invented, in the form of'));
  assert.ok(foot > 0);
  for (const number of words
    .slice(0, foot)
    .join(' ')
    .match(/\d[\d.,]*/g) ?? [])
    assert.ok(onPage.includes(number), `${number} stands on the page`);
  assert.match(words.slice(foot).join(' '), /every figure is made up.*Made on .* by Test Partnership, http:/);
});

test('what small teams cost is in no picture, and whoever sees it on the page is offered none of the page', async () => {
  const owner = await service.signedIn('analyst');
  const small = { ...typedLine, what: 'Two of us', amount: '77777', people: '2' };
  assert.equal((await owner.post('/money/lines/new', { ...small, areaCode: 'X10000001' })).status, 303);
  assert.match((await owner.get('/money')).text, /77,777/);
  assert.deepEqual(hrefs(await got('/money', owner), '.svg'), []);
  const { text } = await got('/pictures/money.svg', owner);
  assert.match(text, /12,500/);
  assert.doesNotMatch(text, /77,?777|90,?277/);
  for (const none of [
    'money/need.svg',
    'money.svg?table=lines',
    'scorecards/X10000001/glance.svg?topic=none',
    'disparity/none.svg',
  ])
    assert.equal((await visitor.get(`/pictures/${none}`)).status, 404, none);
});

test('a picture is the same for everybody, may be shown by other sites, and is not sent twice', async () => {
  const [href = ''] = hrefs(await got(pages[0] ?? ''), '.svg');
  const first = await got(href);
  const again = await got(href, await service.signedIn('analyst'));
  assert.equal(first.text, again.text);
  assert.equal(first.headers['access-control-allow-origin'], '*');
  assert.equal(first.headers['cross-origin-resource-policy'], 'cross-origin');
  assert.equal(first.headers['set-cookie'], undefined);
  const tag = String(first.headers['etag']);
  const same = await service.server.inject({ url: href, headers: { 'if-none-match': tag } });
  assert.equal(same.statusCode, 304);
});

test('a width that cannot be had, and a picture that is not there, are refused in words', async () => {
  for (const width of ['599', '2401', '1e3', '-700', 'wide']) {
    const { status, headers, text } = await visitor.get(
      `/pictures/measures/lait/PrevRegCPR.svg?width=${width}`,
    );
    assert.equal(status, 400, width);
    assert.equal(headers['content-type'], 'application/problem+json; charset=utf-8');
    assert.match(text, /600 to 2400/);
  }
  for (const none of ['lait/NoSuchMeasure.svg', 'lait/PrevRegCPR.gif', 'lait/PrevRegCPR.png?table=none'])
    assert.equal((await visitor.get(`/pictures/measures/${none}`)).status, 404, none);
});

test('a frame for another site may be framed, and no other page may; it sets no cookie and needs no script', async () => {
  const framed = [
    '/embed/measures/lait/PrevRegCPR?area=X10000001',
    '/embed/scorecards/X10000001/lait/PrevRegCPR',
  ];
  for (const path of framed) {
    const { headers, document } = await got(path);
    assert.match(String(headers['content-security-policy']), /frame-ancestors \*/);
    assert.equal(headers['x-frame-options'], undefined);
    assert.equal(headers['set-cookie'], undefined);
    assert.equal(document.querySelector('script, form, nav, header'), null);
    assert.match(document.title, /Brackenshire/);
    assert.equal(document.querySelector('base')?.getAttribute('target'), '_blank');
    const back = document.querySelector('.embedded-foot a');
    assert.equal(back?.getAttribute('href'), '/measures/lait/PrevRegCPR?area=X10000001');
    assert.match(back?.textContent ?? '', /opens in a new tab/);
  }
  const page = await got(pages[0] ?? '');
  assert.match(String(page.headers['content-security-policy']), /frame-ancestors 'none'/);
  assert.equal(page.headers['x-frame-options'], 'DENY');
});

test('a page says how its charts are put on another site, each line with a title, and each leads to a frame', async () => {
  for (const page of [...pages, ...furtherPages]) {
    const { document } = await got(page);
    const lines = [...document.querySelectorAll('.embed-text code')].map(
      ({ textContent }) => textContent ?? '',
    );
    assert.ok(lines.length > 0, page);
    for (const line of lines) {
      const frame = new JSDOM(line).window.document.querySelector('iframe');
      assert.ok(frame?.getAttribute('title'), line);
      await got((frame?.getAttribute('src') ?? '').replace(/^http:\/\/[^/]+/, ''));
    }
  }
});

const told = z.strictObject({
  version: z.literal('1.0'),
  type: z.literal('rich'),
  title: z.string().min(1),
  provider_name: z.literal('Test Partnership'),
  provider_url: z.url(),
  cache_age: z.int(),
  html: z.string().startsWith('<iframe '),
  width: z.int(),
  height: z.int(),
});

test('an editor that speaks oEmbed gets the frame of a page of ours, no larger than it may be, and of nobody else’s', async () => {
  const origin = 'http://localhost:80';
  const ask = (address: string, rest = '') =>
    visitor.get(`/oembed?url=${encodeURIComponent(address)}${rest}`);
  for (const page of pages) {
    const { status, text } = await ask(page, '&maxwidth=400&maxheight=99999');
    assert.equal(status, 200, page);
    const { width, height, html } = told.parse(JSON.parse(text));
    assert.equal(width, 400);
    assert.ok(height < 1000);
    assert.match(html, /\/embed\/.*title="/);
  }
  for (const other of [
    'https://example.org/measures/lait/PrevRegCPR',
    '/scorecards',
    'nonsense',
    `${origin}/measures/x/y`,
  ])
    assert.equal((await ask(other)).status, 404, other);
  assert.equal((await ask(pages[0] ?? '', '&format=xml')).status, 501);
});
