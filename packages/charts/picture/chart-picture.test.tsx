import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { JSDOM } from 'jsdom';
import { render } from 'preact-render-to-string';
import { everyChart } from '../test/every-chart.tsx';
import { chartPicture } from './chart-picture.ts';
import { pictureStyles } from './picture-styles.ts';

const css = readFileSync(new URL('../styles/charts.css', import.meta.url), 'utf8');
const styles = pictureStyles(css, { '--chart-ground': '#ffffff' });
const foot = ['Source: an invented office & its <tables>', 'Open Government Licence v3.0'];

function drawn(html: string, width = 1200) {
  const picture = chartPicture(html, { styles, width, foot });
  assert.ok(picture);
  const read = new JSDOM(picture.svg, { contentType: 'image/svg+xml' }).window.document;
  return { ...picture, document: read };
}

function wordsIn(parent: ParentNode): string[] {
  return [...parent.querySelectorAll('text')].map(({ textContent }) => textContent?.trim() ?? '').toSorted();
}

for (const { name, finding, chart } of everyChart) {
  test(`${name} becomes a picture that needs nothing beside itself and says what the figure says`, () => {
    const html = render(chart);
    const { document, svg, title, width, height } = drawn(html);
    assert.equal(title, finding);
    assert.equal(document.querySelector('title')?.textContent, finding);
    assert.equal(width, 1200);
    assert.ok(height > 100);
    assert.doesNotMatch(svg, /currentColor|var\(|class=|style=|href=|<script|<style|color-mix|NaN|undefined/);
    const page = new JSDOM(html).window.document;
    const figure = page.querySelector('.chart-drawing--wide') ?? page.body;
    const inPicture = new Set(wordsIn(document));
    for (const words of wordsIn(figure)) assert.ok(inPicture.has(words), `“${words}” is in the picture`);
    const allWords = [...inPicture].join(' ');
    for (const note of page.querySelectorAll('.chart-note'))
      for (const word of (note.textContent ?? '').trim().split(/\s+/))
        assert.ok(allWords.includes(word), word);
    for (const shape of document.querySelectorAll('[fill^="url("]'))
      assert.ok(
        document.querySelector(`[id="${shape.getAttribute('fill')?.slice(5, -1)}"]`),
        'its pattern is there',
      );
    for (const line of foot) assert.ok(inPicture.has(line), line);
  });
}

test('colours are those of the style sheet, worked out, and the golden thread is golden', () => {
  const [first] = everyChart;
  assert.ok(first);
  const { document } = drawn(render(first.chart));
  const colours = new Set(
    [...document.querySelectorAll('[fill], [stroke]')].flatMap((each) => [
      each.getAttribute('fill'),
      each.getAttribute('stroke'),
    ]),
  );
  for (const colour of ['#b98400', '#1b2338', '#525b70']) assert.ok(colours.has(colour), colour);
  for (const colour of colours) assert.match(colour ?? 'none', /^(none|#[\da-f]{6})$/);
});

test('a style sheet is read without what stands behind a condition, and later rules win', () => {
  const found = pictureStyles(
    '.a, .b:hover, p { color: var(--ink, #111111); stroke-width: 4px } @media print { .a { color: #222222 } } .a { color: color-mix(in srgb, var(--x, #000000) 25%, #ffffff); margin: 0 } .b { stroke: color-mix(in srgb, var(--x, #000000) 40%, transparent) }',
  );
  assert.deepEqual(
    found.map(({ className, says }) => [className, Object.fromEntries(says)]),
    [
      ['a', { color: '#111111', 'stroke-width': '4' }],
      ['a', { color: '#bfbfbf' }],
      ['b', { 'stroke-opacity': '0.4', stroke: '#000000' }],
    ],
  );
});

test('markup without a chart is no picture, and a width that is none is refused', () => {
  assert.equal(chartPicture('<p>Nothing</p>', { styles, width: 600, foot: [] }), undefined);
  assert.throws(() => chartPicture('<p>Nothing</p>', { styles, width: 0.5, foot: [] }), RangeError);
});
