import type { ChangedMeanwhile } from '../../actions/edit-own-framework.ts';
import type { Saved } from './edit-page.tsx';

/** One field in both versions. */
export type BothWords = { name: string; theirs: string; mine: string };

const atMinute = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  dateStyle: 'long',
  timeStyle: 'short',
});

/** The page again with both versions: theirs, which stands, and mine, which is still in the form. */
export function bothShown(
  refusal: ChangedMeanwhile<unknown>,
  fields: readonly BothWords[],
  field: string,
): Saved {
  const differing = fields.filter(({ theirs, mine }) => theirs !== mine);
  const who = refusal.by ?? 'Somebody else';
  const message = `${who} saved this while you were writing. Nothing is lost: read both, then save what should stand`;
  const panel = <BothVersions who={who} at={refusal.at} fields={differing} />;
  return { again: { errors: [{ field, message }], conflict: { panel, seen: refusal.seen } } };
}

function BothVersions(props: { who: string; at: Date | undefined; fields: readonly BothWords[] }) {
  const { who, at, fields } = props;
  if (fields.length === 0)
    return <p class="waiting">{who} saved just what you wrote. There is nothing more to do.</p>;
  return (
    <div class="both-versions" role="group" aria-label="Both versions">
      <section>
        <h2 class="thread-title">What {who === 'Somebody else' ? 'somebody else' : who} saved</h2>
        <p class="quiet">{at ? `On ${atMinute.format(at)}. ` : ''}This is what stands now.</p>
        <Side fields={fields.map(({ name, theirs }) => ({ name, words: theirs }))} />
      </section>
      <section>
        <h2 class="thread-title">What you wrote</h2>
        <p class="quiet">It is in the form below. Saving puts it in place of theirs.</p>
        <Side fields={fields.map(({ name, mine }) => ({ name, words: mine }))} />
      </section>
    </div>
  );
}

function Side({ fields }: { fields: readonly { name: string; words: string }[] }) {
  return (
    <dl>
      {fields.map(({ name, words }) => (
        <div key={name} class="fact">
          <dt class="quiet">{name}</dt>
          <dd class="own-words" dir="auto">
            {words === '' ? 'Nothing' : words}
          </dd>
        </div>
      ))}
    </dl>
  );
}
