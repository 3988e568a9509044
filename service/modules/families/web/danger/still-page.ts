import { file, type Route } from '#platform/http/route.ts';
import { ringAt } from '#platform/page/numbers-to-ring.tsx';
import { numbersToRing } from '#reference/numbers-to-ring.ts';
import type { FrontDoor } from '../../domain/danger/front-door.ts';
import { doorNow } from './door-now.ts';
import { dangerPlaces } from './places.ts';
import { english as words } from './words/english.ts';

/** The numbers as one small file that needs nothing else: for the proxy to show while the service itself is away. */
export const stillRoute: Route = {
  method: 'GET',
  path: dangerPlaces.still,
  policy: 'everyone',
  standsAlone: true,
  answer: async (request) =>
    file('text/html; charset=utf-8', stillPage(request.brand.name, (await doorNow(request)).door)),
};

/** The whole file: plain headings and links, readable without a style sheet. */
export function stillPage(partnership: string, door: FrontDoor): string {
  const { numbers, silent } = numbersToRing();
  const item = (name: string, number: string, says: string) =>
    `<li><p><strong>${escaped(name)}</strong>: <a href="${ringAt(number)}">${escaped(number)}</a><br>${escaped(says)}</p></li>`;
  const own = door.numbers.map((one) => item(one.name, one.number, one.hours));
  const others = numbers
    .filter(({ number }) => number !== '999')
    .map((one) => item(one.name, one.number, `${one.says} Open: ${one.when}.`));
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${escaped(words.title)}</title>
<style>body{font:1.1875rem/1.5 system-ui,sans-serif;max-width:40rem;margin:0 auto;padding:1rem}li{margin:1rem 0}a{font-weight:700}</style></head>
<body><main><h1>${escaped(words.title)}</h1><p>${escaped(words.lead)}</p>
<h2>${escaped(words.emergency)}</h2><p><a href="tel:999">${escaped(words.ring)} 999</a>. ${escaped(words.emergencySays)}</p>
<p>${escaped(words.silent)} <strong>${silent.press}</strong>. ${escaped(words.silentRest)}</p>
${own.length > 0 ? `<h2>${escaped(words.ours)}</h2><ul>${own.join('')}</ul>` : ''}
<h2>Others who help</h2><ul>${others.join('')}</ul>
<p>${escaped(partnership)}</p></main></body></html>
`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
