import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawPng } from './png.ts';

function svg(words: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" width="100" height="50" font-family="Roboto"><rect width="100" height="50" fill="#ffffff"/><text x="4" y="30" font-size="20" fill="#000000">${words}</text></svg>`;
}

async function drawn(words: string, width = 200): Promise<Buffer> {
  const made = await drawPng({ svg: svg(words), width, height: width / 2 });
  assert.ok(made.done);
  return Buffer.from(made.value);
}

test('a drawing becomes a picture of the width asked for, with its text drawn', async () => {
  const png = await drawn('Words', 640);
  assert.deepEqual([...png.subarray(0, 8)], [137, 80, 78, 71, 13, 10, 26, 10]);
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [640, 320]);
  assert.notDeepEqual(png, await drawn('', 640), 'a font was found: words leave marks');
});

test('the service goes on answering others while pictures are drawn', async () => {
  let turns = 0;
  let going = true;
  const turn = (): void => {
    turns += 1;
    if (going) setImmediate(turn);
  };
  setImmediate(turn);
  await Promise.all(Array.from({ length: 8 }, (_, at) => drawn(`Busy ${at}`, 2400)));
  going = false;
  // drawn by the thread that answers, each picture would hold it for one turn
  assert.ok(turns > 8 * 20, `${turns} turns`);
});

test('a picture too large to draw, and a queue too long, are refused', async () => {
  assert.deepEqual(await drawPng({ svg: svg('Large'), width: 5000, height: 2500 }), {
    done: false,
    refusal: { reason: 'too-large', mostPixels: 12_000_000 },
  });
  const asked = Array.from({ length: 40 }, (_, at) =>
    drawPng({ svg: svg(`Queue ${at}`), width: 100, height: 50 }),
  );
  const came = await Promise.all(asked);
  assert.ok(came.some((one) => one.done));
  assert.ok(came.some((one) => !one.done && one.refusal.reason === 'too-many-wait'));
});

test('a drawing that cannot be read fails alone, and the next one is drawn', async () => {
  await assert.rejects(drawPng({ svg: 'no drawing', width: 10, height: 10 }), /could not be drawn/);
  assert.ok((await drawn('After')).length > 100);
});
