import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { z } from 'zod';
import type { TestBrowser, TestService } from '#platform/http/testing.ts';
import { serviceWithFigures } from '../pictures/testing.ts';
import { readingRoutes } from '../reading-routes.ts';
import { endpoints } from './open-api-routes.ts';
import { misfits } from './testing.ts';

const ends: (() => unknown)[] = [];
let service: TestService;
let visitor: TestBrowser;
let document: z.output<typeof documentShape>;

const operation = z.object({
  operationId: z.string(),
  parameters: z.array(z.object({ name: z.string(), in: z.enum(['path', 'query']) })),
  responses: z.record(
    z.string(),
    z.object({
      content: z.record(z.string(), z.object({ schema: z.unknown() })).optional(),
    }),
  ),
});
const documentShape = z.looseObject({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.object({ get: operation })),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

before(async () => {
  service = await serviceWithFigures(ends, readingRoutes);
  visitor = service.visitor();
  const { status, text } = await visitor.get('/api/v1/openapi.json');
  assert.equal(status, 200);
  document = documentShape.parse(JSON.parse(text));
});

after(async () => {
  for (const end of ends.toReversed()) await end();
});

/** Every address of the interface with what it answers here, once at least. */
const asked: readonly (readonly [path: string, address: string])[] = [
  ['/api/v1', '/api/v1'],
  ['/api/v1/measures', '/api/v1/measures?limit=500'],
  ['/api/v1/measures', '/api/v1/measures?q=child%20protection&limit=2'],
  ['/api/v1/measures/{measure}', '/api/v1/measures/lait%3APrevRegCPR'],
  ['/api/v1/measures/{measure}/figures', '/api/v1/measures/lait:PrevRegCPR/figures'],
  ['/api/v1/measures/{measure}/figures', '/api/v1/measures/lait:CIN/figures?area=X10000001'],
  ['/api/v1/areas', '/api/v1/areas'],
  ['/api/v1/areas/{area}', '/api/v1/areas/X10000001'],
  ['/api/v1/areas/{area}', '/api/v1/areas/E92000001'],
  ['/api/v1/areas/{area}/scorecard', '/api/v1/areas/X10000001/scorecard'],
  ['/api/v1/areas/{area}/scorecard', '/api/v1/areas/X10000001/scorecard?framework=brackenshire'],
  ['/api/v1/areas/{area}/gaps', '/api/v1/areas/X10000001/gaps'],
  ['/api/v1/gaps/{measure}', '/api/v1/gaps/lait:FSP_NEW_GOODDEV?area=X10000001&group=free-school-meals'],
  ['/api/v1/gaps/{measure}', '/api/v1/gaps/lait:PrevRegCPR?area=X10000001'],
  ['/api/v1/own-measures', '/api/v1/own-measures'],
  ['/api/v1/frameworks', '/api/v1/frameworks'],
];

function promised(path: string, status: string): unknown {
  const { content } = document.paths[path]?.get.responses[status] ?? {};
  return Object.values(content ?? {})[0]?.schema;
}

async function answer(address: string): Promise<unknown> {
  const { status, text } = await visitor.get(address);
  assert.equal(status, 200, address);
  return JSON.parse(text);
}

test('every address of the interface stands in the document, and no other', () => {
  const routes = readingRoutes
    .map(({ path }) => path)
    .filter((path) => path.startsWith('/api/') && !path.endsWith('/openapi.json'))
    .map((path) => path.replaceAll(/:(\w+)/g, '{$1}'));
  assert.deepEqual(Object.keys(document.paths).toSorted(), routes.toSorted());
  assert.equal(endpoints.length, routes.length);
  assert.deepEqual([...new Set(asked.map(([path]) => path))].toSorted(), routes.toSorted());
  for (const [path, { get }] of Object.entries(document.paths)) {
    const inPath = get.parameters.filter((each) => each.in === 'path').map(({ name }) => name);
    assert.deepEqual(
      [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
      inPath,
      path,
    );
  }
  const names = Object.values(document.paths).map(({ get }) => get.operationId);
  assert.equal(new Set(names).size, names.length);
});

test('B02 every answer is what the document promises, and nothing that nobody promised', async () => {
  for (const [path, address] of asked)
    assert.deepEqual(
      misfits({ document, schema: promised(path, '200') }, await answer(address)),
      [],
      address,
    );
});

test('the check can fail: one property more, one less, or a word for a number', async () => {
  const area = await answer('/api/v1/areas/X10000001');
  assert.ok(typeof area === 'object' && area !== null);
  const schema = promised('/api/v1/areas/{area}', '200');
  assert.deepEqual(misfits({ document, schema }, { ...area, secret: 3 }), ['$.secret: nobody promised it']);
  assert.match(misfits({ document, schema }, { ...area, name: undefined }).join(), /name/);
  assert.match(
    misfits({ document, schema }, { ...area, isInvented: 'yes' }).join(),
    /"boolean" was promised/,
  );
});

const figuresShape = z.object({
  items: z.array(
    z.object({
      area: z.object({ code: z.string() }),
      figures: z.array(
        z.object({ value: z.number().nullable(), status: z.string(), lower95: z.number().nullable() }),
      ),
    }),
  ),
  next: z.string().nullable(),
});

test('A18 what a publisher hides is hidden: no value, no limits, and its status says why', async () => {
  const { items } = figuresShape.parse(await answer('/api/v1/measures/lait:CIN/figures?area=X10000001'));
  const [hidden] = items[0]?.figures ?? [];
  assert.deepEqual(hidden, { value: null, status: 'suppressed', lower95: null });
});

test('no figure has a decimal more than its page shows', async () => {
  const { items } = figuresShape.parse(await answer('/api/v1/measures/lait:PrevRegCPR/figures?limit=25'));
  for (const { figures } of items)
    for (const { value, lower95 } of figures)
      for (const number of [value, lower95])
        assert.equal(number === null ? 0 : Number((number * 10).toFixed(6)) % 1, 0);
});

const listShape = z.object({ items: z.array(z.object({ id: z.string() })), next: z.string().nullable() });

test('a list read page by page gives everything once, in an order that stays', async () => {
  const whole = listShape.parse(await answer('/api/v1/measures?limit=500'));
  const met: string[] = [];
  let next: string | null = '/api/v1/measures?limit=17';
  while (next !== null) {
    const page = listShape.parse(await answer(next));
    met.push(...page.items.map(({ id }) => id));
    ({ next } = page);
  }
  assert.deepEqual(
    met,
    whole.items.map(({ id }) => id),
  );
  assert.equal(new Set(met).size, met.length);
  assert.ok(met.length > 60);
});

test('what cannot be answered is refused in words, in the form of a problem that any site may read', async () => {
  const refusals: readonly (readonly [string, number])[] = [
    ['/api/v1/measures/lait:NoSuch', 404],
    ['/api/v1/measures/local:not-released', 404],
    ['/api/v1/areas/E99999999', 404],
    ['/api/v1/areas/E92000001/scorecard', 404],
    ['/api/v1/areas/X10000001/scorecard?framework=nobody', 404],
    ['/api/v1/gaps/lait:NoSuch', 404],
    ['/api/v1/nowhere', 404],
    ['/api/v2', 404],
    ['/api/v1/measures?limit=0', 400],
    ['/api/v1/measures?limit=many', 400],
    ['/api/v1/measures?limit=', 400],
    ['/api/v1/measures?limit=501', 400],
    ['/api/v1/measures?cursor=%3F', 404],
    ['/api/v1/areas/%25%C2%86%1B%28', 404],
  ];
  for (const [address, status] of refusals) {
    const found = await visitor.get(address);
    assert.equal(found.status, status, address);
    assert.equal(found.headers['content-type'], 'application/problem+json; charset=utf-8', address);
    assert.equal(found.headers['access-control-allow-origin'], '*', address);
    const schema = promised('/api/v1/measures/{measure}', '404');
    assert.deepEqual(misfits({ document, schema }, JSON.parse(found.text)), [], address);
  }
});

test('answers are the same for everybody: no cookie, any site, a tag that saves sending twice', async () => {
  const address = '/api/v1/areas/X10000001/scorecard';
  const [first, again] = [await visitor.get(address), await (await service.signedIn('analyst')).get(address)];
  assert.equal(first.text, again.text);
  assert.equal(first.headers['set-cookie'], undefined);
  assert.equal(first.headers['access-control-allow-origin'], '*');
  const tag = String(first.headers['etag']);
  const same = await service.server.inject({
    url: address,
    headers: { 'if-none-match': `W/${tag}, "other"` },
  });
  assert.deepEqual([same.statusCode, same.body], [304, '']);
  const packed = await service.server.inject({ url: address, headers: { 'accept-encoding': 'gzip' } });
  assert.equal(packed.headers['content-encoding'], 'gzip');
});

const rowShape = z.object({
  groups: z.array(
    z.object({
      rows: z.array(
        z.object({
          measure: z.object({ id: z.string() }),
          value: z.number().nullable(),
          comparedWithEngland: z.object({ verdict: z.string(), words: z.string() }).nullable(),
        }),
      ),
    }),
  ),
});

test('B02 B04 the scorecard for programs says what the scorecard for people says, row by row', async () => {
  const { groups } = rowShape.parse(await answer('/api/v1/areas/X10000001/scorecard'));
  const rows = groups.flatMap((group) => group.rows);
  const { document: page } = await visitor.get('/scorecards/X10000001?show=all&open=all');
  const told = [...page.querySelectorAll('.scorecard tbody tr')];
  assert.equal(rows.length, told.length);
  for (const [at, row] of rows.entries()) {
    const href = told[at]?.querySelector('th a')?.getAttribute('href') ?? '';
    assert.ok(href.includes(encodeURIComponent(row.measure.id.split(':')[1] ?? '')), href);
    const shown = told[at]?.querySelector('td')?.textContent ?? '';
    if (row.value !== null) assert.ok(shown.includes(row.value.toLocaleString('en-GB')), shown);
  }
});

test('the page for people explains it, and says to search engines what it is', async () => {
  const { status, document: page } = await visitor.get('/open-data');
  assert.equal(status, 200);
  const told: unknown = JSON.parse(
    page.querySelector('script[type="application/ld+json"]')?.textContent ?? '',
  );
  const dataset = z.looseObject({
    '@type': z.array(z.string()),
    license: z.url(),
    distribution: z.array(z.unknown()),
  });
  assert.deepEqual(dataset.parse(told)['@type'], ['Dataset', 'dcat:Dataset']);
  for (const link of page.querySelectorAll('.addresses a')) {
    const found = await visitor.get(link.getAttribute('href') ?? '');
    assert.equal(found.status, 200, link.textContent ?? '');
  }
});
