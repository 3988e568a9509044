import {
  organisationsNamed,
  organisationsWithWords,
  sayStanding,
  standsOn,
  type Organisation,
} from '#modules/accounts/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { ThreadSubject, ThreadSubjects } from '#platform/kernel/subject.ts';
import { organisationPath } from '../domain/organisation-path.ts';

const mostFound = 20;

/**
 * Organisations as they hang on the golden thread, by the keys that frameworks call them by. One that has closed still
 * hangs there and says so; only one that stands can be tied anew.
 */
export const organisationSubjects: ThreadSubjects<Ctx> = {
  kind: 'organisation',
  name: 'Organisations',
  async find(ctx, ids) {
    const found = await organisationsNamed(ctx, ids);
    return found.map((organisation) => subjectOf(ctx, organisation));
  },
  async search(ctx, words) {
    if (words.trim() === '') return [];
    const found = await organisationsWithWords(ctx, words);
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
