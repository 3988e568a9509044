import type { Explanation } from './explain-pair.ts';
import { escaped, page, scrolling } from './page.ts';
import { thresholdSection, type ThresholdRow } from './threshold-page.ts';
import { waterfallSection } from './waterfall-page.ts';

/** What a report of a whole job says. No value of a record is in it. */
export type Report = {
  readonly title: string;
  /** what it came to, one sentence each */
  readonly summary: readonly string[];
  /** what a person should know before trusting it */
  readonly warnings: readonly string[];
  readonly figures: readonly (readonly [name: string, value: string])[];
  readonly thresholds: readonly ThresholdRow[];
  /** pairs that show how it decided, each with what became of it */
  readonly examples: readonly {
    readonly title: string;
    readonly explanation: Explanation;
    /** what is to be said before the picture, such as why it is a brother and not the same child */
    readonly words: readonly string[];
  }[];
  /** how columns were taken, and what was learnt */
  readonly how: readonly string[];
};

/** A report as one file of HTML and SVG without scripts: what came out, how sure it is, and why some pairs were judged as they were. */
export function reportPage(report: Report): string {
  const { title, summary, warnings, figures, thresholds, examples, how } = report;
  const waterfalls = examples.map(
    ({ title: name, explanation, words }, at) =>
      `<h3>${escaped(name)}</h3>\n${words.map((each) => `<p>${escaped(each)}</p>\n`).join('')}${waterfallSection(explanation, { values: 'hidden', name: `pair-${at + 1}` })}`,
  );
  return page(
    title,
    [
      ...summary.map((each) => `<p>${escaped(each)}</p>`),
      figuresTable(figures),
      ...(warnings.length > 0 ? ['<h2>Before you trust it</h2>', list(warnings)] : []),
      '<h2>How sure should two records be to be joined?</h2>',
      thresholdSection(thresholds),
      ...(waterfalls.length > 0
        ? [
            '<h2>Some pairs, and why</h2>',
            '<p>What the records hold is left out here, so that this page names nobody.</p>',
            ...waterfalls,
          ]
        : []),
      '<h2>How it was done</h2>',
      list(how),
    ].join('\n'),
  );
}

function figuresTable(figures: Report['figures']): string {
  const rows = figures.map(
    ([name, value]) =>
      `<tr><th scope="row">${escaped(name)}</th><td class="number">${escaped(value)}</td></tr>`,
  );
  return scrolling(
    'What it came to, in figures',
    `<table>\n<caption>What it came to</caption>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`,
  );
}

function list(sentences: readonly string[]): string {
  return `<ul>\n${sentences.map((each) => `<li>${escaped(each)}</li>`).join('\n')}\n</ul>`;
}
