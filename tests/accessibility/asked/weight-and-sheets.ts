import { get } from 'node:http';

/** How many sheets of paper a document has. */
export function sheetsIn(pdf: Buffer): number {
  return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page(?![a-z])/g)].length;
}

/** What comes over the line for one address, compressed as a browser asks for it; and its text where it is a page. */
export async function weigh(url: URL): Promise<{ bytes: number; body: string }> {
  const bytes = await new Promise<number>((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      let count = JSON.stringify(response.rawHeaders).length;
      response.on('data', (chunk: Buffer) => (count += chunk.length));
      response.on('end', () => resolve(count));
      response.on('error', reject);
    }).on('error', reject);
  });
  return { bytes, body: await (await fetch(url)).text() };
}
