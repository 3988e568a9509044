import { openly, problem, type Answer, type PageRequest } from '#platform/http/route.ts';
import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import { wordsOf, type WordsFor } from '#platform/kernel/outcome.ts';
import { figurePicture } from '#platform/picture/figure-picture.ts';
import { drawPng, type PngRefusal } from '#platform/picture/png.ts';
import { licence } from '../../domain/exports/licence.ts';
import { chartAt } from './chart-places.ts';
import type { ShownChart } from './shown-chart.tsx';

const widths = { least: 600, most: 2400, unasked: 1200 } as const;

const refusalWords: WordsFor<PngRefusal> = {
  'too-large': () =>
    'At this width the picture would be too large to draw. Ask for a smaller width, or for SVG.',
  'too-many-wait': () => 'Many pictures are being drawn at this moment. Try again in a few seconds.',
};

/** A chart as a picture: `/pictures/…<page>.svg` or `.png`, `width` of 600 to 2,400 pixels. */
export async function pictureFile(request: PageRequest): Promise<Answer> {
  const [, path = '', ending = ''] = /^\/pictures(\/.+)\.(svg|png)$/.exec(request.path) ?? [];
  const width = widthAsked(request.query.get('width'));
  if (width === undefined)
    return problem(400, 'No such width', `Ask for a width of ${widths.least} to ${widths.most} pixels.`);
  const chart = path === '' ? undefined : await chartAt(request, { path, query: request.query });
  const picture = chart && figurePicture(chart.figure, { width, foot: footOf(request, chart) });
  if (!picture) return problem(404, 'No such picture', 'There is no chart at this address.');
  if (ending === 'svg') return openly('image/svg+xml; charset=utf-8', picture.svg);
  const png = await drawPng(picture);
  if (png.done) return openly('image/png', png.value);
  const status = png.refusal.reason === 'too-many-wait' ? 503 : 400;
  return problem(status, 'Not drawn', wordsOf(refusalWords, png.refusal));
}

function widthAsked(text: string | null): number | undefined {
  if (text === null || text === '') return widths.unasked;
  const width = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return width >= widths.least && width <= widths.most ? width : undefined;
}

/** Whose the figures are, under which licence, and where and when the picture was made. */
function footOf(request: PageRequest, chart: ShownChart): readonly string[] {
  const from = `${request.brand.name}, ${request.origin}${chart.page}`;
  return [
    chart.isInvented
      ? `${chart.source}. An invented county: every figure is made up.`
      : `Source: ${chart.source}. ${licence.words}.`,
    `Made on ${sayDay(dayInEngland(request.now))} by ${from}`,
  ];
}
