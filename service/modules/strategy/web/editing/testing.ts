import assert from 'node:assert/strict';
import type { TestPage } from '#platform/http/testing.ts';

/** What holds of every page, whatever is on it: one heading at the top, names on all fields, ways to what is wrong. */
export function assertSound(page: TestPage): void {
  const { document } = page;
  assert.equal(document.querySelectorAll('h1').length, 1, 'one h1');
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  assert.deepEqual(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    [],
    'no id stands twice',
  );
  const levels = [...document.querySelectorAll('main :is(h1, h2, h3, h4)')].map(({ tagName }) =>
    Number(tagName[1]),
  );
  levels.reduce((before, level) => {
    assert.ok(level <= before + 1 || before === 2, `headings in order: ${levels.join(' ')}`);
    return level;
  }, 1);
  for (const field of document.querySelectorAll('main :is(input:not([type=hidden]), select, textarea)'))
    assert.ok(nameOf(document, field), `a name on ${field.outerHTML.slice(0, 120)}`);
  for (const button of document.querySelectorAll('main button'))
    assert.ok(button.textContent.trim(), 'words on a button');
  const summary = document.querySelector('.govuk-error-summary');
  assert.equal(
    document.title.startsWith('Error: '),
    summary !== null,
    'the title says so where something is wrong',
  );
  assert.equal(page.status, summary ? 422 : 200);
  for (const link of summary?.querySelectorAll('a') ?? []) {
    const target = link.getAttribute('href')?.slice(1) ?? '';
    assert.ok(
      document.getElementById(target),
      `“${link.textContent}” leads to #${target}, which is not there`,
    );
  }
  for (const form of document.querySelectorAll('form[method=post]'))
    assert.ok(form.querySelector('input[name=csrf]'), 'every form that posts holds its token');
  assert.equal(document.querySelectorAll('main script, [style], [onclick]').length, 0);
}

function nameOf(document: Document, field: Element): string {
  const label = field.id && document.querySelector(`label[for="${field.id}"]`);
  const around = field.closest('label');
  return (
    field.getAttribute('aria-label') ??
    (label ? label.textContent : undefined) ??
    around?.textContent ??
    ''
  ).trim();
}

/** The answers that stand in the form that posts to a path, as a browser would send them. */
export function answersIn(page: TestPage, path: string): Record<string, string[]> {
  const form = [...page.document.querySelectorAll('form')].find(
    (one) =>
      one.getAttribute('action') === path &&
      one.method === 'post' &&
      one.querySelector('[name=act][value=remove]') === null,
  );
  assert.ok(form, `no form posts to ${path}`);
  const answers: Record<string, string[]> = {};
  const add = (name: string, value: string) => (answers[name] ??= []).push(value);
  for (const input of form.querySelectorAll('input'))
    if (input.name !== 'csrf' && (!/radio|checkbox/.test(input.type) || input.checked))
      add(input.name, input.value);
  for (const box of form.querySelectorAll('textarea')) add(box.name, box.value);
  for (const select of form.querySelectorAll('select')) add(select.name, select.value);
  return answers;
}

/** The words of the error summary, line by line. */
export function wrongOn(page: TestPage): string[] {
  return [...page.document.querySelectorAll('.govuk-error-summary a')].map((link) => link.textContent);
}
