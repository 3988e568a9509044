import { sayInstant } from './instant.ts';
import { plain } from '../../domain/look-words.ts';
import type { Look } from '../../queries/who-looked.ts';

/** Entries as a table; whose record it was is a button, because an id does not belong into an address. */
export function EntryTable({ looks, caption }: { looks: readonly Look[]; caption: string }) {
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table class="table audit-entries">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">What they did</th>
            <th scope="col">Whose record</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {looks.map((look) => (
            <EntryRow key={look.number} look={look} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function EntryRow({ look }: { look: Look }) {
  const { subject } = look.entry;
  return (
    <tr>
      <td class="when">{sayInstant(look.at)}</td>
      <th scope="row">
        {look.name}
        <span class="quiet">{[look.role, look.organisation].filter(Boolean).join(', ')}</span>
      </th>
      <td>
        {look.did}
        <span class="quiet">{look.act}</span>
      </td>
      <td>
        <button class="as-link" type="submit" name="record" value={`${subject.kind} ${subject.id}`}>
          {plain(subject.kind)} <code>{subject.id.slice(-6)}</code>
        </button>
      </td>
      <td>
        {look.why}
        <span class="quiet">{look.relationship}</span>
      </td>
    </tr>
  );
}
