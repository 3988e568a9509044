import { openly, problem, type Answer, type PageRequest } from '#platform/http/route.ts';
import { frameText } from './frame-text.ts';
import { frameSize } from './places.ts';
import { shownChart, type ChartAsked } from './shown-chart.tsx';

/** What a page editor that speaks oEmbed asks for: the frame of a chart, by the address of the chart or of its page. */
export async function oembed(request: PageRequest): Promise<Answer> {
  const { query, origin } = request;
  if ((query.get('format') ?? 'json') !== 'json')
    return problem(501, 'Only JSON', 'Ask again with format=json, or without a format.');
  const asked = chartAt(query.get('url') ?? '', origin);
  const chart = asked && (await shownChart(request, asked));
  if (!asked || !chart)
    return problem(
      404,
      'Nothing to embed',
      'The address is not that of a measure, a gap or a chart of ours.',
    );
  const path = `/embed/${asked.of}/${encodeURIComponent(asked.source)}/${encodeURIComponent(asked.code)}`;
  const search = asked.query.toString();
  const size = {
    width: atMost(query.get('maxwidth'), frameSize.width),
    height: atMost(query.get('maxheight'), frameSize.chart),
  };
  const src = `${origin}${path}${search === '' ? '' : `?${search}`}`;
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

/** Reads one of our own addresses; undefined where it is not one that shows a chart. */
function chartAt(address: string, origin: string): ChartAsked | undefined {
  const url = URL.canParse(address, origin) ? new URL(address, origin) : undefined;
  if (url?.origin !== new URL(origin).origin) return undefined;
  const [, of, source, code] = /^(?:\/embed)?\/(measures|gaps)\/([^/]+)\/([^/]+)$/.exec(url.pathname) ?? [];
  const parts = [source, code].map(decoded);
  const [plainSource, plainCode] = parts;
  if (!plainSource || !plainCode) return undefined;
  return {
    of: of === 'gaps' ? 'gaps' : 'measures',
    source: plainSource,
    code: plainCode,
    query: url.searchParams,
  };
}

function decoded(part: string | undefined): string | undefined {
  try {
    return part && decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

function atMost(text: string | null, usual: number): number {
  return text !== null && /^[1-9]\d{0,4}$/.test(text) ? Math.min(Number(text), usual) : usual;
}
