import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setUpOrganisations, setUpPartnership } from '#modules/accounts/index.ts';
import { linkRoutes } from '#platform/links/link-routes.tsx';
import { linkSecrets } from '#platform/links/links.ts';
import { carryLetters } from '#platform/mail/carry-letters.ts';
import { fakePost } from '#platform/mail/fake-post.ts';
import type { MailTables } from '#platform/mail/tables.generated.ts';
import {
  ownPartnership,
  testService,
  type TestBrowser,
  type TestPage,
  type TestService,
} from '#platform/http/testing.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { storedId } from '#platform/kernel/id.ts';
import { remindOwners } from '../../actions/plan/ask-owner.ts';
import { addAction } from '../../actions/plan/write-action.ts';
import { sayProgress } from '../../actions/plan/say-progress.ts';
import { emptyAction } from '../../domain/new-action.ts';
import { actionByNumber } from '../../store/actions.ts';
import { progressNotesOf } from '../../store/progress-notes.ts';
import { planRoutes } from '../plan/plan-routes.ts';
import { actionLink } from './action-link.tsx';

let now = new Date('2026-09-03T09:00:00Z');
const post = fakePost();
const carrier = carryLetters({
  post,
  origin: 'https://strategy.example',
  secrets: linkSecrets,
  from: async () => ({ name: 'Test', address: 'post@strategy.example' }),
});
const endings: (() => unknown)[] = [];
let service: TestService;
let manager: TestBrowser;

before(async () => {
  const t = { after: (work: () => unknown) => void endings.unshift(work) };
  service = await testService(t, [...planRoutes, ...linkRoutes([actionLink])], { clock: () => now });
  await service.asService(async (ctx) => {
    const partnership = {
      slug: 'test',
      name: 'Test Partnership',
      shortName: 'Test',
      brandColour: '#265b3c',
      isInvented: true,
    };
    await setUpPartnership(ctx, { partnership, people: [] });
    const barn = { key: 'barn', name: 'The Barn', kind: 'charity', from: undefined, until: undefined };
    await setUpOrganisations(ctx, [barn]);
  });
  manager = await service.signedIn('manager');
});

after(async () => {
  for (const end of endings) await end();
});

function words(found: TestPage, selector = 'main'): string {
  // a space where a reader sees a new line
  const html = found.document.querySelector(selector)?.innerHTML ?? '';
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(' .', '.')
    .replaceAll(' ,', ',')
    .trim();
}

/** Carries every letter that was written since, and answers with them. */
async function carry() {
  const carried = post.carried.length;
  const rows = await service.asService((ctx) =>
    ctx.db
      .withTables<MailTables>()
      .selectFrom('platform.letter')
      .select('id')
      .where('state', '=', 'waiting')
      .orderBy('id')
      .execute(),
  );
  const actor = { kind: 'service' as const, name: 'carrier' };
  assert.ok('handleOutside' in carrier);
  for (const { id } of rows)
    await carrier.handleOutside(
      (access, work) =>
        service.transactions.inTransaction({ actor, partnershipId: ownPartnership }, access, work),
      {
        id: storedId(id),
        type: 'platform.letter-written',
        subject: { kind: 'letter', id },
        details: {},
        personId: null,
        happenedAt: now,
      },
    );
  return post.carried.slice(carried);
}

/** An action of somebody without an account, whom the manager asks by letter; its number and the link's path. */
async function asked(organisationKey = 'barn'): Promise<{ number: number; path: string }> {
  const added = await service.asService((ctx) =>
    addAction(ctx, {
      ...emptyAction,
      title: 'Mend the roof',
      due: dayOf(2026, 12, 1),
      owner: { personId: undefined, name: 'Bo Keeper', email: 'Bo@barn.example', organisationKey },
    }),
  );
  assert.ok(added.done);
  const { number } = added.value;
  // a session of its own: days pass in this test
  const asks = await service.signedIn('manager');
  assert.equal((await asks.post(`/actions/${number}/ask`, { words: 'How is it?' })).status, 303);
  return { number, path: pathIn((await carry())[0]) };
}

function pathIn(letter: (typeof post.carried)[number] | undefined): string {
  const link = letter?.parts.find((part) => part.kind === 'link');
  return link ? new URL(link.href).pathname : assert.fail('no link in the letter');
}

async function open(browser: TestBrowser, path: string): Promise<void> {
  await browser.get(path);
  await browser.post(`${path}/code`);
  const code = (await carry()).at(-1)?.parts.find((part) => part.kind === 'code');
  assert.equal((await browser.post(`${path}/open`, { code: code?.text ?? '' })).status, 303);
}

const stored = (number: number) => service.asService((ctx) => actionByNumber(ctx, number));
const notes = (number: number) =>
  service.asService(async (ctx) => {
    const action = await actionByNumber(ctx, number);
    return progressNotesOf(ctx, action ? [action.id] : []);
  });
const seenIn = (found: TestPage) =>
  found.document.querySelector('input[name=seen]')?.getAttribute('value') ?? '';

test('H05 somebody without an account says “late because” with a new day; what does not fit is said and kept; the manager sees it', async () => {
  const { number, path } = await asked();
  const keeper = service.visitor();
  await open(keeper, path);
  const form = await keeper.get(path);
  assert.match(words(form), /How does it go\? Mend the roof/);
  const seen = seenIn(form);
  const bare = await keeper.post(path, { state: 'late', words: '', seen, 'due-year': '2027' });
  assert.equal(bare.status, 422);
  assert.match(words(bare, '.govuk-error-summary'), /new day must be one that exists/);
  const noReason = await keeper.post(path, { state: 'late', words: ' ', seen });
  assert.match(words(noReason, '.govuk-error-summary'), /Say why it is late/);
  const answers = {
    state: 'late',
    words: 'The slater is ill.',
    'due-day': '1',
    'due-month': '2',
    'due-year': '2027',
    seen,
  };
  const [once, twice] = await Promise.all([keeper.post(path, answers), keeper.post(path, answers)]);
  assert.deepEqual([once.status, twice.status], [303, 303], 'a button pressed twice is one answer');
  assert.match(words(await keeper.get(path)), /You said of “Mend the roof” that it is late.*1 February 2027/);
  const page = await manager.get(`/actions/${number}`);
  assert.match(
    words(page),
    /Bo Keeper, The Barn, by a link in a letter From not begun to late\. New day: 1 February 2027/,
  );
  assert.match(words(page), /was answered from b…@barn\.example/);
  assert.equal((await notes(number)).length, 1);
});

test('H05 somebody who answers for themselves alone is named to the board, and to nobody else', async () => {
  const { number, path } = await asked('');
  const keeper = service.visitor();
  await open(keeper, path);
  const form = await keeper.get(path);
  assert.match(words(form), /Somebody else should do this\?/);
  const said = { state: 'under-way', words: 'The slates came.', seen: seenIn(form) };
  assert.equal((await keeper.post(path, said)).status, 303);
  assert.match(words(await manager.get(`/actions/${number}`)), /Bo Keeper, by a link in a letter/);
  const stranger = service.visitor();
  for (const address of [`/actions/${number}`, path])
    assert.doesNotMatch(words(await stranger.get(address)), /Keeper|slates/, address);
});

test('H05 a forwarded or replayed letter opens nothing and changes nothing', async () => {
  const { number, path } = await asked();
  const stranger = service.visitor();
  await stranger.get(path);
  assert.equal((await stranger.post(path, { state: 'done', words: '', seen: '1' })).status, 422);
  assert.equal((await stored(number))?.state, 'not-begun');
  const keeper = service.visitor();
  await open(keeper, path);
  await keeper.post(path, { state: 'done', words: 'It is dry.', seen: '1' });
  assert.equal((await stored(number))?.state, 'done');
  const replayed = await stranger.get(path);
  assert.match(words(replayed), /has been answered/);
  assert.doesNotMatch(replayed.text, /It is dry/);
  const late = await stranger.post(path, { state: 'stopped', words: 'No.', seen: '2' });
  assert.equal(late.status, 422);
  assert.equal((await stored(number))?.state, 'done');
});

test('H05 two who close one action at once: whoever comes second hears that it is closed, and nothing is lost', async () => {
  const { number, path } = await asked();
  const keeper = service.visitor();
  await open(keeper, path);
  const seen = seenIn(await keeper.get(path));
  const closed = await service.asService((ctx) =>
    sayProgress(ctx, { number, state: 'done', words: 'Seen from the road.', due: undefined, seen: 1 }),
  );
  assert.ok(closed.done);
  const second = await keeper.post(path, { state: 'done', words: 'I closed it too.', seen });
  assert.equal(second.status, 422);
  assert.match(words(second, '.govuk-error-summary'), /said already that it is done, on 3 September 2026/);
  assert.equal(second.document.querySelector('#words')?.textContent, 'I closed it too.');
  assert.equal((await notes(number)).length, 1);
  assert.match(words(await keeper.get(path)), /Nothing is asked any more/);
});

test('H05 what somebody said meanwhile is shown, the words stay in the form, and the link still works', async () => {
  const { number, path } = await asked();
  const keeper = service.visitor();
  await open(keeper, path);
  const seen = seenIn(await keeper.get(path));
  await service.asService((ctx) =>
    sayProgress(ctx, { number, state: 'under-way', words: 'Begun.', due: undefined, seen: 1 }),
  );
  const meanwhile = await keeper.post(path, { state: 'paused', words: 'Too wet.', seen });
  assert.equal(meanwhile.status, 422);
  assert.match(words(meanwhile), /it is under way now.*read both/);
  assert.equal(meanwhile.document.querySelector('#words')?.textContent, 'Too wet.');
  const again = await keeper.post(path, { state: 'paused', words: 'Too wet.', seen: seenIn(meanwhile) });
  assert.equal(again.status, 303);
  assert.equal((await stored(number))?.state, 'paused');
});

test('H05 a letter is asked once, reminds twice, stops when answered in any way, and is too old in the end', async () => {
  const { number, path } = await asked();
  const twice = await manager.post(`/actions/${number}/ask`, { words: 'Again' });
  assert.equal(twice.status, 422);
  assert.match(words(twice, '.govuk-error-summary'), /still waits for its answer/);
  const remindersAfter = async (days: number) => {
    now = new Date(now.getTime() + days * 86_400_000);
    await service.asService(remindOwners);
    await service.asService(remindOwners);
    return (await carry()).filter(
      ({ to, subject }) => to === 'bo@barn.example' && subject.includes(`A${number}:`),
    );
  };
  assert.equal((await remindersAfter(6)).length, 0);
  const [first] = await remindersAfter(2);
  assert.match(first?.subject ?? '', /^A reminder/);
  assert.equal((await remindersAfter(3)).length, 0);
  assert.equal((await remindersAfter(11)).length, 1);
  const keeper = service.visitor();
  await open(keeper, pathIn(first));
  now = new Date(now.getTime() + 40 * 86_400_000);
  const old = await keeper.get(path);
  assert.match(words(old), /too old|no longer|stopped working/);
  const late = await keeper.post(path, { state: 'done', words: '', seen: '1' });
  assert.equal(late.status, 422);
  assert.equal((await stored(number))?.state, 'not-begun');

  const other = await asked();
  await service.asService((ctx) =>
    sayProgress(ctx, { number: other.number, state: 'under-way', words: '', due: undefined, seen: 1 }),
  );
  now = new Date(now.getTime() + 8 * 86_400_000);
  await service.asService(remindOwners);
  const letters = (await carry()).filter(({ subject }) => subject.includes(`A${other.number}:`));
  assert.deepEqual(letters, [], 'whoever said it on the page is not asked again');
});
