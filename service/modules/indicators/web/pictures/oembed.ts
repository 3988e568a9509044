import { openly, problem, type Answer, type PageRequest } from '#platform/http/route.ts';
import { frameText } from './frame-text.ts';
import { frameSize } from './places.ts';
import { chartAt } from './chart-places.ts';

/** What a page editor that speaks oEmbed asks for: the frame of a chart, by the address of the chart or of its page. */
export async function oembed(request: PageRequest): Promise<Answer> {
  const { query, origin } = request;
  if ((query.get('format') ?? 'json') !== 'json')
    return problem(501, 'Only JSON', 'Ask again with format=json, or without a format.');
  const asked = ownAddress(query.get('url') ?? '', origin);
  const chart = asked && (await chartAt(request, asked));
  if (!asked || !chart)
    return problem(404, 'Nothing to embed', 'The address is not that of a page of ours with a chart.');
  const search = asked.query.toString();
  const size = {
    width: atMost(query.get('maxwidth'), frameSize.width),
    height: atMost(query.get('maxheight'), frameSize.chart),
  };
  const src = `${origin}/embed${asked.path}${search === '' ? '' : `?${search}`}`;
  const told = {
    version: '1.0',
    type: 'rich',
    title: chart.title,
    provider_name: request.brand.name,
    provider_url: `${origin}/`,
    cache_age: 3600,
    html: frameText({ src, title: chart.title, ...size }),
    ...size,
  };
  return openly('application/json; charset=utf-8', JSON.stringify(told));
}

/** Reads one of our own addresses: of a page, or of a chart of it apart; undefined where it is not ours. */
function ownAddress(address: string, origin: string): { path: string; query: URLSearchParams } | undefined {
  const url = URL.canParse(address, origin) ? new URL(address, origin) : undefined;
  if (url?.origin !== new URL(origin).origin) return undefined;
  return { path: url.pathname.replace(/^\/embed(?=\/)/, ''), query: url.searchParams };
}

function atMost(text: string | null, usual: number): number {
  return text !== null && /^[1-9]\d{0,4}$/.test(text) ? Math.min(Number(text), usual) : usual;
}
