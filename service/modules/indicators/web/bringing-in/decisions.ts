import { allowed, type Permission } from '#platform/access/policy.ts';
import { notFound, redirectTo, type Answer, type PageRequest, type Route } from '#platform/http/route.ts';
import type { Id } from '#platform/kernel/id.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { orAMoment, readInBackground, writeInBackground } from '../../actions/bring-in/in-background.ts';
import { declineImport, importToConfirm, tryImportAgain } from '../../actions/decide-on-import.ts';
import { chooseStrategy, decideOnTies } from '../../actions/measure-map/choose-strategy.ts';
import { withdrawImport } from '../../actions/withdraw-import.ts';
import { bringInFigures, seeImport } from '../../domain/permissions.ts';
import { importsWaiting } from '../../queries/imports.ts';
import { actingFor, importIdOf } from './acting.ts';
import { chooseWords, decideWords, sayCount, withdrawWords } from './import-words.ts';
import { notDecided } from './import-page.tsx';
import { importPlaces } from './places.ts';

/** A person's yes, no, once more, and take it back. */
export const decisionRoutes: readonly Route[] = [
  { method: 'POST', path: importPlaces.bringAllIn, policy: bringInFigures, answer: bringAllIn },
  post(importPlaces.confirm(':id'), seeImport, confirm),
  post(importPlaces.decline(':id'), seeImport, decline),
  post(importPlaces.chooseStrategy(':id'), decideOnTies, choose),
  post(importPlaces.again(':id'), bringInFigures, again),
  post(importPlaces.withdraw(':id'), bringInFigures, withdraw),
];

function post(
  path: string,
  policy: Permission,
  answer: (request: PageRequest, id: Id<'import'>) => Promise<Answer>,
): Route {
  return {
    method: 'POST',
    path,
    policy,
    answer: async (request) => {
      const id = importIdOf(request);
      return id ? answer(request, id) : notFound();
    },
  };
}

async function confirm(request: PageRequest, id: Id<'import'>): Promise<Answer> {
  const act = actingFor(request);
  const found = await importToConfirm(act, id);
  if (!found.done) return notDecided(request, wordsOf(decideWords, found.refusal));
  await orAMoment(writeInBackground(act, [id]));
  return redirectTo(importPlaces.one(id));
}

async function bringAllIn(request: PageRequest): Promise<Answer> {
  const act = actingFor(request);
  // A map of measures is looked at by itself: its ties are the decision of whoever edits the strategy.
  const waiting = (await request.read(importsWaiting)).filter(({ format }) => format !== 'measure-map');
  await orAMoment(
    writeInBackground(
      act,
      waiting.map(({ id }) => id),
    ),
  );
  return redirectTo(importPlaces.all, `${sayCount(waiting.length, 'file')} on the way in.`);
}

async function decline(request: PageRequest, id: Id<'import'>): Promise<Answer> {
  const declined = await declineImport(actingFor(request), id);
  if (!declined.done) return notDecided(request, wordsOf(decideWords, declined.refusal));
  const back = allowed(request.actor, bringInFigures) ? importPlaces.all : '/work';
  return redirectTo(back, `“${declined.value.fileName}” was put away. Nothing was changed.`);
}

async function choose(request: PageRequest, id: Id<'import'>): Promise<Answer> {
  const [plan = '', slug = ''] = ['plan', 'strategy'].map((name) => request.posted[name]?.[0] ?? '');
  const chosen = await request.write((ctx) => chooseStrategy(ctx, { id, plan, slug }));
  if (!chosen.done) return notDecided(request, wordsOf(chooseWords, chosen.refusal));
  return redirectTo(
    importPlaces.one(id),
    slug === '' ? 'Left out.' : 'Chosen. See below what would be tied.',
  );
}

async function again(request: PageRequest, id: Id<'import'>): Promise<Answer> {
  const act = actingFor(request);
  const queued = await tryImportAgain(act, id);
  if (!queued.done) return notDecided(request, wordsOf(decideWords, queued.refusal));
  await orAMoment(readInBackground(act, [id]));
  return redirectTo(importPlaces.one(id));
}

async function withdraw(request: PageRequest, id: Id<'import'>): Promise<Answer> {
  const withdrawn = await request.write((ctx) => withdrawImport(ctx, id));
  if (!withdrawn.done) return notDecided(request, wordsOf(withdrawWords, withdrawn.refusal));
  return redirectTo(
    importPlaces.one(id),
    'Its figures are withdrawn: what an earlier file said is seen again.',
  );
}
