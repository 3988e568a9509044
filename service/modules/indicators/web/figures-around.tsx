import type { ComponentChildren } from 'preact';
import { reading } from './reading.ts';

const tabs = [
  { text: 'Our outcomes', href: reading.outcomes },
  { text: 'Scorecards', href: reading.scorecards },
  { text: 'Gaps', href: '/gaps' },
  { text: 'What children told us', href: '/surveys' },
  { text: 'Evidence', href: '/evidence' },
  { text: 'Places', href: '/places' },
  { text: 'Money and people', href: '/money' },
  { text: 'All measures', href: reading.measures },
] as const;

/** What stands above every page that shows figures: the way from a promise to its number and back. */
export function FiguresAround(props: { path: string; children: ComponentChildren }) {
  const { path } = props;
  return (
    <>
      <nav class="tabs" aria-label="How we are doing">
        <ul>
          {tabs.map(({ text, href }) => (
            <li key={href}>
              <a
                href={href}
                aria-current={href === path ? 'page' : path.startsWith(`${href}/`) ? 'true' : undefined}
              >
                {text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {props.children}
    </>
  );
}

/** What a page of figures says before the first file was brought in. */
export function NoFiguresYet(props: { what: string; mayBringIn: boolean }) {
  return (
    <div class="empty">
      <h2>No figures have been brought in yet</h2>
      <p>{props.what}</p>
      <p>
        {props.mayBringIn ? (
          <a href="/imports">Bring in a published file</a>
        ) : (
          'The first step is an analyst’s: to bring in a published file, such as the bulk file of the Local Authority Interactive Tool.'
        )}
      </p>
    </div>
  );
}
