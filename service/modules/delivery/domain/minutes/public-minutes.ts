import { z } from 'zod';
import type { Decision } from '../decision.ts';
import { withoutNames } from '../packs/public-version.ts';
import type { MinutesDocument } from './minutes-document.ts';

/** The minutes of a meeting as everybody reads them: no name of a person, and of what is exempt only on which ground. */
export const publicMinutesShape = z.object({
  items: z.array(
    z.object({
      /** '' for what stands under no item, and for what is withheld */
      title: z.string(),
      /** why all of it is withheld; '' where it is read */
      ground: z.string(),
      notes: z.array(z.string()),
      decisions: z.array(z.object({ number: z.number().int(), title: z.string() })),
      /** the grounds of those decisions under it that are not published */
      exemptDecisions: z.array(z.string()),
    }),
  ),
  came: z.object({
    organisations: z.array(z.string()),
    /** how many came who sit for themselves */
    forThemselves: z.number().int(),
    /** organisations of which nobody came, and somebody said sorry */
    apologies: z.array(z.string()),
  }),
});

export type PublicMinutes = z.output<typeof publicMinutesShape>;

/** What the version for everybody is made of. */
export type AgreedMinutes = {
  document: MinutesDocument;
  /** the decisions that it names, by their numbers */
  decisions: ReadonlyMap<number, Pick<Decision, 'number' | 'title' | 'publishing'>>;
  came: PublicMinutes['came'];
  /** the names that are known, to be taken out of free words */
  people: readonly string[];
  /** items that are kept back beside those that were exempt, by their place in the document, each with its ground */
  withhold: ReadonlyMap<number, string>;
};

/** Agreed minutes as everybody may read them. What stands under an exempt item is withheld, whatever it is. */
export function publicMinutes(agreed: AgreedMinutes): PublicMinutes {
  const clean = withoutNames(agreed.people);
  return {
    came: agreed.came,
    items: agreed.document.items.map((item, place) => {
      const ground = item.isExempt ? item.ground : (agreed.withhold.get(place) ?? '');
      if (item.isExempt || agreed.withhold.has(place))
        return { title: '', ground, notes: [], decisions: [], exemptDecisions: [] };
      const known = item.decisions.flatMap((number) => agreed.decisions.get(number) ?? []);
      return {
        title: clean(item.title),
        ground,
        notes: item.notes.map(({ words }) => clean(words)),
        decisions: known
          .filter(({ publishing }) => publishing.publish === 'publish')
          .map(({ number, title }) => ({ number, title })),
        exemptDecisions: known
          .filter(({ publishing }) => publishing.publish === 'exempt')
          .map(({ publishing }) => publishing.ground),
      };
    }),
  };
}
