import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { roles, type Role } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { testService, type TestPage, type TestService } from '#platform/http/testing.ts';
import { agreementWords, setUpBodies, type Bodies } from '../../actions/disclosures/testing.ts';
import type { AgreementWords } from '../../domain/agreements/agreement.ts';
import { oneChild } from '../disclosures/testing.ts';
import { sharingRoutes } from '../sharing-routes.ts';
import { groundFields } from './read-agreement.ts';

type Posting = Readonly<Record<string, string | readonly string[]>>;

async function opened(t: TestContext) {
  const service = await testService(t, sharingRoutes(oneChild));
  const [bodies, words] = await service.asService(async (ctx: Ctx) => {
    const set = await setUpBodies(ctx);
    return [set, agreementWords(ctx, set)] as const;
  });
  return { service, bodies, whole: postedOf(words, bodies) };
}

/** What a browser posts for an agreement between council and health. */
function postedOf(words: AgreementWords, bodies: Bodies): Posting {
  const days = (name: string, day: string) => {
    const [year = '', month = '', of = ''] = day.split('-');
    return { [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: of };
  };
  const grounds = [0, 1].flatMap((party) =>
    (['direct-help', 'safeguarding'] as const).flatMap((purpose) => [
      [groundFields.power(party, purpose), 'safeguard-children'],
      [groundFields.basis(party, purpose), 'public-task'],
      [groundFields.condition(party, purpose), 'safeguarding'],
    ]),
  );
  return {
    party: [bodies.council, bodies.health],
    purpose: ['direct-help', 'safeguarding'],
    title: words.title,
    'plain-words': words.plainWords,
    direction: 'both-ways',
    items: words.items,
    safeguards: words.safeguards,
    assessment: words.assessment,
    ask: words.ask,
    ...days('begins-on', words.beginsOn),
    ...days('review-on', words.reviewOn),
    ...days('ends-on', words.endsOn),
    ...Object.fromEntries(grounds),
  };
}

test('R5: an agreement with any part missing is refused at its field, and every word stays in the form', async (t) => {
  const { service, whole } = await opened(t);
  const keeper = await service.signedIn('governance-lead');
  const first = await keeper.get('/sharing/agreements/new?step=2');
  assert.equal(first.status, 422, 'two organisations and a purpose come first');
  const missing: readonly [string, Posting, string][] = [
    ['title', { title: ' ' }, 'title'],
    ['plain words', { 'plain-words': '' }, 'plain-words'],
    ['items', { items: [] }, 'items'],
    ['safeguards', { safeguards: '' }, 'safeguards'],
    ['assessment', { assessment: '' }, 'assessment'],
    ['whom to ask', { ask: '' }, 'ask'],
    ['a day', { 'review-on-month': '13' }, 'review-on'],
    ['days in order', { 'ends-on-year': '2001' }, 'review-on'],
    ['a power', { [groundFields.power(1, 'safeguarding')]: '' }, groundFields.basis(1, 'safeguarding')],
  ];
  for (const [what, without, field] of missing) {
    const wrong = await keeper.post('/sharing/agreements/new', { ...whole, ...without });
    assert.equal(wrong.status, 422, what);
    const link = wrong.document.querySelector('.govuk-error-summary a')?.getAttribute('href');
    assert.equal(link, `#${field}`, what);
    if (what !== 'safeguards') assert.equal(valueOf(wrong, 'safeguards'), whole['safeguards']);
    else assert.equal(valueOf(wrong, 'title'), whole['title']);
  }
  assert.equal((await keeper.post('/sharing/agreements/new', whole)).status, 303);
});

test('R5: who shares in their work reads agreements, who keeps them writes them, and nobody else comes', async (t) => {
  const { service, whole } = await opened(t);
  const keeper = await service.signedIn('governance-lead');
  const at = await written(service, whole);
  const reads: readonly Role[] = [
    'practitioner',
    'supervisor',
    'setting-lead',
    'safeguarding-reader',
    'governance-lead',
  ];
  assert.equal((await keeper.get(`${at}/change`)).status, 200);
  for (const role of roles) {
    const browser = await service.signedIn(role);
    const keeps = role === 'governance-lead';
    assert.equal((await browser.get('/sharing/agreements')).status, reads.includes(role) ? 200 : 404, role);
    assert.equal((await browser.get(at)).status, reads.includes(role) ? 200 : 404, role);
    assert.equal((await browser.get('/sharing/agreements/new')).status, keeps ? 200 : 404, role);
    if (keeps) continue;
    for (const path of ['/sharing/agreements/new', `${at}/change`, `${at}/sign`, `${at}/end`])
      assert.equal((await browser.post(path, whole)).status, 404, `${role} ${path}`);
  }
});

test('R5: of two who change an agreement at once the second sees what stands and loses no word; signing and ending say what is missing', async (t) => {
  const { service, whole } = await opened(t);
  const keeper = await service.signedIn('governance-lead');
  const at = await written(service, whole);
  const seen = (await keeper.get(`${at}/change`)).document
    .querySelector('input[name=seen]')
    ?.getAttribute('value');
  const change = { ...whole, seen: seen ?? '' };
  const silent = await keeper.post(`${at}/change`, { ...change, 'why-changed': '' });
  assert.equal(silent.status, 422);
  const theirs = { ...change, safeguards: 'Theirs came first.', 'why-changed': 'They thought again' };
  assert.equal((await keeper.post(`${at}/change`, theirs)).status, 303);
  const mine = { ...change, safeguards: 'Mine came second.', 'why-changed': 'So did I' };
  const stale = await keeper.post(`${at}/change`, mine);
  assert.equal(stale.status, 422);
  assert.match(text(stale), /What stands now[^]*Theirs came first/);
  assert.equal(valueOf(stale, 'safeguards'), 'Mine came second.');
  assert.equal(valueOf(stale, 'why-changed'), 'So did I');
  const unsigned = await keeper.post(`${at}/sign`, { signatory: '', job: 'Director' });
  assert.equal(unsigned.status, 422);
  const unended = await keeper.post(`${at}/end`, { seen: '2', 'ending-words': ' ' });
  assert.equal(unended.status, 422);
});

async function written(service: TestService, whole: Posting): Promise<string> {
  const keeper = await service.signedIn('governance-lead');
  const sent = await keeper.post('/sharing/agreements/new', whole);
  assert.equal(sent.status, 303, text(sent).slice(0, 400));
  return String(sent.headers['location']);
}

function valueOf(page: TestPage, name: string): string {
  const field = page.document.querySelector(`[name="${name}"]`);
  return field?.tagName === 'TEXTAREA' ? (field.textContent ?? '') : (field?.getAttribute('value') ?? '');
}

function text(page: TestPage): string {
  return (page.document.querySelector('main')?.textContent ?? '').replaceAll(/\s+/g, ' ');
}
