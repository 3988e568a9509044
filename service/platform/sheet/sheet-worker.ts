import { parentPort } from 'node:worker_threads';
import type { SheetAnswer, SheetAsked } from './sheet-messages.ts';
import { writePdf } from './write-pdf.ts';
import { writeWord } from './write-word.ts';

async function written({ key, kind, sheet, pictures }: SheetAsked): Promise<SheetAnswer> {
  try {
    const write = kind === 'pdf' ? writePdf : writeWord;
    return { key, bytes: await write(sheet, pictures) };
  } catch (cause) {
    return { key, failure: String(cause) };
  }
}

// one after the other, so that memory holds one document at a time
let before: Promise<unknown> = Promise.resolve();

parentPort?.on('message', (asked: SheetAsked) => {
  before = before.then(async () => parentPort?.postMessage(await written(asked), []));
});
