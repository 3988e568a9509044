import { TrendChart } from '#packages/charts';
import { figurePicture } from '#platform/picture/figure-picture.ts';
import { drawPng } from '#platform/picture/png.ts';
import type { SheetPicture } from '#platform/sheet/sheet.ts';
import type { PackElement, PackNumber } from '../../domain/packs/pack-document.ts';
import { drawnNumbers } from './element-blocks.ts';

/** The line of a number as it was when the pack was made. */
export function PackFigure({ id, number, csvHref }: { id: string; number: PackNumber; csvHref: string }) {
  return (
    <TrendChart
      id={id}
      finding={number.finding}
      measure={number.title}
      unit={number.unit}
      csvHref={csvHref}
      source={{ text: number.source }}
      series={[{ key: 'own', name: number.place, role: 'own', points: number.points }]}
    />
  );
}

/** The pictures of a pack, drawn one by one so that nobody waits for all of them; in pixels too where that is asked for. */
export async function packPictures(
  elements: readonly PackElement[],
  { pixels }: { pixels: 'drawn' | 'not-drawn' },
): Promise<SheetPicture[]> {
  const pictures: SheetPicture[] = [];
  for (const { key, number } of drawnNumbers(elements)) {
    await new Promise((resolve) => setImmediate(resolve));
    const figure = <PackFigure id={key} number={number} csvHref="/" />;
    const picture = figurePicture(figure, { width: 1400, foot: [] });
    if (!picture) continue;
    const { svg, width, height } = picture;
    const png = pixels === 'drawn' ? await drawPng(picture) : undefined;
    pictures.push({ key, svg, width, height, ...(png?.done ? { png: png.value } : {}) });
  }
  return pictures;
}

/** Every figure of a pack as a table of its own. */
export function packFiguresCsv(elements: readonly PackElement[]): string {
  const rows = drawnNumbers(elements).flatMap(({ number }) =>
    number.points.map(({ period, value, lower, upper }) => [
      number.title,
      number.place,
      period,
      value.kind === 'number' ? value.number : value.status,
      lower ?? '',
      upper ?? '',
    ]),
  );
  return [['Measure', 'Place', 'Period', 'Value', 'Lower', 'Upper'], ...rows]
    .map((row) => row.map((cell) => csvCell(String(cell))).join(','))
    .join('\r\n');
}

function csvCell(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
