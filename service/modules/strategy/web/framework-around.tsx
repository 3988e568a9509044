import type { ComponentChildren } from 'preact';
import type { PageContent } from '#platform/http/route.ts';
import { dayFrom, sayDay } from '#platform/kernel/day.ts';
import type { FrameworkDocument } from '../domain/framework-document.ts';
import type { FrameworkView } from '../queries/framework.ts';
import { places } from './places.ts';

type Tab = { text: string; href: string };

/** The pages of one framework, in the order in which people need them. */
function tabs(slug: string): readonly Tab[] {
  return [
    { text: 'The thread', href: places.framework(slug) },
    { text: 'Plan on a page', href: places.planOnAPage(slug) },
    { text: 'Loose ends', href: places.looseEnds(slug) },
    { text: 'Who does what', href: places.coverage(slug) },
    { text: 'Background', href: places.background(slug) },
    { text: 'Versions', href: places.versions(slug) },
  ];
}

/** What stands above every page of one framework: whose it is, how it stands, and the way to its other pages. */
export function FrameworkAround(props: { view: FrameworkView; path: string; children: ComponentChildren }) {
  const { view, path } = props;
  return (
    <>
      <nav class="tabs" aria-label={view.document.name}>
        <ul>
          {tabs(view.stored.slug).map((tab) => (
            <li key={tab.href}>
              <a href={tab.href} aria-current={tab.href === path ? 'page' : undefined}>
                {tab.text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {view.hasUnpublishedChanges ? (
        <p class="waiting">
          <strong>Not everything here is public yet.</strong>{' '}
          <a href={places.publish(view.stored.slug)}>See what would change, and publish</a>
        </p>
      ) : null}
      {props.children}
    </>
  );
}

/** A page of a framework, with the way back up. */
export function frameworkPage(
  view: FrameworkView,
  content: Pick<PageContent, 'title' | 'body' | 'wide' | 'scripts'> & { under?: readonly Crumb[] },
): PageContent {
  const { under = [], ...page } = content;
  return {
    ...page,
    title: page.title === view.document.name ? page.title : `${page.title} – ${view.document.name}`,
    breadcrumbs: [{ text: 'All strategies', href: places.library }, ...under],
  };
}

type Crumb = { text: string; href: string };

const statusWords: Readonly<Record<FrameworkDocument['status'], string>> = {
  draft: 'Draft',
  adopted: 'Adopted',
  closed: 'Closed',
};

/** How a framework stands and for how long: "Adopted, 1 April 2026 to 31 March 2030". */
export function sayStanding(document: FrameworkDocument): string {
  const { start, end, words } = document.period;
  const from = start && dayFrom(start);
  const until = end && dayFrom(end);
  const period = from && until ? `${sayDay(from)} to ${sayDay(until)}` : words;
  return [statusWords[document.status], period].filter(Boolean).join(', ');
}

/** Where a framework's words stand in its source. */
export function SourceLine(props: { document: FrameworkDocument; line: number | string | undefined }) {
  const { source } = props.document;
  if (!source || props.line === undefined) return null;
  return (
    <p class="quiet">
      {source.title}, {String(props.line).includes('-') ? 'lines' : 'line'} {props.line}
    </p>
  );
}
