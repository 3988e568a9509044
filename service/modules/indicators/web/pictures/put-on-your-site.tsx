import { Details } from '#packages/govuk-jsx';
import { frameText } from './frame-text.ts';
import { frameSize } from './places.ts';

/** What could be put on another site, each with a name that says what it is. */
export type ToPutOnASite = { name: string; title: string; path: string; height: number };

/** How to put the charts of a page on another site: a line to copy for each. */
export function PutOnYourSite({ origin, frames }: { origin: string; frames: readonly ToPutOnASite[] }) {
  if (frames.length === 0) return null;
  return (
    <Details summaryText="Put this on your site">
      <p>
        Copy a line into your own page. It always shows the newest figures, needs no script and sets no
        cookie, and its title tells people who listen to the page what is inside.
      </p>
      {frames.map(({ name, title, path, height }) => (
        <div key={path} class="embed-text">
          <h3>{name}</h3>
          <code tabIndex={0} role="group" aria-label={`The line for: ${name}`}>
            {frameText({ src: `${origin}${path}`, title, width: frameSize.width, height })}
          </code>
        </div>
      ))}
      <p>
        <a href="/open-data#embed">More about pictures, frames and files</a>
      </p>
    </Details>
  );
}
