import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { people, setUpPartnership } from '#modules/accounts/index.ts';
import { loadFrameworks } from '#modules/strategy/index.ts';
import { publishedFrameworks } from '#modules/strategy/testing.ts';
import { testService, type TestBrowser, type TestPage, type TestService } from '#platform/http/testing.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { standFor } from '../../actions/boards/keep-terms.ts';
import { decide } from '../../actions/decisions/decide.ts';
import { addFinding } from '../../actions/findings/write-finding.ts';
import { emptyDecision, type DecisionWords } from '../../domain/decisions/new-decision.ts';
import { keepFinding } from '../../store/findings.ts';
import { addBoard, addMeeting, findingWords } from '../../store/testing.ts';
import { agendaAndDecisionRoutes } from '../decisions/decisions-routes.ts';
import { boardRoutes } from './boards-routes.ts';

const ends: (() => unknown)[] = [];
let service: TestService;
let manager: TestBrowser;
let visitor: TestBrowser;

const element = { frameworkSlug: 'brackenshire', elementKey: 'safe-and-loved' };

before(async () => {
  service = await testService(
    { after: (end: () => unknown) => void ends.push(end) },
    [...boardRoutes, ...agendaAndDecisionRoutes([])],
    { clock: () => new Date('2026-09-14T13:30:00Z') },
  );
  const names = { slug: 'test', name: 'Test Partnership', shortName: 'Test' };
  await service.asService(async (ctx) => {
    await setUpPartnership(ctx, {
      partnership: { ...names, brandColour: '#265b3c', isInvented: true },
      people: [
        { key: 'sam', name: 'Sam South', job: 'Youth lead', organisation: '', roles: ['board-member'] },
      ],
    });
    await loadFrameworks(ctx, { frameworks: publishedFrameworks('own').frameworks, crosswalks: [] });
    const board = await addBoard(ctx);
    const forum = await addBoard(ctx, { key: 'forum', name: 'The Forum' });
    await addBoard(ctx, { key: 'quiet', name: 'The Quiet Group' });
    await addMeeting(ctx, board, { key: 'september', on: dayOf(2026, 9, 14) });
    await addMeeting(ctx, forum, { key: 'forum-september', on: dayOf(2026, 9, 14) });
    const owners = [{ frameworkSlug: 'brackenshire', ownerKey: 'partnership-board' }];
    assert.ok((await standFor(ctx, { key: 'board', owners, from: dayOf(2026, 4, 1) })).done);
  });
  manager = await service.signedIn('manager');
  visitor = service.visitor();
});

after(async () => {
  for (const end of ends.toReversed()) await end();
});

function words(found: TestPage, selector = 'main'): string {
  const html = found.document.querySelector(selector)?.innerHTML ?? '';
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

async function decided(meetingKey: string, given: Partial<DecisionWords>): Promise<void> {
  const said = { ...emptyDecision, words: 'So be it.', reason: 'We were asked.', title: '', ...given };
  const made = await service.asService((ctx) => decide(ctx, { meetingKey, itemId: undefined, words: said }));
  assert.ok(made.done);
}

test('H01 how a promise goes counts decisions and findings beside actions; what is exempt is not counted for a visitor', async () => {
  assert.match(
    words(await visitor.get('/boards/board')),
    /Safe and loved, at home and beyond What we want for every child No action yet Belonging/,
  );
  await decided('september', { title: 'A second bus', element });
  await decided('september', {
    title: 'The price',
    element,
    publishing: { publish: 'exempt', ground: 'Paragraph 3' },
  });
  await service.asService(async (ctx) => {
    assert.ok((await addFinding(ctx, findingWords({ element }))).done);
    const second = await addFinding(ctx, findingWords({ element, title: 'No light' }));
    assert.ok(second.done);
    const closed = { on: ctx.today, byName: 'Ann', words: 'It is light.' };
    await keepFinding(ctx, { ...second.value, state: 'closed', closed, version: 2 });
  });
  assert.match(
    words(await visitor.get('/boards/board')),
    /What we want for every child No action yet\. 1 decision\. 2 findings, 1 still open/,
  );
  assert.match(
    words(await manager.get('/boards/board')),
    /No action yet\. 2 decisions\. 2 findings, 1 still open/,
  );
});

test('H02 a board leads to its own decisions, which say so and lead to all of them', async () => {
  await decided('forum-september', { title: 'A hall for the forum' });
  const board = await visitor.get('/boards/board');
  const to = [...board.document.querySelectorAll('main a')].find((one) =>
    one.textContent?.startsWith('What it decided'),
  );
  const href = to?.getAttribute('href') ?? '';
  assert.equal(href, '/decisions?body=board');
  const own = await visitor.get(href);
  assert.match(words(own), /You see 1 of 2: those decided by The Board\. See all decisions/);
  assert.match(words(own), /A second bus/);
  assert.doesNotMatch(words(own, '.decisions'), /A hall for the forum/);
  assert.equal(
    own.document.querySelector('[name=body] option[selected]')?.textContent,
    'The Board',
    'the form says so too',
  );
  const all = [...own.document.querySelectorAll('main a')].find(
    (one) => one.textContent === 'See all decisions',
  );
  const everything = await visitor.get(all?.getAttribute('href') ?? '');
  assert.match(words(everything, '.decisions'), /A hall for the forum.*A second bus/);
  assert.doesNotMatch(words(everything), /You see/);
  const none = await visitor.get('/decisions?body=quiet');
  assert.match(
    words(none),
    /You see 0 of 2: those decided by The Quiet Group\..*None of our decisions is one/,
  );
  assert.match(words(await visitor.get('/decisions?body=nobody')), /A hall for the forum/);
});

test('H01 somebody who signs in takes a seat; once they have left, the seat says so to whoever reads names', async () => {
  const form = await manager.get('/boards/forum/seats/new');
  const [, sam] = form.document.querySelectorAll<HTMLOptionElement>('[name=person] option');
  assert.equal(sam?.textContent, 'Sam South, Youth lead');
  const on = { 'on-day': '1', 'on-month': '9', 'on-year': '2026' };
  const seat = { name: 'Sam South', organisation: '', part: 'member', votes: 'yes', email: '', ...on };
  const taken = await manager.post('/boards/forum/seats/new', { ...seat, person: sam?.value ?? '' });
  assert.equal(taken.status, 303);
  assert.doesNotMatch(words(await manager.get('/boards/forum')), /No longer with us/);
  await service.asService((ctx) =>
    sql`update accounts.person set left_on = '2026-09-14' where name = 'Sam South'`.execute(ctx.db),
  );
  assert.deepEqual(await service.asService(people), []);
  assert.match(words(await manager.get('/boards/forum')), /Sam South No longer with us: say who follows/);
  assert.doesNotMatch(words(await visitor.get('/boards/forum')), /Sam South|No longer with us/);
  const gone = await manager.post('/boards/forum/seats/new', { ...seat, person: sam?.value ?? '' });
  assert.equal(gone.status, 422);
  assert.match(words(gone, '.govuk-error-summary'), /Choose one of those who sign in here, or nobody/);
});
