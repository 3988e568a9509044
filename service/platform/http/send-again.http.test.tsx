import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DatabaseFault } from '../db/fault.ts';
import { redirectTo, type Route } from './route.ts';
import { testService } from './testing.ts';

const written = 'We met on Friday.\r\nShe wants to go on with the <boat> "club" & so do I.';

function routes(answers: { away: boolean }, seen: string[]): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/note',
      policy: 'everyone',
      answer: async (request) => {
        if (answers.away) throw new DatabaseFault('unavailable', 'gone');
        await request.write(async (ctx) => {
          seen.push(request.posted['words']?.[0] ?? '');
          await ctx.record({ type: 'test.noted', subject: { kind: 'note', id: '1' } });
        });
        return redirectTo('/note');
      },
    },
  ];
}

test('while the database is away a form comes back with every word in it, and sent again it counts once', async (t) => {
  const database = { away: true };
  const seen: string[] = [];
  const service = await testService(t, routes(database, seen));
  for (const browser of [service.visitor(), await service.signedIn('manager')]) {
    const away = await browser.post('/note', { words: written, kinds: ['a', 'b'] });
    assert.equal(away.status, 503);
    const { document } = away;
    assert.match(document.querySelector('h1')?.textContent ?? '', /back in a moment/);
    assert.match(document.body.textContent, /Try again in a minute/);
    assert.ok(document.querySelector('.words-as-written')?.textContent.includes('She wants to go on'));
    const form = document.querySelector('main form');
    assert.ok(form && !form.hasAttribute('action'), 'it goes to the address that it came to');
    const fields = [...form.querySelectorAll('input')].map(({ name, value }) => [name, value]);
    assert.deepEqual(
      fields.filter(([name]) => name !== 'csrf'),
      [
        ['words', written.replaceAll('\r\n', '\n')],
        ['kinds', 'a'],
        ['kinds', 'b'],
      ],
    );
    database.away = false;
    // as a browser sends it: line ends are its own
    const pairs = fields.map(([name = '', value = '']) => [name, value.replaceAll('\n', '\r\n')]);
    const again = new URLSearchParams(pairs).toString();
    for (const time of ['first', 'second'])
      assert.equal((await browser.postRaw('/note', again)).status, 303, time);
    database.away = true;
  }
  assert.deepEqual(seen, [written, written], 'once for each of the two');
});

test('what another site sent does not come back as ours, and a form with files is told how to go back', async (t) => {
  const service = await testService(t, routes({ away: true }, []));
  const foreign = await service.visitor().postRaw('/note', 'csrf=made.up&words=theirs');
  assert.equal(foreign.status, 403);
  assert.doesNotMatch(foreign.text, /theirs/);
  const both = await service.visitor().post('/note', { words: 'ours' });
  assert.match(both.text, /value="ours"/);
});
