import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** Roboto in the looks that we use: the only fonts that anything is drawn with, on every machine the same. */
export type OwnFont = 'Roboto-Regular' | 'Roboto-Medium' | 'Roboto-Italic';

/** The bytes of one of our fonts. */
export function ownFont(name: OwnFont): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(resolve(`pdfmake/fonts/Roboto/${name}.ttf`)));
}
