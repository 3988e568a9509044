import type { ComponentChildren } from 'preact';
import type { ExportState } from '../../domain/exports/export.ts';
import type { ExportSeen } from '../../queries/exports/export-pages.ts';
import { sayMoment, sayState, sayWhat } from './export-words.ts';

const tags: Readonly<Record<ExportState, { text: string; class: string }>> = {
  waits: { text: 'Waits', class: 'tag tag-waiting' },
  refused: { text: 'Not approved', class: 'tag' },
  open: { text: 'To be taken', class: 'tag tag-waiting' },
  taken: { text: 'Taken', class: 'tag' },
  late: { text: 'Too late', class: 'tag' },
};

type Props = { one: ExportSeen; title: string; level?: 2 | 3; children?: ComponentChildren };

/** One file that was asked for: what it is, why, and how it stands. */
export function ExportCard({ one, title, level = 3, children }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3';
  const { asked, state } = one;
  return (
    <li class="card" id={`export-${asked.id}`}>
      <Heading>{title}</Heading>
      <p>
        <strong class={tags[state].class}>{tags[state].text}</strong> {sayState(one)}
      </p>
      <p>
        {sayWhat(one)}
        {title.includes(sayMoment(asked.askedAt)) ? null : (
          <span class="quiet"> Asked for on {sayMoment(asked.askedAt)}.</span>
        )}
      </p>
      <p dir="auto">“{asked.reason}”</p>
      {asked.decided ? (
        <p dir="auto">
          {asked.decided.byName}: “{asked.decided.words}”
        </p>
      ) : null}
      {children}
    </li>
  );
}
