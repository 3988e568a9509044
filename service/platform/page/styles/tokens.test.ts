import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { contrast } from '../../kernel/colour.ts';

/** What is read, and what it stands on. */
const text: readonly (readonly [string, readonly string[]])[] = [
  ['ink', ['paper', 'card', 'thread-wash', 'danger-wash', 'better-wash']],
  ['quiet', ['paper', 'card', 'thread-wash', 'danger-wash', 'better-wash']],
  ['thread-text', ['paper', 'card', 'thread-wash']],
  ['link', ['paper', 'card', 'thread-wash', 'better-wash']],
  ['danger', ['paper', 'card', 'danger-wash']],
  ['better', ['paper', 'card']],
  ['worse', ['paper', 'card']],
  ['similar', ['paper', 'card']],
  ['judgement-free', ['paper', 'card']],
  ['action-ink', ['action']],
  ['on-brand', ['brand']],
  ['focus-ink', ['focus']],
];

/** What is seen but not read: lines, marks and the edges of controls. */
const marks: readonly (readonly [string, readonly string[]])[] = [
  ['thread', ['paper', 'card']],
  ['line-strong', ['paper', 'card']],
  ['action', ['paper', 'card']],
  ['better', ['paper', 'card']],
  ['worse', ['paper', 'card']],
];

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const [lightCss = '', darkCss = ''] = css.split('@media (prefers-color-scheme: dark)');
const light = tokensIn(lightCss);
const dark = new Map([...light, ...tokensIn(darkCss)]);

for (const [name, tokens] of [
  ['light', light],
  ['dark', dark],
] as const) {
  test(`words can be read in ${name}: at least 4.5 to 1`, () => {
    assert.deepEqual(tooFaint(tokens, text, 4.5), []);
  });
  test(`lines and marks can be seen in ${name}: at least 3 to 1`, () => {
    assert.deepEqual(tooFaint(tokens, marks, 3), []);
  });
}

test('the dark colours are other colours, and a faint pair would be found', () => {
  assert.notEqual(light.get('paper'), dark.get('paper'));
  const faint = new Map(light).set('quiet', '#c9c9c9');
  assert.equal(tooFaint(faint, [['quiet', ['paper']]], 4.5).length, 1);
});

type Tokens = ReadonlyMap<string, string>;

function tooFaint(tokens: Tokens, pairs: typeof text, least: number): string[] {
  return pairs.flatMap(([front, backs]) =>
    backs.flatMap((back) => {
      const ratio = contrast(colourOf(tokens, front), colourOf(tokens, back));
      return ratio < least ? [`--${front} on --${back}: ${ratio.toFixed(2)}`] : [];
    }),
  );
}

function colourOf(tokens: Tokens, name: string): string {
  const colour = tokens.get(name);
  assert.ok(colour, `--${name} is a colour written in full`);
  return colour;
}

function tokensIn(part: string): Map<string, string> {
  return new Map(
    [...part.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/gi)].map(([, name = '', colour = '']) => [
      name,
      colour,
    ]),
  );
}
