import type { PageRequest, PageContent } from '../route.ts';

/** Where somebody shows that it is they, and then comes back. */
export function provePath(request: Pick<PageRequest, 'path' | 'query'>): string {
  const query = request.query.toString();
  return proveFor(query === '' ? request.path : `${request.path}?${query}`);
}

function proveFor(path: string): string {
  return `/prove?next=${encodeURIComponent(path)}`;
}

/**
 * A form stood open for longer than a proof counts, or a press on a page asks for one: nothing was done, and every word is
 * still here.
 */
export function staleProofPage(request: PageRequest, pressedOn?: string): PageContent {
  const typed = Object.entries(request.posted)
    .filter(([name]) => name !== 'csrf' && name !== 'version')
    .flatMap(([name, values]) =>
      values.filter((value) => /\s/.test(value.trim())).map((value) => [name, value]),
    );
  return {
    title: 'Show once more that it is you',
    body: (
      <>
        <h1>Show once more that it is you</h1>
        <p class="lead">
          {pressedOn === undefined
            ? 'This form stood open for a while, so nothing has been done yet.'
            : 'What you pressed gives, takes or ends what somebody may open, so we ask who presses it. Nothing has been done yet.'}
        </p>
        <Typed typed={typed} />
        <p>
          <a href={pressedOn === undefined ? provePath(request) : proveFor(pressedOn)}>
            {pressedOn === undefined
              ? 'Show that it is you, and open the form again'
              : 'Show that it is you, and press it again'}
          </a>
        </p>
      </>
    ),
  };
}

function Typed({ typed }: { typed: readonly (readonly string[])[] }) {
  if (typed.length === 0) return null;
  return (
    <>
      <p>Here is what you wrote. Copy it, and put it back into the form afterwards.</p>
      {typed.map(([name, value], at) => (
        <textarea key={`${name} ${at}`} class="govuk-textarea" rows={4} readOnly aria-label="What you wrote">
          {value}
        </textarea>
      ))}
    </>
  );
}
