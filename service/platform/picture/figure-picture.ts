import { readFileSync } from 'node:fs';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { chartPicture, pictureStyles, type ChartPicture, type PictureStyles } from '#packages/charts';

/** A figure of a page as a picture of its own, in light and on white whatever the reader's screen is; undefined where it holds no chart. */
export function figurePicture(
  figure: VNode,
  of: { width: number; foot: readonly string[] },
): ChartPicture | undefined {
  return chartPicture(render(figure), { ...of, styles: lightStyles() });
}

let styles: PictureStyles | undefined;

/** The page's own style of charts, so that there is no second list of its colours. */
function lightStyles(): PictureStyles {
  const sheet = new URL('../../../packages/charts/styles/charts.css', import.meta.url);
  styles ??= pictureStyles(readFileSync(sheet, 'utf8'), { '--chart-ground': '#ffffff' });
  return styles;
}
