import assert from 'node:assert/strict';
import { JSDOM } from 'jsdom';
import { strFromU8, unzipSync } from 'fflate';

/** The parts of an archive as XML documents, by name; each must be well formed. */
export function unpacked(archive: Uint8Array): ReadonlyMap<string, Document> {
  const { DOMParser } = new JSDOM('').window;
  const files = Object.entries(unzipSync(archive)).filter(([name]) => name !== 'mimetype');
  return new Map(
    files.map(([name, bytes]) => {
      const document = new DOMParser().parseFromString(strFromU8(bytes), 'application/xml');
      assert.equal(document.querySelector('parsererror'), null, `${name} is well formed`);
      return [name, document];
    }),
  );
}

/** What an element and those within it hold, as one piece of text. */
export function textOf(element: Element | undefined | null): string {
  return element?.textContent ?? '';
}
