import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { ownFont } from './own-fonts.ts';
import type { PngAnswer, PngAsked } from './png-messages.ts';

const { resolve } = createRequire(import.meta.url);

const fonts = [ownFont('Roboto-Regular'), ownFont('Roboto-Medium')];

const ready = initWasm(readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm')));

async function drawn({ key, svg, width }: PngAsked): Promise<PngAnswer> {
  try {
    await ready;
    const picture = new Resvg(withOurSigns(svg), {
      fitTo: { mode: 'width', value: width },
      font: { fontBuffers: fonts, defaultFontFamily: 'Roboto', sansSerifFamily: 'Roboto' },
    });
    const image = picture.render();
    const png = image.asPng();
    image.free();
    picture.free();
    return { key, png };
  } catch (cause) {
    return { key, failure: String(cause) };
  }
}

/** Our fonts have no arrows. */
function withOurSigns(svg: string): string {
  return svg.replaceAll('←', '‹').replaceAll('→', '›');
}

parentPort?.on('message', (asked: PngAsked) => {
  void drawn(asked).then((answer) => parentPort?.postMessage(answer, []));
});
