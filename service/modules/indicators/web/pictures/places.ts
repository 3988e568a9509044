import { withQuery } from '../reading.ts';

/** Where a chart is served as a picture, and as a page for inside another site's; each follows from where its table is. */
export const picturePlaces = {
  /** the pictures of a chart whose table is the CSV at this address */
  ofFile: (csvHref: string) => ({ svg: pictureOf(csvHref, '.svg'), png: pictureOf(csvHref, '.png') }),
  /** the same chart as a page to put inside another */
  embed: (csvHref: string) => `/embed${csvHref.replace(/\.csv(?=\?|$)/, '')}`,
  row: (measure: { source: string; code: string }, areaCode: string) =>
    `/embed/scorecards/${[areaCode, measure.source, measure.code].map(encodeURIComponent).join('/')}`,
  oembed: (address: string) => withQuery('/oembed', { url: address }),
} as const;

function pictureOf(csvHref: string, ending: string): string {
  return `/pictures${csvHref.replace(/\.csv(?=\?|$)/, ending)}`;
}

/** A frame with the chart whose table is the CSV at this address, for another site. */
export function frameOf(chart: { name: string; title: string; csvHref: string }) {
  const { name, title, csvHref } = chart;
  return { name, title, path: picturePlaces.embed(csvHref), height: frameSize.chart };
}

/** Height of the frame that a chart needs at the width of a column of text, with its table folded. */
export const frameSize = { width: 700, chart: 760, row: 640 } as const;
