import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { render } from 'preact-render-to-string';
import type { SpineRow } from '../../series.ts';
import { spine, spineRows } from '../../test/examples/spine.ts';
import { only, show } from '../../test/page.tsx';
import { SpineChart } from './spine-chart.tsx';
import { spineScale } from './spine-layout.ts';

const place = { left: 100, right: 300 };

function rowOf(key: string): SpineRow {
  const found = spineRows.find((row) => row.key === key);
  assert.ok(found);
  return found;
}

test('the benchmark is the spine, and better is to the right whichever way the numbers run', () => {
  const high = spineScale(rowOf('gld'), place);
  const low = spineScale(rowOf('absence'), place);
  assert.equal(high?.(68.3), 200);
  assert.equal(low?.(18.7), 200);
  assert.ok((high?.(77.9) ?? 0) > 200);
  assert.ok((low?.(11.8) ?? 0) > 200);
  assert.ok((low?.(26.4) ?? 0) < 200);
});

test('where neither side is better, right is higher', () => {
  assert.ok((spineScale(rowOf('protection'), place)?.(104.6) ?? 0) > 200);
});

test('everything in a row stays on its spine, an own value outside the spread too', () => {
  const value = fc.double({ min: -1000, max: 1000, noNaN: true });
  const sorted = fc
    .array(value, { minLength: 6, maxLength: 6 })
    .map((values) => values.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(sorted, value, value, (spread, own, benchmark) => {
      const [minimum = 0, p5 = 0, p25 = 0, p75 = 0, p95 = 0, maximum = 0] = spread;
      const at = spineScale(
        {
          ...rowOf('gld'),
          own: { kind: 'number', number: own },
          lower: own,
          upper: own,
          benchmark: { kind: 'number', number: benchmark },
          spread: { minimum, p5, p25, p75, p95, maximum },
        },
        place,
      );
      assert.ok(at);
      assert.ok([...spread, own].map(at).every((x) => x >= 100 && x <= 300));
    }),
  );
});

test('a suppressed own value has its mark and word and no dot, and its limits do not move the scale', () => {
  const row = rowOf('custody');
  const drawing = only(
    show(<SpineChart {...spine} rows={[{ ...row, lower: 40, upper: 90 }]} />).document,
    'svg.chart-drawing--wide',
  );
  assert.equal(drawing.querySelectorAll('.chart-dot').length, 0);
  assert.equal(drawing.querySelectorAll('.chart-status--suppressed').length, 1);
  assert.equal(spineScale({ ...row, lower: 40, upper: 90 }, place)?.(2.7), spineScale(row, place)?.(2.7));
});

test('a measure without a spread says so instead of drawing one', () => {
  const html = render(<SpineChart {...spine} rows={[rowOf('adult')]} />);
  assert.match(html, /too few areas to show a spread/);
  assert.doesNotMatch(
    only(show(<SpineChart {...spine} rows={[rowOf('adult')]} />).document, 'svg.chart-drawing--wide')
      .innerHTML,
    /chart-spread/,
  );
});

test('each row names its own unit and period', () => {
  const { document } = show(<SpineChart {...spine} />);
  const text = only(document, 'svg.chart-drawing--compact').textContent ?? '';
  assert.match(text, /per 1,000 · 2022/);
  assert.equal(document.querySelectorAll('tbody tr').length, spineRows.length);
});
