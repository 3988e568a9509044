import { notFound, redirectTo, type Answer, type PageRequest, type Route } from '#platform/http/route.ts';
import type { Id } from '#platform/kernel/id.ts';
import { orAMoment } from '../../actions/bring-in/in-background.ts';
import { fetchInBackground } from '../../actions/fetching/fetch-in-background.ts';
import { pauseSource, removeSource, wantSourceNow } from '../../actions/fetching/keep-sources.ts';
import type { Publishers } from '../../actions/fetching/publishers.ts';
import { bringInFigures } from '../../domain/permissions.ts';
import { actingFor } from '../bringing-in/acting.ts';
import { addSourceRoutes } from './add-source-page.tsx';
import { fetchingPlaces } from './places.ts';
import { sourceIdOf, sourceRoute } from './source-page.tsx';
import { sourcesRoute } from './sources-page.tsx';

/** Every page of fetching from publishers. Without publishers, as where routes are only listed, nothing is fetched. */
export function fetchingRoutes(publishers?: Publishers): readonly Route[] {
  return [
    sourcesRoute,
    ...addSourceRoutes,
    sourceRoute,
    post(fetchingPlaces.now(':id'), (request, id) => fetchNow(request, { id, publishers })),
    post(fetchingPlaces.pause(':id'), pause),
    post(fetchingPlaces.remove(':id'), remove),
  ];
}

function post(
  path: string,
  answer: (request: PageRequest, id: Id<'fetch-source'>) => Promise<Answer>,
): Route {
  return {
    method: 'POST',
    path,
    policy: bringInFigures,
    answer: async (request) => {
      const id = sourceIdOf(request);
      return id ? answer(request, id) : notFound();
    },
  };
}

async function fetchNow(
  request: PageRequest,
  { id, publishers }: { id: Id<'fetch-source'>; publishers: Publishers | undefined },
): Promise<Answer> {
  if (!publishers) return notFound();
  const wanted = await request.write((ctx) => wantSourceNow(ctx, id));
  if (!wanted.done) return notFound();
  await orAMoment(fetchInBackground(actingFor(request), { publishers, id }));
  return redirectTo(fetchingPlaces.one(id));
}

async function pause(request: PageRequest, id: Id<'fetch-source'>): Promise<Answer> {
  const isPaused = request.posted['pause']?.[0] !== 'no';
  const paused = await request.write((ctx) => pauseSource(ctx, { id, isPaused }));
  if (!paused.done) return notFound();
  const said = isPaused ? 'Paused. It can still be fetched by hand.' : 'It is fetched by itself from now on.';
  return redirectTo(fetchingPlaces.one(id), said);
}

async function remove(request: PageRequest, id: Id<'fetch-source'>): Promise<Answer> {
  const removed = await request.write((ctx) => removeSource(ctx, id));
  if (!removed.done) return notFound();
  return redirectTo(
    fetchingPlaces.all,
    `“${removed.value}” is no longer fetched. What was brought in stays.`,
  );
}
