import { file, notFound, page, type Answer, type PageRequest, type Route } from '#platform/http/route.ts';
import type { EesPairMade, EesPairRefused } from '../../domain/exports/ees/writer/ees-pairs.ts';
import { sayTable } from '../../domain/exports/ees/writer/ees-time.ts';
import type { EesExport } from '../../queries/exports/ees-export.ts';
import { FiguresAround } from '../figures-around.tsx';
import { reading } from '../reading.ts';
import { exportAsked } from './asked-export.ts';

/** The table of a pair of Explore Education Statistics. */
export const eesDataRoute: Route = {
  method: 'GET',
  path: '/scorecards/:area/ees.csv',
  policy: 'everyone',
  answer: (request) => answer(request, ({ texts }) => [texts.dataText, texts.dataName]),
};

/** What each column of that table is. */
export const eesMetaRoute: Route = {
  method: 'GET',
  path: '/scorecards/:area/ees-meta.csv',
  policy: 'everyone',
  answer: (request) => answer(request, ({ texts }) => [texts.metaText, texts.metaName]),
};

/** The pair of the kind of period asked for; without asking, the one with the most measures. */
async function answer(
  request: PageRequest,
  part: (pair: EesPairMade) => readonly [text: string, name: string],
): Promise<Answer> {
  const found = await exportAsked(request);
  if (!found) return notFound();
  const years = request.query.get('years')?.trim() || undefined;
  const isAsked = ({ kind }: { kind: string }) => years === undefined || kind === years;
  const pair = found.made.pairs.find(isAsked);
  if (pair) {
    const [text, name] = part(pair);
    return file('text/csv; charset=utf-8', text, name);
  }
  const refused = found.made.refused.find(isAsked);
  return refused ? refusedPage(found.made, refused) : notFound();
}

function refusedPage({ place }: EesExport, { kind, findings }: EesPairRefused): Answer {
  return page(
    {
      title: 'This table is not given out',
      breadcrumbs: [
        { text: 'Scorecards', href: reading.scorecards },
        { text: place.name, href: reading.scorecard(place.code) },
      ],
      body: (
        <FiguresAround path={reading.scorecards}>
          <h1>This table is not given out</h1>
          <p class="lead">
            {sayTable(kind)} of {place.name} would break a rule of the format, and whoever takes it in would
            refuse it.
          </p>
          <ul>
            {findings.map(({ words }) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </FiguresAround>
      ),
    },
    422,
  );
}
