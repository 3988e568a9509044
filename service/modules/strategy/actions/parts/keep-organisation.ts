import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { EditRefusal } from '../../domain/edit.ts';
import { keepOrganisation as withOrganisation } from '../../domain/edit-parts.ts';
import type { FrameworkDocument } from '../../domain/framework-document.ts';
import { keyFor } from '../../domain/reading/element-key.ts';
import {
  asSeen,
  editOwnFramework,
  type ChangedMeanwhile,
  type NotOwn,
  type OwnEdit,
} from '../edit-own-framework.ts';

type Organisation = FrameworkDocument['organisations'][number];

export type OrganisationToKeep = {
  slug: string;
  organisation: Omit<Organisation, 'key' | 'line'>;
  /** the organisation that is changed, as it stood when the page was opened; a new one where it is left out */
  replaces?: { key: string; seen: string };
};

export type KeepOrganisationRefusal = EditRefusal | NotOwn | ChangedMeanwhile<Organisation>;

/** Adds an organisation that works on elements, or changes one. */
export async function keepOrganisation(
  ctx: Ctx,
  { slug, organisation, replaces }: OrganisationToKeep,
): Promise<Outcome<{ key: string }, KeepOrganisationRefusal>> {
  type Kept = Outcome<OwnEdit<{ key: string }>, KeepOrganisationRefusal>;
  return editOwnFramework(ctx, slug, async ({ document }): Promise<Kept> => {
    const theirs = document.organisations.find(({ key }) => key === replaces?.key);
    if (replaces && !theirs) return refuse({ reason: 'organisation-missing', key: replaces.key });
    if (replaces && theirs && asSeen(theirs) !== replaces.seen)
      return refuse({
        reason: 'changed-meanwhile',
        theirs,
        seen: asSeen(theirs),
        by: undefined,
        at: undefined,
      });
    const taken = new Set(document.organisations.map((one) => one.key));
    const key = theirs?.key ?? keyFor(organisation.name, taken);
    const line = theirs?.line === undefined ? {} : { line: theirs.line };
    const edited = withOrganisation(document, { ...organisation, ...line, key });
    if (!edited.done) return edited;
    const fact = { fact: 'strategy.organisation-kept', details: { organisation: key } };
    return done({ document: edited.value, ...fact, value: { key } });
  });
}
