import { JSDOM } from 'jsdom';
import type { ComponentChild } from 'preact';
import { render } from 'preact-render-to-string';

/** What a chart is as HTML, and as the document that a reader's program makes of it. */
export function show(chart: ComponentChild & object): { html: string; document: Document } {
  const html = render(<main>{chart}</main>);
  return {
    html,
    document: new JSDOM(`<!doctype html><html lang="en"><body>${html}</body></html>`).window.document,
  };
}

/** The one element that the selector finds. */
export function only(within: ParentNode, selector: string): Element {
  const [found, ...more] = within.querySelectorAll(selector);
  if (found === undefined || more.length > 0)
    throw new Error(`${more.length + (found ? 1 : 0)} of ${selector}`);
  return found;
}

/** The words of every cell of the table, head first. */
export function tableWords(document: Document): readonly (readonly string[])[] {
  return [...document.querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent ?? ''),
  );
}
