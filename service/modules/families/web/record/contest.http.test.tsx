import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JSDOM } from 'jsdom';
import { dayOf } from '#platform/kernel/day.ts';
import { beginStanding } from '../../actions/standing/begin-standing.ts';
import { answerForReader } from '../../actions/record/answer-for-reader.ts';
import { writeEntry } from '../../actions/record/write-entry.ts';
import { familyPlaces } from '../places.ts';
import { house } from '../testing/house.ts';
import { contestsWait } from './waiting.ts';

const seen = (text: string) =>
  new JSDOM(text).window.document.querySelector('main')?.textContent?.replaceAll(/\s+/g, ' ') ?? '';

test('R51: a parent says what is not right and reads by when, that it is late, and what a person answered', async (t) => {
  const { families, come } = await house(t);
  const childId = await families.child();
  const personId = families.person('parent');
  await families.as('lead', async (ctx) => {
    const words = { personId, kind: 'parent' as const, because: 'Mum.', until: undefined };
    await beginStanding(ctx, { childId, words: { ...words, isShownToFamily: true } });
  });
  const entry = await families.as('lead', (ctx) =>
    writeEntry(ctx, {
      childId,
      words: {
        ...{ kind: 'worry', body: 'Nobody was at home.', whoseWords: 'A neighbour', source: 'at the door' },
        ...{ saidOn: dayOf(2026, 11, 20), confidence: 'known', wouldHelp: '', reviewOn: undefined },
        ...{ aboutPersonId: undefined, seenBy: 'around' },
      },
    }),
  );
  assert.ok(entry.done);
  const entryId = entry.value;
  await families.as('lead', (ctx) =>
    answerForReader(ctx, { childId, entryId, personId, mayRead: true, why: 'Safe.' }),
  );
  let parent = await come('parent');
  const sent = await parent('POST', familyPlaces.contest(childId), {
    entry: entryId,
    account: 'I was in the garden.',
  });
  assert.equal(sent.status, 303);
  assert.match(seen((await parent('GET', familyPlaces.own)).text), /Somebody answers by 21 December 2026\./);

  families.at('2026-12-22T09:00:00Z');
  [parent] = [await come('parent')];
  const late = seen((await parent('GET', familyPlaces.own)).text);
  assert.match(late, /Late An answer was due by 21 December 2026\. We are sorry\. .*complain about it/);
  const [waiting] = await families.as('lead', contestsWait);
  assert.deepEqual([waiting?.title, waiting?.due], ['An answer is late', '2026-12-21']);
  assert.match(waiting?.words ?? '', /^A parent or carer said .*due by 21 December 2026/);
  assert.doesNotMatch(JSON.stringify(waiting), /Wren|Testerley|parent@|Ash parent/);

  const lead = await come('lead');
  const place = waiting?.link ?? '';
  assert.match(seen((await lead('GET', familyPlaces.one(childId))).text), /Whoever said this still waits\./);
  assert.match(seen((await lead('GET', place)).text), /I was in the garden\..*20 working days/);
  const wrong = await lead('POST', place, { finding: '', words: 'Kept as it was typed.' });
  assert.equal(wrong.status, 422);
  const again = new JSDOM(wrong.text).window.document;
  assert.match(again.title, /^Error: /);
  assert.equal(again.querySelector('textarea')?.textContent, 'Kept as it was typed.');
  const right = { finding: 'put-right', words: 'You are right, and we have changed it.' };
  assert.equal((await lead('POST', place, right)).status, 303);
  const twice = await lead('POST', place, right);
  assert.equal(twice.status, 422);
  assert.match(seen(twice.text), /Ash lead has answered it meanwhile/);
  const own = seen((await parent('GET', familyPlaces.own)).text);
  assert.match(
    own,
    /It was put right\. ?You are right, and we have changed it\. ?Answered by Ash lead on 22 December/,
  );
  for (const key of ['parent', 'stranger', 'supervisor', 'manager']) {
    const other = await come(key);
    for (const method of ['GET', 'POST'] as const) {
      const { status } = await other(method, place, method === 'POST' ? right : undefined);
      assert.ok([403, 404].includes(status), `${key} ${method} ${status}`);
    }
  }
});
