import { Button, Input } from '#packages/govuk-jsx';
import { pageMadeOnce, type Route } from '#platform/http/route.ts';
import { nameKey } from '#reference/areas.ts';
import type { Place } from '../../domain/figures/place.ts';
import { areasToChoose, type AreasToChoose } from '../../queries/areas-to-choose.ts';
import { FiguresAround, NoFiguresYet } from '../figures-around.tsx';
import { figuresNow } from '../figures-now.ts';
import { mayBringIn } from '../may-bring-in.ts';
import { reading } from '../reading.ts';

/** Which area's scorecard to open. */
export const chooseAreaRoute: Route = {
  method: 'GET',
  path: reading.scorecards,
  policy: 'everyone',
  answer: async (request) => {
    const stamp = await figuresNow(request);
    const words = request.query.get('q')?.trim().slice(0, 100) ?? '';
    return pageMadeOnce(`${request.partnershipId} ${stamp}`, async () => ({
      title: 'Scorecards',
      breadcrumbs: [{ text: 'How we are doing', href: reading.outcomes }],
      body: (
        <FiguresAround path={request.path}>
          <Choose
            areas={await request.read(areasToChoose)}
            words={words}
            mayBringIn={mayBringIn(request.actor)}
          />
        </FiguresAround>
      ),
    }));
  },
};

function Choose({
  areas,
  words,
  mayBringIn: may,
}: {
  areas: AreasToChoose;
  words: string;
  mayBringIn: boolean;
}) {
  const found = areas.all.filter(({ name }) => nameKey(name).includes(nameKey(words)));
  return (
    <>
      <h1>Scorecards</h1>
      <p class="lead">
        Sixty measures of children’s lives, area by area, beside England and the areas most like it. For those
        who work with figures; <a href={reading.outcomes}>our outcomes</a> are the way in for everyone.
      </p>
      {areas.all.length === 0 ? (
        <NoFiguresYet
          what="Here you will choose an area and see its measures beside England and its statistical neighbours."
          mayBringIn={may}
        />
      ) : (
        <>
          <form method="get" action={reading.scorecards} class="filters" role="search">
            <Input name="q" label={{ text: 'Find an area by its name' }} value={words} type="search" />
            <Button text="Find" />
          </form>
          {words === '' ? <First areas={areas} /> : null}
          <section>
            <h2>{words === '' ? `All ${areas.all.length} areas with figures` : foundWords(found, words)}</h2>
            <PlaceList places={found} />
          </section>
        </>
      )}
    </>
  );
}

function foundWords(found: readonly Place[], words: string): string {
  if (found.length === 0) return `No area’s name holds “${words}”`;
  return found.length === 1 ? 'One area found' : `${found.length} areas found`;
}

function First({ areas }: { areas: AreasToChoose }) {
  return (
    <>
      {areas.home ? (
        <section>
          <h2>Ours</h2>
          <p class="own-area">
            <a href={reading.scorecard(areas.home.code)}>{areas.home.name}</a>
            {areas.home.isInvented ? (
              <span class="quiet"> An invented county, with invented figures</span>
            ) : null}
          </p>
        </section>
      ) : null}
      <section>
        <h2>With a strategy to read beside it</h2>
        <ul class="subjects">
          {areas.ofStrategies.map(({ place, strategy, slug }) => (
            <li key={slug}>
              <a href={reading.scorecard(place.code)}>{place.name}</a>
              <a class="quiet" href={reading.outcomesOf(slug)}>
                Its outcomes: {strategy}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function PlaceList({ places }: { places: readonly Place[] }) {
  return (
    <ul class="area-columns">
      {places.map((place) => (
        <li key={place.code}>
          <a href={reading.scorecard(place.code)}>{place.name}</a>
          {place.standsFrom ? <span class="quiet"> since {place.standsFrom.slice(0, 4)}</span> : null}
          {place.isInvented ? <span class="quiet"> invented</span> : null}
        </li>
      ))}
    </ul>
  );
}
