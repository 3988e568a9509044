import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '#platform/kernel/day.ts';
import type { Actor } from '#platform/kernel/context.ts';
import type { MeasureCardWords } from '../../domain/report/measure-card.ts';
import type { StoryPart } from '../../domain/report/story.ts';
import { reportCard } from '../../queries/report/report-card.ts';
import { describeMeasure } from './describe-measure.ts';
import { tellStory } from './tell-story.ts';
import { ours, repeatPlans, reportGround, type ReportGround } from './testing.ts';

const of = { measure: repeatPlans, areaCode: ours };

async function tell(
  ground: ReportGround,
  who: Actor,
  given: { words: string; seen: number; part?: StoryPart },
) {
  return ground.as(who, (ctx) => tellStory(ctx, { ...of, part: 'behind-the-line', ...given }));
}

async function cardNow(ground: ReportGround) {
  return ground.act('read', (ctx) => reportCard(ctx, of));
}

test('each text of the story is written, changed and emptied by itself, with who and when', async (t) => {
  const ground = await reportGround(t);
  const priya = await ground.person('Priya Rama', 'Manager', 'manager');
  assert.ok((await tell(ground, priya, { words: 'Two schools closed.', seen: 0 })).done);
  assert.ok((await tell(ground, priya, { words: 'A visit in week one.', seen: 0, part: 'what-works' })).done);
  const { story } = await cardNow(ground);
  assert.deepEqual(story['behind-the-line'], {
    part: 'behind-the-line',
    words: 'Two schools closed.',
    version: 1,
    changedBy: 'Priya Rama',
    changedOn: '2026-09-03',
  });
  assert.equal(story['what-works']?.words, 'A visit in week one.');
  assert.equal(story.partners, undefined);
  assert.ok((await tell(ground, priya, { words: '', seen: 1 })).done);
  assert.equal((await cardNow(ground)).story['behind-the-line']?.version, 2);
  assert.deepEqual(ground.facts.at(-1), {
    type: 'indicators.story-told',
    subject: { kind: 'measure', id: repeatPlans },
    details: { area: ours, part: 'behind-the-line' },
  });
});

test('of two people who write one text at once one is told what the other wrote, and nothing is lost', async (t) => {
  const ground = await reportGround(t);
  const priya = await ground.person('Priya Rama', 'Manager', 'manager');
  const owen = await ground.person('Owen Tregarth', 'Analyst', 'analyst');
  const both = await Promise.all([
    tell(ground, priya, { words: 'Said by Priya', seen: 0 }),
    tell(ground, owen, { words: 'Said by Owen', seen: 0 }),
  ]);
  assert.deepEqual(both.map(({ done }) => done).toSorted(), [false, true]);
  const lost = both.find(({ done }) => !done);
  assert.ok(lost && !lost.done && lost.refusal.reason === 'changed-meanwhile');
  const stands = (await cardNow(ground)).story['behind-the-line'];
  assert.deepEqual(lost.refusal.theirs, stands);
  assert.ok((await tell(ground, owen, { words: 'Said by both', seen: 1 })).done);
});

const words: MeasureCardWords = {
  concerns: 'performance',
  asks: 'better-off',
  betterOff: ['skills', 'circumstances'],
  levels: ['individuals', 'groups'],
  owner: 'Early help board',
  nextOn: dayOf(2026, 11, 30),
};

test('B12 B13 B14 what a measure is is kept: of whom, what it asks, in what way and for whom it shows a difference', async (t) => {
  const ground = await reportGround(t);
  const owen = await ground.person('Owen Tregarth', 'Analyst', 'analyst');
  const describe = (given: { seen: number; words?: MeasureCardWords; measure?: string }) =>
    ground.as(owen, (ctx) => describeMeasure(ctx, { measure: repeatPlans, words, ...given }));
  assert.ok((await describe({ seen: 0 })).done);
  const { card } = await cardNow(ground);
  assert.deepEqual(card, {
    ...words,
    version: 1,
    changedBy: 'Owen Tregarth',
    changedOn: '2026-09-03',
  });
  const late = await describe({ seen: 0 });
  assert.ok(!late.done && late.refusal.reason === 'changed-meanwhile');
  assert.deepEqual(late.refusal.theirs, card);
  const wrong = await describe({ seen: 1, words: { ...words, asks: 'how-much' } });
  assert.ok(!wrong.done && wrong.refusal.reason === 'does-not-go-together');
  const unknown = await describe({ seen: 0, measure: 'lait:Nonsense' });
  assert.equal(unknown.done ? 'done' : unknown.refusal.reason, 'no-such-measure');
  assert.equal(ground.facts.at(-1)?.type, 'indicators.measure-described');
});
