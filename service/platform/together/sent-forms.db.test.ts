import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../db/testing.ts';
import { transactions } from '../db/transactions.ts';
import { type Id, storedId } from '../kernel/id.ts';
import { writeFact } from '../outbox/outbox.ts';
import { pressOf, seal, unseal, type Press } from './press.ts';
import { knownMs } from './sent-form-rows.ts';
import { SentBefore, SentForms, type Sent } from './sent-forms.ts';

const partnershipId: Id<'partnership'> = storedId('00000000-0000-7000-8000-0000000000a1');
const who = { actor: { kind: 'service' as const, name: 'test' }, partnershipId };
const effect = { type: 'tea.made', subject: { kind: 'cup', id: '1' } };

/** One database, and as many processes' memories of it as a test asks for. */
async function ground(t: TestContext) {
  const database = await testDatabase(t);
  let now = new Date('2026-11-23T10:00:00Z');
  const act = transactions({
    database,
    clock: () => now,
    random: randomBytes,
    record: async (ctx, fact) => void (await writeFact(ctx, fact)),
  });
  const sending = (press: Press, work: Sent<string>['work']): Sent<string> => ({
    press,
    act: (access, does) => act.inTransaction(who, access, does),
    work,
    final: (answer) => (answer.startsWith('refused') ? undefined : answer),
    again: (words) => words,
  });
  const facts = async (): Promise<number> => {
    const count = sql<{ count: number }>`select count(*) from platform.fact where type = 'tea.made'`;
    const { rows } = await act.inTransaction(who, 'read', (ctx) => count.execute(ctx.db));
    return rows[0]?.count ?? -1;
  };
  return { sending, facts, act, later: (ms: number) => void (now = new Date(now.getTime() + ms)) };
}

const press = () => pressOf(randomBytes(8).toString('hex'), '/tea', { cup: ['1'] });

function making(answer = 'made'): Sent<string>['work'] {
  return async (write) => {
    await write((ctx) => ctx.record(effect));
    return answer;
  };
}

test('the same press sent fifty times at once to three processes takes effect once, and all hear the same', async (t) => {
  const { sending, facts } = await ground(t);
  const processes = [new SentForms<string>(), new SentForms<string>(), new SentForms<string>()];
  const one = press();
  let said = 0;
  const work: Sent<string>['work'] = async (write) => making(`made, ${(said += 1)}`)(write);
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, at) =>
      (processes[at % 3] ?? assert.fail()).answerOnce(sending(one, work)),
    ),
  );
  assert.equal(await facts(), 1);
  assert.equal(new Set(answers).size, 1);
});

test('a press that took effect is known to a process that started since, and answered with the same words', async (t) => {
  const { sending, facts, later } = await ground(t);
  const one = press();
  const first = await new SentForms<string>().answerOnce(sending(one, making('made for Ash')));
  later(knownMs / 2);
  const again = await new SentForms<string>().answerOnce(sending(one, making('made anew')));
  assert.deepEqual([first, again, await facts()], ['made for Ash', 'made for Ash', 1]);
  later(knownMs);
  await new SentForms<string>().answerOnce(sending(one, making()));
  assert.equal(await facts(), 2, 'long after it is a press like any other');
});

test('whoever finds it done already hears what the first press was told, though nothing was left to write', async (t) => {
  const { sending } = await ground(t);
  const one = press();
  await new SentForms<string>().answerOnce(sending(one, making()));
  const answer = await new SentForms<string>().answerOnce(sending(one, async () => 'refused: made already'));
  assert.equal(answer, 'made');
});

test('what was refused may be tried again, in any process', async (t) => {
  const { sending, facts } = await ground(t);
  const one = press();
  assert.equal(await new SentForms<string>().answerOnce(sending(one, making('refused'))), 'refused');
  assert.equal(await new SentForms<string>().answerOnce(sending(one, making())), 'made');
  assert.equal(await facts(), 2, 'each try wrote what it wrote');
});

test('what was undone with its transaction may be tried again', async (t) => {
  const { sending, facts } = await ground(t);
  const one = press();
  const breaks: Sent<string>['work'] = (write) =>
    write(async (ctx) => {
      await ctx.record(effect);
      throw new Error('the kettle is cold');
    });
  const sent = new SentForms<string>();
  await assert.rejects(sent.answerOnce(sending(one, breaks)), /kettle/);
  assert.equal(await sent.answerOnce(sending(one, making())), 'made');
  assert.equal(await facts(), 1);
});

test('where a process ended between the effect and its answer, the same press is told so and does nothing', async (t) => {
  const { sending, facts } = await ground(t);
  const one = press();
  const dies: Sent<string>['work'] = async (write) => {
    await write((ctx) => ctx.record(effect));
    throw new Error('killed');
  };
  await assert.rejects(new SentForms<string>().answerOnce(sending(one, dies)), /killed/);
  await assert.rejects(new SentForms<string>().answerOnce(sending(one, making())), SentBefore);
  assert.equal(await facts(), 1);
});

test('several transactions of one press are one press', async (t) => {
  const { sending, facts } = await ground(t);
  const work: Sent<string>['work'] = async (write) => {
    await write((ctx) => ctx.record(effect));
    await write((ctx) => ctx.record(effect));
    return 'made two';
  };
  const one = press();
  const answers = await Promise.all(
    [1, 2, 3].map(() => new SentForms<string>().answerOnce(sending(one, work))),
  );
  assert.deepEqual([answers, await facts()], [['made two', 'made two', 'made two'], 2]);
});

test('what was told stands in the table so that only the same press can read it', async (t) => {
  const { sending, act } = await ground(t);
  const one = press();
  await new SentForms<string>().answerOnce(sending(one, making('Robin Example is on the list')));
  const { rows } = await act.inTransaction(who, 'read', (ctx) =>
    sql<{ press: string; sealed: string }>`select press, sealed from platform.sent_form`.execute(ctx.db),
  );
  const [row] = rows;
  assert.ok(row && row.press === one.name && row.sealed.length > 20);
  assert.doesNotMatch(Buffer.from(row.sealed, 'base64url').toString('latin1'), /Robin/);
  assert.equal(unseal(one, row.sealed), 'Robin Example is on the list');
  assert.throws(() => unseal(press(), row.sealed));
  const changed = Buffer.from(row.sealed, 'base64url');
  changed.writeUInt8((changed.at(-1) ?? 0) ^ 1, changed.length - 1);
  assert.throws(() => unseal(one, changed.toString('base64url')));
});

test('a press is told apart by whose browser, where, what was typed and which file', () => {
  const same = () => pressOf('me', '/a', { label: ['a'] }, [['file', 'a.csv', '1']]);
  const others = [
    pressOf('you', '/a', { label: ['a'] }, [['file', 'a.csv', '1']]),
    pressOf('me', '/b', { label: ['a'] }, [['file', 'a.csv', '1']]),
    pressOf('me', '/a', { label: ['b'] }, [['file', 'a.csv', '1']]),
    pressOf('me', '/a', { label: ['a'] }, [['file', 'a.csv', '2']]),
  ];
  assert.equal(same().name, same().name);
  assert.equal(new Set([same(), ...others].map(({ name }) => name)).size, 5);
  assert.equal(new Set([same(), ...others].map(({ key }) => key.toString('hex'))).size, 5);
  assert.notEqual(seal(same(), 'a'), seal(same(), 'a'), 'the same words never look the same twice');
});
