import type { Page } from 'playwright-core';

/** How a page is marked up, as assistive technology reads it. */
export type Marks = {
  title: string;
  language: string;
  headings: readonly { level: number; words: string }[];
  /** styles, scripts and handlers written into the page instead of standing in files of their own */
  inline: readonly string[];
  /** names that two fields of one form share though a person fills in each by itself */
  sameNames: readonly string[];
  /** links to a place on this page that is not there */
  deadEnds: readonly string[];
};

export function marksOf(page: Page): Promise<Marks> {
  return page.evaluate(() => {
    const words = (element: Element) => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
    const handlers = [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes]
        .filter(({ name }) => name.startsWith('on') || name === 'style')
        .map(({ name }) => `${element.tagName} ${name}`),
    );
    // a block of data is no script
    const blocks = [
      ...document.querySelectorAll('style, script:not([src], [type="application/ld+json"])'),
    ].map((element) => element.tagName);
    // boxes to tick that answer one question share its name
    const alone = 'input:not([type=hidden], [type=radio], [type=checkbox], [type=submit]), textarea, select';
    const sameNames = [...document.forms].flatMap((form) => {
      const names = [...form.querySelectorAll(alone)].map((field) => field.getAttribute('name') ?? '');
      return names.filter((name, at) => name !== '' && names.indexOf(name) < at);
    });
    return {
      title: document.title,
      language: document.documentElement.lang,
      headings: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
        // what is wrong is said before everything else, the first heading too
        .filter((heading) => !heading.closest('.govuk-error-summary'))
        .map((heading) => ({ level: Number(heading.tagName.slice(1)), words: words(heading) })),
      sameNames,
      inline: [...handlers, ...blocks],
      deadEnds: [...document.querySelectorAll('a[href^="#"]')]
        .map((link) => link.getAttribute('href') ?? '')
        .filter((href) => href !== '#' && !document.getElementById(decodeURIComponent(href.slice(1)))),
    };
  });
}
