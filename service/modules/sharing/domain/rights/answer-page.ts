import { sayDay } from '#platform/kernel/day.ts';
import type { AnswerFrame, AnswerPart } from './answer-document.ts';

/**
 * The answer as one page that stands by itself: opened from a folder or a memory stick, on an old telephone, with nothing
 * fetched from anywhere. It is read in any size, by a screen reader, and in the dark.
 */
export function answerPage(frame: AnswerFrame, parts: readonly AnswerPart[]): string {
  const title = `What is held about ${frame.aboutName}`;
  return [
    '<!doctype html>',
    `<html lang="en-GB"><head><meta charset="utf-8"><title>${escaped(title)}</title>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">',
    `<style>${style}</style></head><body><main>`,
    `<p class="quiet">${escaped(frame.partnership)} · ${escaped(frame.reference)} · ${escaped(sayDay(frame.answeredOn))}</p>`,
    frame.mark === '' ? '' : `<p class="quiet">${escaped(frame.mark)}</p>`,
    `<h1 dir="auto">${escaped(title)}</h1>`,
    ...parts.map(blockOf),
    '</main></body></html>',
  ].join('\n');
}

function blockOf(part: AnswerPart): string {
  switch (part.kind) {
    case 'heading':
      return `<h${part.level} dir="auto">${escaped(part.text)}</h${part.level}>`;
    case 'words':
      return `<p dir="auto"${part.quiet ? ' class="quiet"' : ''}>${escaped(part.text).replaceAll('\n', '<br>')}</p>`;
    case 'list':
      return `<ul>${part.items.map((item) => `<li dir="auto">${escaped(item)}</li>`).join('')}</ul>`;
  }
}

const style = [
  'body{margin:0;background:#fffaf3;color:#1b2338;font:1.125rem/1.55 system-ui,sans-serif}',
  'main{max-inline-size:40rem;margin:0 auto;padding:2rem 1.25rem 4rem}',
  'h1{font-size:2rem;line-height:1.2}h2{margin-block-start:3rem}h3{margin-block:2rem .25rem;font-size:1.125rem}',
  'p{margin-block:.25rem 1rem;overflow-wrap:anywhere}.quiet{color:#525b70;font-size:1rem}',
  '@media (prefers-color-scheme:dark){body{background:#14192b;color:#f3f0e8}.quiet{color:#b8bfd0}}',
  '@media print{body{background:#fff;color:#000}h3{break-after:avoid}}',
].join('');

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
