import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'preact-render-to-string';
import { Button, ErrorSummary, Hint, Input, Table, Textarea } from '../index.ts';

const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>';

test('words are escaped wherever they are shown, in text, values and attributes', () => {
  const shown = [
    <Hint text={hostile} />,
    <Hint>{hostile}</Hint>,
    <Input name="n" label={{ text: hostile }} value={hostile} errorMessage={{ text: hostile }} />,
    <Textarea name={hostile} label={{ text: 'l' }} value={`</textarea>${hostile}`} />,
    <Table rows={[[{ text: hostile, attributes: { 'data-x': hostile } }]]} />,
    <ErrorSummary titleText={hostile} errorList={[{ text: hostile, href: hostile }]} />,
    <Button text={hostile} id={hostile} classes={hostile} />,
  ];
  for (const each of shown) {
    const html = renderToStaticMarkup(each);
    assert.ok(html.includes('&lt;script>'), html);
    assert.ok(!/<script|<img/.test(html), html);
  }
});

test('a string given where markup belongs is shown as words, and the compiler refuses it', () => {
  // @ts-expect-error a string of HTML is not markup
  const html = renderToStaticMarkup(<Hint html="<b>bold</b>" />);
  assert.ok(html.includes('&lt;b>bold&lt;/b>'), html);
});

test('further attributes cannot smuggle markup past the escaping', () => {
  for (const name of ['dangerouslySetInnerHTML', 'children', 'key', 'ref'])
    assert.throws(
      () => renderToStaticMarkup(<Hint text="words" attributes={{ [name]: '<b>' }} />),
      TypeError,
      name,
    );
  const bad = renderToStaticMarkup(<Hint text="words" attributes={{ 'a="b" onload': 'x' }} />);
  assert.ok(!bad.includes('onload'), bad);
});

test('no file of the package writes HTML that was not escaped', () => {
  const folder = new URL('../components/', import.meta.url);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.tsx'),
  );
  assert.ok(paths.length > 25);
  for (const path of paths) {
    const source = readFileSync(new URL(path, folder), 'utf8');
    assert.ok(!/dangerouslySetInnerHTML|__html|jsxTemplate|\btpl\b/.test(source), path);
  }
});
