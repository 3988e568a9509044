import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { JSDOM } from 'jsdom';
import nunjucks from 'nunjucks';
import type { JSX } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import { Template } from '../index.ts';
import { treeOfPage } from './same-markup.ts';
import { leftEmpty, templateExceptions } from './template-exceptions.ts';

const folder = fileURLToPath(new URL('dist/', import.meta.resolve('govuk-frontend/package.json')));
const official = new nunjucks.Environment(new nunjucks.FileSystemLoader(folder), { autoescape: true });

function officialPage(blocks: string, variables: Readonly<Record<string, unknown>>): JSDOM {
  return new JSDOM(official.renderString(`{% extends "govuk/template.njk" %}${blocks}`, variables));
}

function without(page: JSDOM, exceptions: readonly string[]): JSDOM {
  const { document } = page.window;
  for (const selector of exceptions) for (const found of document.querySelectorAll(selector)) found.remove();
  for (const wrapper of document.querySelectorAll('.govuk-template__header, .govuk-template__footer'))
    if (wrapper.textContent?.trim() === '' && wrapper.children.length === 0) wrapper.replaceChildren();
  for (const empty of document.querySelectorAll(leftEmpty)) empty.remove();
  return page;
}

function assertSame(ours: JSX.Element, theirs: JSDOM): void {
  assert.deepEqual(
    treeOfPage(`<!doctype html>${renderToStaticMarkup(ours)}`),
    treeOfPage(theirs.serialize()),
  );
}

const bare = '{% block pageTitle %}A plan{% endblock %}{% block content %}<h1>A plan</h1>{% endblock %}';

test('a bare page is the official template but for the named exceptions', () => {
  const theirs = without(officialPage(bare, {}), Object.values(templateExceptions));
  assertSame(
    <Template pageTitle="A plan">
      <h1>A plan</h1>
    </Template>,
    theirs,
  );
});

test('a page with everything given is the official template, inline script aside', () => {
  const blocks = `${bare}{% block head %}<link rel="stylesheet" href="/a.css">{% endblock %}
    {% block headIcons %}<link rel="icon" href="/i.svg">{% endblock %}
    {% block bodyStart %}<p>start</p>{% endblock %}{% block skipLink %}<a href="#x">Skip</a>{% endblock %}
    {% block govukHeader %}<p>ours</p>{% endblock %}{% block beforeContent %}<a href="/">Back</a>{% endblock %}
    {% block containerEnd %}<p>end</p>{% endblock %}{% block govukFooter %}<p>footer</p>{% endblock %}
    {% block bodyEnd %}<script src="/a.js"></script>{% endblock %}`;
  const named = {
    htmlLang: 'cy',
    htmlClasses: 'h',
    pageTitleLang: 'en',
    themeColor: '#123456',
    bodyClasses: 'b',
    bodyAttributes: { 'data-b': '1' },
    headerClasses: 'hc',
    headerAttributes: { 'data-h': '1' },
    containerClasses: 'c',
    containerAttributes: { 'data-c': '1' },
    mainClasses: 'm',
    mainLang: 'pl',
    mainAttributes: { 'data-m': '1' },
    footerClasses: 'f',
    footerAttributes: { 'data-f': '1' },
    opengraphImageUrl: 'https://example.org/p.png',
  };
  assertSame(
    <Template
      {...named}
      pageTitle="A plan"
      head={<link rel="stylesheet" href="/a.css" />}
      headIcons={<link rel="icon" href="/i.svg" />}
      bodyStart={<p>start</p>}
      skipLink={<a href="#x">Skip</a>}
      header={<p>ours</p>}
      beforeContent={<a href="/">Back</a>}
      containerEnd={<p>end</p>}
      footer={<p>footer</p>}
      bodyEnd={<script src="/a.js" />}
    >
      <h1>A plan</h1>
    </Template>,
    without(officialPage(blocks, named), ['body > script:not([src])']),
  );
});

test('every exception from the official template still finds what it leaves out', () => {
  for (const [reason, selector] of Object.entries(templateExceptions)) {
    const { document } = officialPage(bare, {}).window;
    assert.ok(document.querySelector(selector), `stale: ${reason}`);
  }
});

test('attributes of our own stand on the html element', () => {
  const html = renderToStaticMarkup(
    <Template pageTitle="t" htmlAttributes={{ dir: 'rtl', 'data-theme': 'dark' }} />,
  );
  assert.match(html, /^<html lang="en" class="govuk-template" dir="rtl" data-theme="dark">/);
});
