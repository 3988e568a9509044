import { framework, frameworks } from '#modules/strategy/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { elementOf, type EvidenceSubject } from '../../domain/evidence/about.ts';
import { measureOfId } from '../../domain/measure-facts.ts';
import { definitionsOf } from '../area-scorecard.ts';

/** A subject as people know it, with the way to it. */
export type NamedSubject = {
  readonly subject: EvidenceSubject;
  readonly title: string;
  readonly statement: string | undefined;
  readonly href: string;
};

/** The subject under the name that people know it by; undefined where this person may see none of that name. */
export async function namedSubject(ctx: Ctx, subject: EvidenceSubject): Promise<NamedSubject | undefined> {
  const at = elementOf(subject);
  if (!at) {
    const definition = (await definitionsOf(ctx, [subject.id])).get(subject.id);
    const named = measureOfId(subject.id);
    return (
      definition &&
      named && {
        subject,
        title: definition.title,
        statement: undefined,
        href: `/measures/${named.source}/${encodeURIComponent(named.code)}`,
      }
    );
  }
  const view = await framework(ctx, at.slug);
  const element = view?.document.elements.find(({ key }) => key === at.key);
  return (
    element && {
      subject,
      title: element.label,
      statement: element.statement,
      href: `/frameworks/${at.slug}/elements/${at.key}`,
    }
  );
}

/** What a strategy will be judged by: its outcomes, its signs of change and what young people asked for. */
export type Criteria = {
  readonly slug: string;
  readonly name: string;
  readonly tiers: readonly { readonly name: string; readonly subjects: readonly NamedSubject[] }[];
};

const judgedRoles: readonly string[] = ['outcome', 'ask', 'indicator', 'priority'];

/** The success criteria of our own published strategy, tier by tier; undefined where there is none. */
export async function criteriaOf(ctx: Ctx): Promise<Criteria | undefined> {
  const own = (await frameworks(ctx)).find(({ isLibrary, isPublished }) => !isLibrary && isPublished);
  const view = own && (await framework(ctx, own.slug));
  if (!view) return undefined;
  const { document, stored } = view;
  const tiers = document.tiers
    .filter(({ role }) => judgedRoles.includes(role))
    .map((tier) => ({
      name: tier.plural,
      subjects: document.elements
        .filter((element) => element.tier === tier.key)
        .map((element): NamedSubject => ({
          subject: { kind: 'element', id: `${stored.slug}/${element.key}` },
          title: element.label,
          statement: element.statement,
          href: `/frameworks/${stored.slug}/elements/${element.key}`,
        })),
    }))
    .filter(({ subjects }) => subjects.length > 0);
  return { slug: stored.slug, name: document.name, tiers };
}
