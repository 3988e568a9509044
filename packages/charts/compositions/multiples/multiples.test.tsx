import assert from 'node:assert/strict';
import { test } from 'node:test';
import { districts } from '../../test/examples/panels.ts';
import { only, show, tableWords } from '../../test/page.tsx';
import { panelSize } from './panel-picture.tsx';
import { SmallMultiples } from './small-multiples.tsx';

test('text in a panel is at least 12 px high where two stand beside each other at 320 px', () => {
  assert.ok((panelSize.fontSize * ((290 - 12) / 2)) / panelSize.width >= 12);
});

test('all panels share one scale of values and one of time', () => {
  const { document } = show(<SmallMultiples {...districts} />);
  const axes = [...document.querySelectorAll('.chart-panel')].map((panel) =>
    [...panel.querySelectorAll('.chart-grid')].map((line) => line.getAttribute('d')).join(),
  );
  assert.equal(axes.length, 6);
  assert.equal(new Set(axes).size, 1);
  const benchmarks = [...document.querySelectorAll('.chart-panel .chart-line--benchmark path')];
  assert.equal(new Set(benchmarks.map((path) => path.getAttribute('d'))).size, 1);
});

test('each panel is named, and says its first and latest value', () => {
  const { document } = show(<SmallMultiples {...districts} />);
  const [first] = document.querySelectorAll('.chart-panel svg');
  assert.ok(first);
  assert.equal(only(first, 'title').textContent, 'Port Merrin');
  assert.match(
    only(first, 'desc').textContent ?? '',
    /Port Merrin: from 22.0% \(2018-19\) to 36.1% \(2024-25\)\./,
  );
});

test('R72: a break in one panel is left open, said below and noted in its row', () => {
  const { document } = show(<SmallMultiples {...districts} />);
  const panel = document.querySelectorAll('.chart-panel')[4];
  assert.equal(panel?.querySelectorAll('.chart-line--own path').length, 2);
  assert.match(only(document, '.chart-notes').textContent ?? '', /Great Harrowby: Break before 2022-23/);
  const row = tableWords(document).find((cells) => cells[0] === 'Great Harrowby' && cells[1] === '2022-23');
  assert.match(row?.at(-1) ?? '', /two districts became one/);
});

test('R72: a break that all panels have is said once, without their names', () => {
  const broken = districts.panels[4];
  assert.ok(broken);
  const panels = ['Here', 'There'].map((name) => ({ ...broken, name }));
  const notes = only(show(<SmallMultiples {...districts} panels={panels} />).document, '.chart-notes');
  assert.equal(notes.textContent?.match(/Break before 2022-23/g)?.length, 1);
  assert.doesNotMatch(notes.textContent ?? '', /Here|There/);
});

test('a panel without a number shows its marks and no line of its own', () => {
  const panel = show(<SmallMultiples {...districts} />).document.querySelectorAll('.chart-panel')[5];
  assert.equal(panel?.querySelectorAll('.chart-status').length, 7);
  assert.equal(panel?.querySelectorAll('.chart-line--own path, .chart-thread').length, 0);
});
