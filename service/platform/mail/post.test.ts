import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { fakePost } from './fake-post.ts';
import { filePost, postedFiles } from './file-post.ts';
import type { ReadyLetter } from './letter.ts';
import { noPost, PostFault, type Post } from './post.ts';
import { readLetter } from './read-letter.ts';
import { smtpPost } from './smtp-post.ts';

const letter: ReadyLetter = {
  messageId: '<0190aaaa-0000-7000-8000-000000000001@strategy.example>',
  to: 'someone@lantern.example',
  from: { name: 'Brackenshire – Wśród “partners”', address: 'figures@strategy.example' },
  subject: 'Figures for July to September 2026, Małgorzata & co: ½ a minute of your time',
  parts: [
    { kind: 'words', text: 'Dear partner, <b>this</b> is “how it stands”.' },
    { kind: 'list', items: ['Asked what they want', 'Nights of sleep & song'] },
    {
      kind: 'link',
      text: 'Give the figures',
      href: `https://strategy.example/link/${'aB3_-'.repeat(9)}?a=1&b=2`,
    },
    { kind: 'code', text: '402 117' },
  ],
  writtenAt: new Date('2026-10-01T06:00:00Z'),
};

type Carrier = { post: Post; arrived: () => Promise<readonly Buffer[]> };

async function smtp(t: TestContext): Promise<Carrier & { server: SMTPServer; port: number }> {
  const arrived: Buffer[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(address, _session, next) {
      if (address.address.startsWith('nobody@')) {
        next(Object.assign(new Error('no such person as nobody@lantern.example'), { responseCode: 550 }));
      } else if (address.address.startsWith('later@')) {
        next(Object.assign(new Error('try later'), { responseCode: 451 }));
      } else next();
    },
    onData(stream, _session, next) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        arrived.push(Buffer.concat(chunks));
        next();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  t.after(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const bound = server.server.address();
  assert.ok(bound && typeof bound === 'object');
  const { port } = bound;
  return { post: smtpPost(`smtp://127.0.0.1:${port}`), arrived: async () => arrived, server, port };
}

async function folder(t: TestContext): Promise<Carrier & { place: string }> {
  const place = await mkdtemp(join(tmpdir(), 'golden-thread-post-'));
  t.after(() => rm(place, { recursive: true, force: true }));
  return { post: filePost(place), arrived: () => postedFiles(place, 10), place };
}

function fake(): Carrier {
  const post = fakePost();
  return { post, arrived: async () => post.bytes };
}

const carriers = { 'a mail server': smtp, 'a folder': folder, 'a fake': async () => fake() } as const;

for (const [name, open] of Object.entries(carriers))
  test(`${name} carries a letter whole: words of any language, list, link, code; and can be looked at`, async (t) => {
    const { post, arrived } = await open(t);
    assert.equal((await post.look()).ready, true);
    await post.carry(letter);
    const [bytes, ...more] = await arrived();
    assert.ok(bytes && more.length === 0);
    const read = readLetter(bytes);
    assert.equal(read.to, letter.to);
    assert.equal(read.subject, letter.subject);
    assert.match(read.from, /figures@strategy\.example/);
    assert.match(read.from, /Wśród/);
    assert.equal(read.messageId, letter.messageId);
    assert.equal(read.sentAt.toISOString(), letter.writtenAt.toISOString());
    assert.equal(
      read.text,
      [
        'Dear partner, <b>this</b> is “how it stands”.',
        '- Asked what they want\n- Nights of sleep & song',
        `Give the figures:\nhttps://strategy.example/link/${'aB3_-'.repeat(9)}?a=1&b=2`,
        '    402 117',
      ].join('\n\n'),
    );
    const raw = bytes.toString('latin1');
    assert.match(raw, /Auto-Submitted: auto-generated/i);
    assert.match(raw, /&lt;b&gt;this/, 'words of a person are no markup');
    assert.doesNotMatch(raw, /<img|http-equiv/i, 'nothing tells that it was opened');
  });

for (const [name, open] of Object.entries(carriers))
  test(`${name} makes no second head of what somebody typed into a subject or an address`, async (t) => {
    const { post, arrived } = await open(t);
    await post.carry({ ...letter, subject: 'Figures\r\nBcc: all@elsewhere.example' });
    const [bytes] = await arrived();
    assert.ok(bytes);
    const [heads = ''] = bytes.toString('latin1').split('\r\n\r\n');
    assert.doesNotMatch(heads, /^Bcc:/im);
  });

test('a letter that is carried twice lies once in the folder, and only its owner may read it', async (t) => {
  const { post, arrived, place } = await folder(t);
  await post.carry(letter);
  await post.carry(letter);
  assert.equal((await arrived()).length, 1);
  const [name = ''] = await readdir(place);
  assert.equal((await readFile(join(place, name))).equals((await arrived())[0] ?? Buffer.of()), true);
});

test('what a mail server refuses is told by a code of ours, never in its own words', async (t) => {
  const { post } = await smtp(t);
  const meets = async (to: string) =>
    post.carry({ ...letter, to }).then(
      () => assert.fail('it was taken'),
      (fault: unknown) => (fault instanceof PostFault ? fault : assert.fail(String(fault))),
    );
  const refused = await meets('nobody@lantern.example');
  assert.deepEqual([refused.code, refused.isForGood], ['address-refused', true]);
  assert.doesNotMatch(`${refused.message}${refused.stack ?? ''}`, /lantern/);
  const later = await meets('later@lantern.example');
  assert.deepEqual([later.code, later.isForGood], ['put-off', false]);
});

test('a mail server that is not there is unreachable; one elsewhere that cannot speak in private gets nothing', async (t) => {
  const { server, port } = await smtp(t);
  // an address that is not loopback to our eyes, and is this machine all the same
  const elsewhere = smtpPost(`smtp://[::ffff:127.0.0.1]:${port}`);
  await assert.rejects(elsewhere.carry(letter), { code: 'not-let-in' });
  await new Promise<void>((resolve) => server.close(() => resolve()));
  const gone = smtpPost(`smtp://127.0.0.1:${port}`);
  await assert.rejects(gone.carry(letter), { code: 'unreachable' });
  const look = await gone.look();
  assert.equal(look.ready, false);
  assert.match(look.says, /does not answer/);
});

test('where no post is set up, nothing leaves and it is said', async () => {
  await assert.rejects(noPost().carry(letter), { code: 'not-set-up' });
  assert.equal((await noPost().look()).ready, false);
});
