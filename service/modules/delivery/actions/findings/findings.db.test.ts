import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { StrategyGround } from '#modules/strategy/testing.ts';
import { roles, type Role } from '#platform/access/policy.ts';
import type { Who } from '#platform/db/transactions.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { storedId } from '#platform/kernel/id.ts';
import type { Finding } from '../../domain/finding.ts';
import type { FindingWords } from '../../domain/findings/new-finding.ts';
import { findingSubjects } from '../../queries/findings/finding-subjects.ts';
import { findingView } from '../../queries/findings/finding-view.ts';
import { findingsThatWait } from '../../queries/findings/findings-that-wait.ts';
import { deliveryGround, findingWords } from '../../store/testing.ts';
import { actOnFinding } from './act-on-finding.ts';
import { sayFinding, type FindingAct } from './say-finding.ts';
import { addFinding, changeFinding } from './write-finding.ts';

const ends: (() => unknown)[] = [];
let ground: StrategyGround;
let priya: Who;
let zainab: Who;

before(async () => {
  ground = await deliveryGround({ after: (end: () => unknown) => void ends.push(end) });
  priya = await ground.person('Priya North', 'manager');
  zainab = await ground.person('Zainab South', 'participation-worker');
});

after(async () => {
  for (const end of ends.toReversed()) await end();
});

async function added(given: Partial<FindingWords> = {}): Promise<Finding> {
  const made = await ground.as(priya, (ctx) => addFinding(ctx, findingWords(given)));
  assert.ok(made.done);
  return made.value;
}

function say(who: Who, given: { number: number; seen: number; act: FindingAct; words: string }) {
  return ground.as(who, (ctx) => sayFinding(ctx, given));
}

function ownedBy({ actor }: Who): FindingWords['owner'] {
  assert.ok(actor.kind === 'person');
  return { personId: actor.personId, name: actor.name, organisationKey: '' };
}

test('H11 a finding is open, said to be mended with evidence, closed by somebody else, opened again with a reason; every word stays', async () => {
  const finding = await added({ owner: ownedBy(zainab) });
  const { number } = finding;
  const bare = await say(zainab, { number, seen: 1, act: 'mended', words: ' ' });
  assert.equal(!bare.done && bare.refusal.reason, 'evidence-missing');
  const early = await say(priya, { number, seen: 1, act: 'close', words: 'Fine.' });
  assert.equal(!early.done && early.refusal.reason, 'not-in-this-state');
  const mended = await say(zainab, { number, seen: 1, act: 'mended', words: 'The light is on at six.' });
  assert.ok(mended.done);
  const own = await say(zainab, { number, seen: 2, act: 'close', words: 'I saw it.' });
  assert.equal(!own.done && own.refusal.reason, 'own-finding');
  const stale = await say(priya, { number, seen: 1, act: 'close', words: 'I went at six.' });
  assert.equal(!stale.done && stale.refusal.reason, 'changed-meanwhile');
  ground.later(1);
  const closed = await say(priya, { number, seen: 2, act: 'close', words: 'I went at six.' });
  assert.deepEqual(closed.done && closed.value.closed, {
    on: '2026-09-03',
    byName: 'Priya North',
    words: 'I went at six.',
  });
  ground.later(1);
  assert.ok((await say(priya, { number, seen: 3, act: 'reopen', words: 'It is out again.' })).done);
  const view = await ground.as(priya, (ctx) => findingView(ctx, number));
  assert.deepEqual(
    view?.notes.map(({ before: was, after: is, words, saidByName }) => [was, is, words, saidByName]),
    [
      ['closed', 'open', 'It is out again.', 'Priya North'],
      ['ready', 'closed', 'I went at six.', 'Priya North'],
      ['open', 'ready', 'The light is on at six.', 'Zainab South'],
    ],
  );
  assert.equal(view?.finding.evidence, '');
  for (const wrong of ['delete from delivery.finding_note', "update delivery.finding_note set words = ''"])
    await assert.rejects(
      ground.as(priya, (ctx) => sql.raw(wrong).execute(ctx.db)),
      /permission denied/,
    );
});

test('H11 whoever said that it is mended does not close it, though it is owned by a partner; nor under the owner’s name', async () => {
  const { number } = await added();
  assert.ok((await say(priya, { number, seen: 1, act: 'mended', words: 'They sent a photograph.' })).done);
  const own = await say(priya, { number, seen: 2, act: 'close', words: 'Fine.' });
  assert.equal(!own.done && own.refusal.reason, 'own-word');
  const named = await added({ owner: { personId: undefined, name: ' zainab SOUTH', organisationKey: '' } });
  await say(priya, { number: named.number, seen: 1, act: 'mended', words: 'Done.' });
  const under = await say(zainab, { number: named.number, seen: 2, act: 'close', words: 'Fine.' });
  assert.equal(!under.done && under.refusal.reason, 'own-finding');
  const waits = await ground.as(zainab, findingsThatWait);
  assert.deepEqual(
    waits.toClose.map((finding) => finding.number),
    [number],
  );
});

test('H11 one press makes an action that stays tied to its finding; a second press of the same page makes none', async () => {
  const finding = await added({ due: dayOf(2026, 12, 1) });
  const press = { number: finding.number, known: 0 };
  const made = await ground.as(priya, (ctx) => actOnFinding(ctx, press));
  assert.ok(made.done);
  assert.deepEqual(
    [made.value.findingId, made.value.title, made.value.due],
    [finding.id, finding.title, finding.due],
  );
  const again = await ground.as(priya, (ctx) => actOnFinding(ctx, press));
  assert.deepEqual(!again.done && again.refusal, { reason: 'made-meanwhile', number: made.value.number });
  const view = await ground.as(priya, (ctx) => findingView(ctx, finding.number));
  assert.deepEqual(
    view?.actions.map(({ id }) => id),
    [made.value.id],
  );
});

test('H11 words that cannot be are refused, and two who change one finding both keep their words', async () => {
  const wrong: [Partial<FindingWords>, string][] = [
    [{ title: ' ' }, 'title-missing'],
    [{ words: '' }, 'words-missing'],
    [{ foundBy: '' }, 'finder-missing'],
    [{ foundOn: dayOf(2026, 9, 4) }, 'found-later'],
    [{ due: dayOf(2020, 1, 1) }, 'due-before-found'],
    [{ source: { title: '', link: 'javascript:alert(1)' } }, 'link-wrong'],
    [{ source: { title: '', link: '//elsewhere.example' } }, 'link-wrong'],
    [{ owner: { personId: undefined, name: '', organisationKey: '' } }, 'owner-missing'],
    [{ element: { frameworkSlug: 'brackenshire', elementKey: '' } }, 'element-missing'],
  ];
  for (const [given, reason] of wrong) {
    const refused = await ground.as(priya, (ctx) => addFinding(ctx, findingWords(given)));
    assert.equal(!refused.done && refused.refusal.reason, reason);
  }
  const { number } = await added();
  const change = (title: string) => ({ number, seen: 1, words: findingWords({ title }) });
  assert.ok((await ground.as(priya, (ctx) => changeFinding(ctx, change('First')))).done);
  const second = await ground.as(zainab, (ctx) => changeFinding(ctx, change('Second')));
  assert.ok(!second.done && second.refusal.reason === 'changed-meanwhile');
  assert.equal(second.refusal.theirs.title, 'First');
});

test('A10 a finding hangs on the thread of its element without being tied', async () => {
  const finding = await added({ element: { frameworkSlug: 'brackenshire', elementKey: 'belonging' } });
  const under = await ground.as(
    zainab,
    async (ctx) =>
      (await findingSubjects.under?.(ctx, { frameworkSlug: 'brackenshire', elementKey: 'belonging' })) ?? [],
  );
  assert.deepEqual(
    under.map(({ id, link, state }) => [id, link, state]),
    [[finding.id, `/findings/${finding.number}`, `F${finding.number}, open`]],
  );
});

/** Written from what the product promises, apart from the code. */
const keeps: readonly Role[] = ['manager', 'governance-lead', 'participation-worker'];
const keepsChildrens: readonly Role[] = [...keeps, 'young-inspector'];

test('H11 every act by every role: children’s findings by young inspectors too, actions by the manager alone, one’s own by whoever owns it', async () => {
  const before = await Promise.all(roles.map((role) => ground.person(`As ${role}`, role)));
  for (const [place, role] of roles.entries()) {
    const who = before[place];
    assert.ok(who);
    for (const kind of ['audit', 'children'] as const) {
      const may = kind === 'children' ? keepsChildrens : keeps;
      const allowed = may.includes(role);
      const wrote: { done: boolean } = await ground.as(who, (ctx) => addFinding(ctx, findingWords({ kind })));
      assert.equal(wrote.done, allowed, `${role} writes ${kind}`);
      const { number } = await added({ kind });
      const changed: { done: boolean } = await ground.as(who, (ctx) =>
        changeFinding(ctx, { number, seen: 1, words: findingWords({ kind }) }),
      );
      assert.equal(changed.done, allowed, `${role} changes ${kind}`);
      const seen = allowed ? 2 : 1;
      const noted = await say(who, { number, seen, act: 'note', words: 'We looked.' });
      assert.equal(noted.done, allowed, `${role} notes ${kind}`);
      await say(
        { ...priya, actor: { kind: 'service', name: 'test' } },
        { number, seen, act: 'mended', words: 'So.' },
      );
      const closed = await say(who, { number, seen: seen + 1, act: 'close', words: 'Seen.' });
      assert.equal(closed.done, allowed, `${role} closes ${kind}`);
      const reopened = await say(who, { number, seen: seen + 2, act: 'reopen', words: 'Not so.' });
      assert.equal(reopened.done, allowed, `${role} reopens ${kind}`);
    }
    const { number } = await added({ owner: ownedBy(who) });
    const acted = await ground.as(who, (ctx) => actOnFinding(ctx, { number, known: 0 }));
    assert.equal(acted.done, role === 'manager', `${role} makes an action`);
    const own = await say(who, { number, seen: 1, act: 'mended', words: 'So.' });
    assert.ok(own.done, `${role} says that their own is mended`);
    const closedOwn = await say(who, { number, seen: 2, act: 'close', words: 'So.' });
    assert.ok(!closedOwn.done, `${role} does not close their own`);
  }
  const missing = await say(priya, { number: 9999, seen: 1, act: 'note', words: 'Who?' });
  assert.equal(!missing.done && missing.refusal.reason, 'finding-missing');
});

test('H11 everybody sees title, source and what became of it; words, names and notes are for those who read a board’s papers', async () => {
  const { number } = await added({
    owner: {
      personId: storedId('01900000-0000-7000-8000-0000000000bb'),
      name: 'Ada West',
      organisationKey: 'open-gate',
    },
  });
  await say(zainab, { number, seen: 1, act: 'mended', words: 'It is lit.' });
  const visitor: Who = { actor: { kind: 'visitor' }, partnershipId: ground.partnershipId };
  const seen = await ground.as(visitor, (ctx) => findingView(ctx, number));
  assert.ok(seen);
  assert.deepEqual(
    [seen.finding.title, seen.finding.evidence, seen.finding.owner.organisationKey],
    ['The bus shelter is dark after four', 'It is lit.', 'open-gate'],
  );
  assert.doesNotMatch(JSON.stringify(seen), /Ada West|Zainab|We went twice|Young inspectors/);
  assert.ok(Object.values(seen.may).every((may) => !may));
});
