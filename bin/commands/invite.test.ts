import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JSDOM } from 'jsdom';
import { z } from 'zod';
import { documentOf, emptyService, goldenthread } from '../testing.ts';

test('G05: a partnership without anybody gets its first two from the command line, and everybody else from them', async (t) => {
  const { settings, document: ready } = await emptyService(t, { GOLDENTHREAD_PARTNERSHIP: 'larkmere' });
  const { address } = z.object({ address: z.string() }).parse(ready);
  const invite = (...words: readonly string[]) => goldenthread(['invite', ...words], settings);
  const linkIn = (out: string) => /\S+\/welcome\/[\w-]{43}/.exec(out)?.[0] ?? assert.fail(out);
  const opened = async (link: string) => {
    const page = await fetch(new URL(new URL(link).pathname, address));
    assert.equal(page.status, 200);
    return page;
  };

  const mistyped = await invite('adda@larkmere.example', '--name', 'Ada Bright');
  assert.deepEqual([mistyped.code, mistyped.err], [0, '']);
  assert.match(mistyped.out, /^Ada Bright is invited as administrator\. The link works once, until /);
  const again = await invite('ada@larkmere.example', '--name', 'Ada Bright', '--json');
  const document = z.object({ link: z.string(), instead: z.array(z.string()) }).parse(documentOf(again));
  assert.deepEqual(document.instead, ['Ada Bright']);
  assert.match(wordsOn(await (await opened(linkIn(mistyped.out))).text()), /opens nothing any more/);

  const welcome = await opened(document.link);
  const html = await welcome.text();
  assert.match(
    wordsOn(html),
    /Welcome, Ada Bright.*Whoever looks after this service invites you.*Administrator/,
  );
  const begun = await fetch(new URL(new URL(document.link).pathname, address), {
    method: 'POST',
    redirect: 'manual',
    headers: {
      cookie: welcome.headers
        .getSetCookie()
        .map((line) => line.split(';', 1)[0])
        .join('; '),
    },
    body: new URLSearchParams({ csrf: /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '' }),
  });
  assert.match(begun.headers.get('location') ?? '', /\/enrol/, 'she chooses how she signs in');

  const second = await invite('eve@larkmere.example', '--name', 'Eve Doubt');
  assert.equal(second.code, 1);
  assert.match(second.err, /This partnership has an administrator: Ada Bright\. Ask them/);
  const same = await invite('ada@larkmere.example', '--name', 'Ada', '--role', 'governance-lead');
  assert.match(same.err, /Somebody here has this e-mail address already/);
  const lead = await invite('iolo@larkmere.example', '--name', 'Iolo Lead', '--role', 'governance-lead');
  assert.match(lead.out, /Iolo Lead is invited as information governance lead/, lead.err);
  assert.match(wordsOn(await (await opened(linkIn(lead.out))).text()), /Welcome, Iolo Lead/);
});

test('what is asked of an invitation wrongly is said in words', async () => {
  const [nameless, otherRole, nobody] = await Promise.all([
    goldenthread(['invite', 'ada@larkmere.example']),
    goldenthread(['invite', 'ada@larkmere.example', '--name', 'Ada', '--role', 'practitioner']),
    goldenthread(['invite']),
  ]);
  assert.deepEqual([nameless.code, otherRole.code, nobody.code], [2, 2, 2]);
  assert.match(nameless.err, /Say what they are called/);
  assert.match(otherRole.err, /governance-lead/);
});

function wordsOn(html: string): string {
  return (new JSDOM(html).window.document.querySelector('main')?.textContent ?? '').replaceAll(/\s+/g, ' ');
}
