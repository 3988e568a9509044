import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allowed, roles } from '#platform/access/policy.ts';
import type { Route } from '#platform/http/route.ts';
import { storedId } from '#platform/kernel/id.ts';
import type { NavigationEntry } from '#platform/page/frame.tsx';
import { routes } from '../../../service/app.ts';
import { navigation } from '../../../service/navigation.ts';
import { isForTests, ownCode } from '../code/own-files.ts';
import { permissionsDeclared, permissionsUnused } from './permissions-declared.ts';
import { leadsNowhere, patternOf } from './patterns.ts';
import { beyond, type Exception } from '../code/reasoned-exceptions.ts';

const all = routes({ demonstration: true });

test('every route says who may come, and every address is spelled in one way', (t) => {
  const wrong = all.flatMap(routeWrongs);
  t.diagnostic(
    `${all.length} routes: ${all.filter(({ policy }) => policy === 'everyone').length} for everyone`,
  );
  assert.ok(all.length >= 80, `only ${all.length} routes`);
  assert.deepEqual(wrong, []);
  assert.equal(new Set(all.map(({ method, path }) => `${method} ${patternOf(path)}`)).size, all.length);
});

/** Addresses that open something by themselves: links in letters, calendars, and the way back from a single sign-on. */
const secretly =
  /^\/(link\/:token|welcome\/:token|danger\/receipt$|calendars\/|sign-in\/(letter\/:token|back\/:provider)$)/;

/** Forms for whoever is not signed in: coming in, telling that somebody is not safe, asking for one's rights, complaining. */
const openly =
  /^\/(sign-in|sign-in\/(passkey|letter|code)|enrol\/(passkey|app)|danger\/tell.*|(rights\/ask|complaints\/tell)(\/young)?)$/;

test('nothing that posts is open to everyone, except coming in and what a link in a letter opens', () => {
  const byLetter = all.filter(({ secretAddress }) => secretAddress).map(({ path }) => path);
  assert.ok(byLetter.length > 0 && byLetter.every((path) => secretly.test(path)));
  const open = all.filter(
    ({ method, policy, secretAddress }) => method === 'POST' && policy === 'everyone' && !secretAddress,
  );
  const wrong = open.filter(({ path }) => !openly.test(path));
  assert.deepEqual(
    wrong.map(({ path }) => path),
    [],
  );
  const onlyGuessed = open.filter(({ path, guessable }) => /^\/(sign-in|enrol)\//.test(path) && !guessable);
  assert.deepEqual(onlyGuessed, [], 'wherever somebody could guess, it is slow');
});

test('where the demonstration is off nobody can choose who to be', () => {
  const closed = routes({ demonstration: false });
  assert.deepEqual(
    closed.filter(({ path }) => path === '/sign-in').map(({ method }) => method),
    ['GET'],
  );
});

/** Permissions that are finer than any page's. */
const finer: readonly Exception[] = [
  {
    what: 'families.help is asked by no act',
    because: 'its acts ask for a standing to the one child, which a role alone never is',
  },
  {
    what: 'families.come-to-record is asked by no act',
    because: 'its acts ask for a standing to the one child, which a role alone never is',
  },
  {
    what: 'families.read-own is asked by no act',
    because: 'its query asks for a standing as the child or a parent',
  },
  {
    what: 'delivery.keep-findings opens no page',
    because: 'a young inspector comes to the same form, and only kinds other than children’s ask for this',
  },
];

test('every permission that a room declares opens a page and is asked by an act', (t) => {
  const code = ownCode().filter(({ path }) => path.startsWith('service/') && !isForTests(path));
  const declared = permissionsDeclared(code);
  t.diagnostic(`${declared.length} permissions: ${declared.map(({ name }) => name).join(', ')}`);
  assert.ok(declared.length >= 2);
  const opening = new Set(all.flatMap(({ policy }) => (typeof policy === 'string' ? [] : [policy.name])));
  assert.deepEqual(beyond(permissionsUnused(declared, opening, code), finer), []);
  assert.deepEqual(
    [...opening].filter((name) => !declared.some((one) => one.name === name)),
    [],
  );
});

test('a planted permission that opens nothing, or that no act asks for, is caught', () => {
  const declares = `export const lend = permission('site.lend', ['manager']);\nexport const give = permission('site.give', []);`;
  const code = [
    { path: 'service/modules/site/domain/permissions.ts', text: declares },
    { path: 'service/modules/site/actions/lend.ts', text: 'if (!allowed(ctx.actor, lend)) return refused;' },
  ];
  const declared = permissionsDeclared(code);
  assert.deepEqual(
    declared.map(({ name }) => name),
    ['site.lend', 'site.give'],
  );
  assert.deepEqual(permissionsUnused(declared, new Set(['site.lend']), code), [
    'site.give opens no page',
    'site.give is asked by no act',
    'site.give is given to nobody',
  ]);
});

test('every entry of the navigation leads to a page that whoever sees it may come to; nobody meets more than six of each kind', (t) => {
  t.diagnostic(`${navigation.length} entries`);
  assert.ok(navigation.length >= 3);
  assert.deepEqual(
    navigation.flatMap((entry) => navigationWrongs(entry, all)),
    [],
  );
  for (const role of roles)
    for (const place of ['public', 'work'] as const) {
      const person = { kind: 'person', personId: storedId<'person'>(''), name: '', roles: [role] } as const;
      const seen = navigation.filter((entry) => entry.place === place && allowed(person, entry.policy));
      assert.ok(seen.length <= 6, `${role}: ${seen.map(({ href }) => href).join(' ')}`);
    }
});

test('a planted entry that leads nowhere, or to a shut door, is caught', () => {
  const entry = (href: string, policy: NavigationEntry['policy']): NavigationEntry => ({
    text: { en: 'Boards', cy: 'Byrddau' },
    href,
    policy,
    place: 'public',
    covers: [href],
  });
  assert.equal(navigationWrongs(entry('/nowhere', 'everyone'), all).length, 1);
  assert.equal(navigationWrongs(entry('/work', 'everyone'), all).length, 1);
  assert.equal(navigationWrongs(entry('/imports', 'signed-in'), all).length, 1);
  assert.deepEqual(navigationWrongs(entry('/imports', { name: 'p.a', roles: ['analyst'] }), all), []);
  assert.ok(leadsNowhere('POST /imports', all));
  assert.ok(!leadsNowhere('GET /frameworks/brackenshire?tier=1', all));
});

function routeWrongs({ method, path, policy }: Route): string[] {
  const segments = path.split('/').slice(1);
  const spelled = segments.every((part) => /^$|^[a-z0-9-]+(\.[a-z]+)?$|^:[a-zA-Z]+$/.test(part));
  const known =
    policy === 'everyone' ||
    policy === 'signed-in' ||
    policy === 'at-work' ||
    (typeof policy === 'object' && policy.roles.length > 0);
  return [
    ...(spelled ? [] : [`${method} ${path} is not spelled in lower case with hyphens`]),
    ...(known ? [] : [`${method} ${path} does not say who may come`]),
  ];
}

function navigationWrongs({ href, policy }: NavigationEntry, among: readonly Route[]): string[] {
  const target = among.find(({ method, path }) => method === 'GET' && patternOf(path).test(href));
  if (!target) return [`${href} leads nowhere`];
  const people = [undefined, [], ...roles.map((role) => [role])].map((held) =>
    held
      ? ({ kind: 'person', personId: '', name: '', roles: held } as const)
      : ({ kind: 'visitor' } as const),
  );
  const shut = people.filter((actor) => sees(actor, policy) && !sees(actor, target.policy));
  return shut.length > 0 ? [`${href} is shown to ${shut.length} kinds of people who may not come`] : [];
}

function sees(
  actor: { kind: 'visitor' } | { kind: 'person'; roles: readonly string[] },
  policy: Route['policy'],
): boolean {
  if (actor.kind === 'visitor') return allowed({ kind: 'visitor' }, policy);
  if (policy === 'everyone' || policy === 'signed-in') return true;
  if (policy === 'at-work') return actor.roles.some((role) => !/report-only|young-person|parent/.test(role));
  return policy.roles.some((role) => actor.roles.includes(role));
}
