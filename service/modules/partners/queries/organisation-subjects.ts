import type { Ctx } from '#platform/db/database.ts';
import type { ThreadSubject, ThreadSubjects } from '#platform/kernel/subject.ts';
import { sayStanding, standsOn, type Organisation } from '../domain/organisation.ts';
import { organisationPath } from '../domain/organisation-path.ts';
import { organisationsByKey, organisationsWithWords } from '../store/organisations.ts';
import { wordsIn } from './organisations.ts';

const mostFound = 20;

/**
 * Organisations as they hang on the golden thread, by the keys that frameworks call them by. One that has closed still
 * hangs there and says so; only one that stands can be tied anew.
 */
export const organisationSubjects: ThreadSubjects<Ctx> = {
  kind: 'organisation',
  name: 'Organisations',
  async find(ctx, ids) {
    const found = await organisationsByKey(ctx, ids);
    return found.map((organisation) => subjectOf(ctx, organisation));
  },
  async search(ctx, words) {
    const asked = wordsIn(words);
    if (asked.length === 0) return [];
    const found = await organisationsWithWords(ctx, asked);
    return found
      .filter((organisation) => standsOn(organisation, ctx.today))
      .slice(0, mostFound)
      .map((organisation) => subjectOf(ctx, organisation));
  },
};

function subjectOf(ctx: Ctx, organisation: Organisation): ThreadSubject {
  return {
    kind: 'organisation',
    id: organisation.key,
    title: organisation.name,
    link: organisationPath(organisation),
    state: sayStanding(organisation, ctx.today),
  };
}
