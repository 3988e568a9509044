import { sayDay } from '#platform/kernel/day.ts';
import type { Written } from '../../domain/report/written.ts';

/** One field in both versions. */
export type BothWords = { name: string; theirs: string; mine: string };

/** What the page says where somebody saved first. */
export function sayConflict(theirs: Pick<Written, 'changedBy'> | undefined): string {
  return `${theirs?.changedBy ?? 'Somebody else'} changed this while you were writing. Nothing is lost: read both, then save what should stand`;
}

/** What somebody else saved first, which stands, beside what was written here, which is still in the form. */
export function BothVersions(props: {
  theirs: Written | undefined;
  /** for those who see no theirs */
  gone: string;
  fields: readonly BothWords[];
}) {
  const { theirs, gone } = props;
  const fields = props.fields.filter((field) => field.theirs !== field.mine);
  return (
    <div class="both-versions" role="group" aria-label="Both versions">
      <section>
        <h2 class="thread-title">What stands now</h2>
        <p class="quiet">{theirs ? `${theirs.changedBy}, ${sayDay(theirs.changedOn)}.` : gone}</p>
        {theirs ? <Side fields={fields.map(({ name, theirs: words }) => ({ name, words }))} /> : null}
      </section>
      <section>
        <h2 class="thread-title">What you wrote</h2>
        <p class="quiet">It is in the form below. Saving puts it in place of what stands.</p>
        <Side fields={fields.map(({ name, mine: words }) => ({ name, words }))} />
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
