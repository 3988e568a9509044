import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { HtmlValidate } from 'html-validate';
import { formatNumber, toCsv } from '../index.ts';
import { everyChart } from './every-chart.tsx';
import { only, show, tableWords } from './page.tsx';

for (const { name, finding, unit, chart, table } of everyChart) {
  const { html, document } = show(chart);

  test(`${name}: the figure is named by its finding, and every drawing has a role, a title and a description`, () => {
    const figure = only(document, 'figure');
    assert.equal(document.getElementById(figure.getAttribute('aria-labelledby') ?? '')?.textContent, finding);
    const drawings = [...document.querySelectorAll('svg:not([aria-hidden])')];
    assert.ok(drawings.length >= 2);
    for (const drawing of drawings) {
      assert.equal(drawing.getAttribute('role'), 'img');
      const [title, description] = ['aria-labelledby', 'aria-describedby'].map((attribute) =>
        document.getElementById(drawing.getAttribute(attribute) ?? ''),
      );
      assert.equal(title?.localName, 'title');
      assert.ok(title?.textContent);
      assert.equal(description?.localName, 'desc');
      assert.ok(description?.textContent);
      assert.match(drawing.getAttribute('viewBox') ?? '', /^0 0 \d+ \d+$/);
    }
  });

  test(`${name}: the page shows every cell of its table, with a caption, scopes and units in the head`, () => {
    const shown = tableWords(document);
    const heads = table.columns.map((column) => column.head);
    const rows = table.rows.map((row) =>
      row.map((cell) =>
        cell.kind === 'number'
          ? formatNumber(cell.number, cell.decimals)
          : cell.kind === 'text'
            ? cell.text
            : '',
      ),
    );
    assert.deepEqual(shown, [heads, ...rows]);
    assert.equal(only(document, 'caption').textContent, table.caption);
    assert.equal(document.querySelectorAll('thead th[scope=col]').length, heads.length);
    assert.equal(document.querySelectorAll('tbody th[scope=row]').length, table.rows.length * table.rowHeads);
    if (unit !== undefined) assert.ok(heads.some((head) => head.includes(`(${unit})`)));
  });

  test(`${name}: the CSV is the same table, and its link stands under the chart`, () => {
    const rows: string[][] = parse(toCsv(table));
    const plain = tableWords(document).map((row) =>
      row.map((cell) => cell.replaceAll(',', '').replace(/^−/, '-')),
    );
    assert.deepEqual(
      rows.map((row) => row.map((cell) => cell.replaceAll(',', ''))),
      plain,
    );
    assert.equal(only(document, 'a[href="/measures/example.csv"]').textContent?.includes(finding), true);
  });

  test(`${name}: nothing in it needs a policy weaker than the strictest`, () => {
    assert.doesNotMatch(html, /\sstyle=|<style|<script|\son[a-z]+=|javascript:/);
  });

  test(`${name}: no id stands twice, and the HTML is valid`, async () => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    assert.equal(new Set(ids).size, ids.length);
    const rules = {
      'no-inline-style': 'error',
      'svg-focusable': 'off',
      'prefer-native-element': 'off',
    } as const;
    const report = await new HtmlValidate({ extends: ['html-validate:standard'], rules }).validateString(
      html,
    );
    const messages = report.results.flatMap((result) =>
      result.messages.map((each) => `${each.ruleId}: ${each.message}`),
    );
    assert.deepEqual(messages, []);
  });

  test(`${name}: no coordinate is missing, wrong or finer than can be seen`, () => {
    const places = [...document.querySelectorAll('svg *')].flatMap((mark) =>
      ['x', 'y', 'd', 'cx', 'cy', 'transform'].map((each) => mark.getAttribute(each) ?? ''),
    );
    assert.doesNotMatch(places.join(' '), /\.\d\d/);
    assert.doesNotMatch(html, /NaN|Infinity|undefined|\[object/);
  });
}
