import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testService, type TestBrowser, type TestPage, type TestService } from '#platform/http/testing.ts';
import { openSingleSignOn } from '#platform/identity/single-sign-on.ts';
import { testKeys } from '#platform/keys/testing.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { Role } from '#platform/access/policy.ts';
import {
  everybody,
  identify,
  organisations,
  setUpOrganisations,
  setUpPartnership,
  welcomePath,
} from '../../index.ts';
import { invitationsOf } from '../../store/people/invitations.ts';
import { colleagues } from '../../store/people/kept-people.ts';
import { signInRoutes } from '../sign-in/sign-in-routes.ts';
import { workRoutes } from '../work.tsx';
import { peopleRoutes } from './people-routes.ts';
import { peopleWait } from './waiting.ts';

const ends: (() => unknown)[] = [];
let service: TestService;
let now = new Date('2026-11-23T09:00:00Z');

const who: readonly (readonly [string, string, readonly Role[]])[] = [
  ['mei', 'Mei Keeper', ['administrator']],
  ['iolo', 'Iolo Governs', ['governance-lead']],
  ['rosie', 'Rosie Worker', ['practitioner']],
  ['ash', 'Ash Analyst', ['analyst']],
];

before(async () => {
  const lifetime = { after: (end: () => unknown) => void ends.push(end) };
  const origin = 'http://localhost:3000';
  const tools = { keys: testKeys(), sso: openSingleSignOn([]), demonstration: true, origin };
  service = await testService(
    lifetime,
    [...signInRoutes(tools), ...workRoutes([peopleWait]), ...peopleRoutes],
    { clock: () => now, identify, origin },
  );
  await service.asService(async (ctx) => {
    await setUpOrganisations(ctx, [
      { key: 'council', name: 'Larkmere Council', kind: 'council' },
      { key: 'unitary', name: 'New Larkmere', kind: 'council' },
    ]);
    await setUpPartnership(ctx, {
      partnership: {
        slug: 'larkmere',
        name: 'Larkmere Partnership',
        shortName: 'Larkmere',
        brandColour: '#265b3c',
        isInvented: true,
      },
      people: who.map(([key, name, roles]) => ({
        key,
        name,
        job: 'Tester',
        organisationKey: 'council',
        email: `${key}@larkmere.example`,
        roles,
      })),
    });
  });
});

after(async () => {
  for (const end of ends.toReversed()) await end();
});

async function idOf(name: string): Promise<Id<'person'>> {
  const found = (await service.asService(colleagues)).find((one) => one.name === name);
  assert.ok(found, name);
  return found.id;
}

/** Somebody at their browser, who has just shown that it is they. */
async function signedIn(name: string): Promise<TestBrowser> {
  const browser = await atOpenScreen(name);
  assert.equal((await browser.post('/prove', { kind: 'invented' })).status, 303);
  return browser;
}

/** Somebody's browser as whoever finds the screen open has it. */
async function atOpenScreen(name: string): Promise<TestBrowser> {
  const browser = service.visitor();
  const found = (await service.asService(everybody)).find((one) => one.name === name);
  assert.ok(found, name);
  const answer = await browser.post('/sign-in', { person: found.id });
  assert.equal(answer.status, 303);
  return browser;
}

/** What stands on the page, piece by piece. */
function words(page: TestPage): string {
  const main = page.document.querySelector('main');
  const pieces = [...(main?.querySelectorAll('*') ?? [])].flatMap((element) =>
    [...element.childNodes]
      .filter(({ nodeType }) => nodeType === 3)
      .map(({ textContent }) => textContent ?? ''),
  );
  return pieces.join(' ').replaceAll(/\s+/g, ' ');
}

async function welcomeOf(personId: Id<'person'>): Promise<string> {
  const [newest] = await service.asService((ctx) => invitationsOf(ctx, [personId]));
  assert.ok(newest);
  const path = await service.asService((ctx) => welcomePath(ctx, newest.id));
  assert.ok(path);
  return path;
}

test('R10: a colleague is invited, their powerful role waits, a second person says yes, and they come in by their letter', async () => {
  const mei = await signedIn('Mei Keeper');
  const asked = {
    name: 'Delphine New',
    job: 'Team manager',
    email: 'delphine@larkmere.example',
    body: 'council',
    role: 'supervisor',
    why: 'Leads the team',
  };
  const wrong = await mei.post('/people/invite', { ...asked, email: 'nobody' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.document.title, /^Error: /);
  assert.equal(wrong.document.querySelector('input[name=name]')?.getAttribute('value'), 'Delphine New');
  assert.equal((await mei.post('/people/invite', asked)).status, 303);
  const delphine = await idOf('Delphine New');
  const person = await mei.get(`/people/${delphine}`);
  assert.match(words(person), /Supervisor Waits for a second person/);
  assert.doesNotMatch(words(person), /Say yes/, 'whoever proposed it does not say yes');

  const iolo = await signedIn('Iolo Governs');
  assert.match(words(await iolo.get('/work')), /Say yes or no: Delphine New/);
  const waits = await iolo.get('/people');
  const yes = [...waits.document.querySelectorAll('form')].find((form) =>
    form.getAttribute('action')?.endsWith('/confirm'),
  );
  const to = yes?.getAttribute('action');
  assert.ok(to);
  assert.equal((await mei.post(to)).status, 303, 'refused with words, and nothing happens');
  assert.match(words(await mei.get('/people')), /Waits for a second person/);
  assert.equal((await iolo.post(to)).status, 303);
  assert.doesNotMatch(words(await iolo.get(`/people/${delphine}`)), /Waits for a second person/);

  const path = await welcomeOf(delphine);
  const guest = service.visitor();
  const welcome = await guest.get(path);
  assert.equal(welcome.status, 200);
  assert.equal(welcome.headers['referrer-policy'], 'no-referrer');
  assert.match(words(welcome), /Welcome, Delphine New Mei Keeper invites you.*Supervisor It opens:/);
  const begun = await guest.post(path);
  assert.equal(begun.headers['location'], '/enrol');
  assert.equal((await guest.get('/enrol')).status, 200);
  assert.equal((await service.visitor().get('/welcome/nothing')).status, 404);
});

test('R7, R10: whoever leaves meets nothing on their next request, and comes back with no role', async () => {
  const mei = await signedIn('Mei Keeper');
  const ash = await signedIn('Ash Analyst');
  assert.equal((await ash.get('/work')).status, 200);
  const id = await idOf('Ash Analyst');
  assert.equal((await mei.post(`/people/${id}/leave`, {})).status, 422);
  assert.equal((await mei.post(`/people/${id}/leave`, { why: 'new-job' })).status, 303);
  const next = await ash.get('/work');
  assert.equal(next.status, 303);
  assert.match(String(next.headers['location']), /^\/sign-in/);
  assert.match(
    words(await mei.get(`/people/${id}`)),
    /Left on 23 November 2026: they have another job, said by Mei/,
  );
  assert.equal((await mei.post(`/people/${id}/return`)).status, 303);
  const back = await mei.get(`/people/${id}`);
  assert.match(words(back), /They hold no role/);
  assert.match(words(back), /Analyst.*Ended by Mei Keeper/);
});

test('R7: a lost laptop: somebody is signed out everywhere by an administrator, and can sign in again', async () => {
  const mei = await signedIn('Mei Keeper');
  const rosie = await signedIn('Rosie Worker');
  assert.equal((await mei.post(`/people/${await idOf('Rosie Worker')}/sign-out`)).status, 303);
  assert.equal((await rosie.get('/work')).status, 303);
  assert.equal((await (await signedIn('Rosie Worker')).get('/work')).status, 200);
});

test('R71: a worker introduces a young person and a parent with how they were checked; the administrator sees neither', async () => {
  const rosie = await signedIn('Rosie Worker');
  const young = { name: 'Izzy Young', relationship: 'young-person', identity: 'known-long', email: '' };
  const parent = { name: 'Rhona Parent', relationship: 'mother', identity: 'passport', email: '' };
  assert.equal((await rosie.post('/introductions/new', { ...young, identity: '' })).status, 422);
  const lacks = await rosie.post('/introductions/new', parent);
  assert.equal(lacks.status, 422);
  assert.match(words(lacks), /Say how you saw that they hold parental responsibility/);
  const handed = await rosie.post('/introductions/new', young);
  const path = /\/welcome\/[\w-]+/.exec(words(handed))?.[0];
  assert.ok(path, 'the address is shown once');
  await rosie.post('/introductions/new', { ...parent, responsibility: 'birth-certificate' });
  const list = words(await rosie.get('/introductions'));
  assert.match(list, /Izzy Young The young person themselves Checked by Rosie Worker on 23 November 2026/);
  assert.match(list, /Rhona Parent Mother .*Passport; Named on the birth certificate/);
  assert.doesNotMatch(list, new RegExp(path), 'and never again');

  const guest = service.visitor();
  assert.match(words(await guest.get(path)), /Welcome, Izzy Young.*What is held about them/);
  assert.equal((await guest.post(path)).headers['location'], '/enrol');
  const mei = await signedIn('Mei Keeper');
  const seen = words(await mei.get('/people'));
  assert.doesNotMatch(seen, /Izzy|Rhona/);
  assert.match(seen, /2 parents and young people have a way in/);
  const izzy = (await service.asService(everybody)).find(({ name }) => name === 'Izzy Young');
  assert.ok(izzy);
  assert.deepEqual(izzy.roles, ['young-person']);
  assert.equal((await mei.get(`/people/${izzy.id}`)).status, 404);
  assert.equal((await mei.post(`/people/${izzy.id}/leave`, { why: 'no-need' })).status, 404);
  assert.equal((await rosie.post(`/introductions/${izzy.id}/end`)).status, 303);
  assert.equal(await service.asService((ctx) => identify(ctx, izzy.id)), undefined);
});

test('R71: an invitation ends after fourteen days, and can be sent anew', async () => {
  const mei = await signedIn('Mei Keeper');
  await mei.post('/people/invite', {
    name: 'Late Comer',
    job: 'Nurse',
    email: 'late@larkmere.example',
    body: 'council',
    role: 'none',
    why: '',
  });
  const late = await idOf('Late Comer');
  const first = await welcomeOf(late);
  const before = now;
  now = new Date(now.getTime() + 14 * 86_400_000 + 1);
  try {
    assert.match(words(await service.visitor().get(first)), /works for fourteen days/);
    const guest = service.visitor();
    await guest.get(first);
    assert.equal((await guest.post(first)).headers['location'], first);
    const again = await signedIn('Mei Keeper');
    assert.equal((await again.post(`/people/${late}/anew`)).status, 303);
    assert.match(words(await service.visitor().get(first)), /newer letter/);
    assert.equal((await service.visitor().get(await welcomeOf(late))).status, 200);
    await again.post(`/people/${late}/withdraw`);
    assert.match(words(await service.visitor().get(first)), /took it back|newer letter/);
  } finally {
    now = before;
  }
});

test('R72: bodies are renamed and merged by day, and their people come from the body that goes on', async () => {
  const mei = await signedIn('Mei Keeper');
  const day = { 'from-day': '23', 'from-month': '11', 'from-year': '2026' };
  assert.equal(
    (await mei.post('/bodies/council/rename', { name: 'Larkmere County Council', ...day })).status,
    303,
  );
  assert.match(
    words(await mei.get('/bodies/council')),
    /First called Larkmere Council; Larkmere County Council from/,
  );
  const until = { 'until-day': '1', 'until-month': '4', 'until-year': '2027' };
  assert.equal((await mei.post('/bodies/council/close', { ...until, into: 'unitary' })).status, 303);
  const placeOf = async (name: string) =>
    (await service.asService(colleagues)).find((one) => one.name === name)?.organisation;
  assert.equal(await placeOf('Iolo Governs'), 'Larkmere County Council');
  const before = now;
  now = new Date('2027-04-01T09:00:00Z');
  try {
    assert.equal(await placeOf('Iolo Governs'), 'New Larkmere');
    const standing = await service.asService(organisations);
    assert.deepEqual(
      standing.map(({ name }) => name),
      ['New Larkmere'],
    );
  } finally {
    now = before;
  }
});

test('R10: teams are kept by an administrator, who puts nobody but others into them', async () => {
  const mei = await signedIn('Mei Keeper');
  const made = await mei.post('/bodies/council/teams', { name: 'Marsh team' });
  const team = String(made.headers['location']);
  assert.match(team, /^\/teams\//);
  const rosie = await idOf('Rosie Worker');
  assert.equal((await mei.post(`${team}/members`, { person: rosie, part: 'lead' })).status, 303);
  assert.match(words(await mei.get(team)), /Rosie Worker Tester · leads the team/);
  const self = await mei.post(`${team}/members`, { person: await idOf('Mei Keeper'), part: 'lead' });
  assert.match(words(self), /Nobody gives themselves anything/);
});

test('R10: what gives, takes or ends what somebody may open asks for a fresh proof, and does nothing without it', async () => {
  const screen = await atOpenScreen('Mei Keeper');
  const rosie = await idOf('Rosie Worker');
  const here = async () => {
    const people = await service.asService(everybody);
    return people.find(({ id }) => id === rosie)?.roles;
  };
  for (const form of [
    '/people/invite',
    ...['roles', 'leave', 'way'].map((act) => `/people/${rosie}/${act}`),
  ]) {
    const asked = await screen.get(form);
    assert.deepEqual(
      [asked.status, asked.headers['location']],
      [303, `/prove?next=${encodeURIComponent(form)}`],
    );
    const posted = await screen.post(form, { why: 'at-risk', role: 'analyst', recognised: 'in-person' });
    assert.equal(posted.status, 403, form);
  }
  const nothing = '01900000-0000-7000-8000-00000000dead';
  const presses = [
    ...['sign-out', 'anew', 'withdraw', 'return'],
    ...[`roles/${nothing}/confirm`, `roles/${nothing}/end`, `way/${nothing}/confirm`],
  ];
  const open = await signedIn('Rosie Worker');
  for (const act of presses) {
    const pressed = await screen.post(`/people/${rosie}/${act}`);
    assert.equal(pressed.status, 403, act);
    assert.match(words(pressed), /Nothing has been done yet/);
    const onwards = pressed.document.querySelector('main a')?.getAttribute('href');
    assert.equal(
      onwards,
      `/prove?next=${encodeURIComponent(`/people/${rosie}`)}`,
      'and back to where one pressed',
    );
  }
  assert.deepEqual(await here(), ['practitioner']);
  assert.equal((await open.get('/work')).status, 200, 'nobody was signed out');
  const worker = await atOpenScreen('Rosie Worker');
  assert.equal((await worker.get(`/introductions/${nothing}/way`)).status, 303);
  for (const act of ['way', 'anew', 'return'])
    assert.equal((await worker.post(`/introductions/${nothing}/${act}`)).status, 403, act);

  await screen.post('/prove', { kind: 'invented' });
  assert.equal((await screen.get(`/people/${rosie}/roles`)).status, 200);
  assert.equal((await screen.post(`/people/${rosie}/sign-out`)).status, 303);
  assert.equal((await open.get('/work')).status, 303, 'now they are');
  const before = now;
  now = new Date(now.getTime() + 6 * 60_000);
  try {
    assert.equal((await screen.get(`/people/${rosie}/roles`)).status, 303, 'a proof counts for five minutes');
    now = new Date(now.getTime() + 15 * 60_000);
    assert.equal(
      (await screen.post(`/people/${rosie}/sign-out`)).status,
      403,
      'and twenty for what stood open',
    );
  } finally {
    now = before;
  }
});
