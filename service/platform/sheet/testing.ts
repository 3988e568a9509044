import { inflateSync } from 'node:zlib';

/** Every stream of a PDF, unpacked. */
export function streamsOf(bytes: Buffer): string[] {
  const streams: string[] = [];
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 1)) {
    try {
      streams.push(inflateSync(bytes.subarray(at + 7)).toString('latin1'));
    } catch {
      // fonts and other things that are no text
    }
  }
  return streams;
}

/** What a program reads out of a PDF: each glyph by the table that its font brings with it. */
export function textOf(bytes: Buffer): string {
  const latin = bytes.toString('latin1');
  const fonts = new Map<string, string[]>();
  for (const [, name = '', font = ''] of latin.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const [, unicode = ''] = new RegExp(`\\n${font} 0 obj[\\s\\S]*?/ToUnicode (\\d+) 0 R`).exec(latin) ?? [];
    const from = bytes.indexOf('stream\n', bytes.indexOf(`\n${unicode} 0 obj`)) + 7;
    const table = inflateSync(bytes.subarray(from)).toString('latin1');
    const ranges = [...table.matchAll(/\[([^\]]*)\]/g)].flatMap(([, range = '']) => [
      ...range.matchAll(/<([\da-f ]+)>/gi),
    ]);
    fonts.set(
      name,
      ranges.map(([, code = '']) =>
        Buffer.from(code.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
      ),
    );
  }
  return streamsOf(bytes)
    .filter((stream) => stream.includes(' Tf'))
    .map((stream) => spoken(stream, fonts))
    .join('\n');
}

function spoken(stream: string, fonts: ReadonlyMap<string, readonly string[]>): string {
  let font: readonly string[] = [];
  let said = '';
  for (const [, name, shown] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name) ?? [];
    for (const [, codes = ''] of (shown ?? '').matchAll(/<([\da-f]+)>/gi))
      for (const code of codes.match(/.{4}/g) ?? []) said += font[Number.parseInt(code, 16)] ?? '';
    if (shown !== undefined) said += ' ';
  }
  return said.replaceAll(/\s+/g, ' ');
}
