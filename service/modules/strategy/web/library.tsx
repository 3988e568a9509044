import { allowed } from '#platform/access/policy.ts';
import { page, type Route } from '#platform/http/route.ts';
import { editStrategy } from '../domain/permissions.ts';
import { type FrameworkLine, frameworks } from '../queries/framework.ts';
import { places } from './places.ts';

/** Every strategy that can be read here: the partnership's own, and the library. */
export const libraryRoute: Route = {
  method: 'GET',
  path: places.library,
  policy: 'everyone',
  answer: async (request) => {
    const lines = await request.read(frameworks);
    const mayEdit = allowed(request.actor, editStrategy);
    return page({ title: 'All strategies', body: <Library lines={lines} mayEdit={mayEdit} /> });
  },
};

function Library({ lines, mayEdit }: { lines: readonly FrameworkLine[]; mayEdit: boolean }) {
  const own = lines.filter(({ isLibrary }) => !isLibrary);
  const library = lines.filter(({ isLibrary }) => isLibrary);
  return (
    <>
      <h1>All strategies</h1>
      <p class="lead">Our own, and real ones from elsewhere to learn from. Lay any two side by side.</p>
      <h2>Ours</h2>
      {own.length === 0 ? (
        <p class="empty">
          There is none yet. Bring one in from a file, paste its text, or begin with a blank page.
        </p>
      ) : (
        <Lines lines={own} />
      )}
      {mayEdit ? (
        <div class="actions">
          <a class="govuk-button" href={places.bringIn}>
            Bring in a file
          </a>
          <a href={places.paste}>Paste text and mark its tiers</a>
          <a href={places.begin}>Begin with a blank page</a>
        </div>
      ) : null}
      <h2>To read and learn from</h2>
      <p>
        Published strategies and national frameworks, each line with its place in the source.{' '}
        <a href={places.sideBySide()}>Lay two side by side</a>.
      </p>
      <Lines lines={library} />
    </>
  );
}

function Lines({ lines }: { lines: readonly FrameworkLine[] }) {
  return (
    <ul class="subjects">
      {lines.map((line) => (
        <li key={line.slug}>
          <a class="thread-title" href={places.framework(line.slug)}>
            {line.name}
          </a>
          <span class="thread-state">
            {line.partnership}
            {line.isPublished ? '' : '. Not public yet'}
          </span>
        </li>
      ))}
    </ul>
  );
}
