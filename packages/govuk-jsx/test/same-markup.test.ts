import assert from 'node:assert/strict';
import { test } from 'node:test';
import { treesOf } from './same-markup.ts';

const same: readonly (readonly [string, string])[] = [
  ['<p>one</p>', '<p>\n  one\n</p>'],
  ['<p>a <b>c</b></p>', '<p> a\n<b> c </b> </p>'],
  ['<ul><li>a</li><li>b</li></ul>', '<ul>\n <li>a</li>\n <li>b</li>\n</ul>'],
  ['<p class="a b" id="x">t</p>', '<p id="x" class=" b  a">t</p>'],
  ['<a>x<span> y</span></a>', '<a>x <span>y</span></a>'],
];

const different: readonly (readonly [string, string])[] = [
  ['<p>one two</p>', '<p>onetwo</p>'],
  ['<p><b>a</b> <b>c</b></p>', '<p><b>a</b><b>c</b></p>'],
  ['<p>a<b> c</b></p>', '<p>a<b>c</b></p>'],
  ['<p id="x">t</p>', '<p id="y">t</p>'],
  ['<p hidden>t</p>', '<p>t</p>'],
  ['<p>t</p>', '<div>t</div>'],
  ['<textarea> a</textarea>', '<textarea>a</textarea>'],
  ['<p>a</p><p>b</p>', '<p>b</p><p>a</p>'],
];

test('white space that no browser shows makes no difference between two trees', () => {
  for (const [one, other] of same) assert.deepEqual(treesOf(one), treesOf(other));
});

test('what a reader, a browser or a script could notice makes two trees differ', () => {
  for (const [one, other] of different) assert.notDeepEqual(treesOf(one), treesOf(other));
});
