import { Button, Details, Textarea } from '#packages/govuk-jsx';
import type { Answers } from '#platform/forms/inputs.tsx';
import { errorOf } from '#platform/forms/read-form.ts';
import type { PageRequest } from '#platform/http/route.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import type { MinutesItem, NoteSeen } from '../../queries/minutes/minutes-of.ts';
import { agendaPlaces } from '../agenda/agenda-places.ts';

function isMine({ note }: NoteSeen, actor: Actor): boolean {
  return actor.kind === 'person' && note.author.id === actor.personId;
}

/** What others took down; all of it once the minutes are agreed. */
export function OthersNotes(props: { notes: readonly NoteSeen[]; actor: Actor; isAgreed: boolean }) {
  const shown = props.notes.filter((seen) => props.isAgreed || !isMine(seen, props.actor));
  return (
    <>
      {shown.map(({ note }) => (
        <blockquote key={note.id} class="note-of-other">
          <p class="own-words" dir="auto">
            {note.words}
          </p>
          <footer class="quiet">{note.author.name}</footer>
        </blockquote>
      ))}
    </>
  );
}

type MyProps = {
  one: MinutesItem;
  title: string;
  meetingKey: string;
  newKey: () => string;
  request: PageRequest;
  answers: Answers;
};

/** A person's own notes under an item, each in a box of its own; an empty box where they wrote none yet. */
export function MyNotes(props: MyProps) {
  const mine = props.one.notes.filter((seen) => isMine(seen, props.request.actor));
  const { posted } = props.answers;
  const refused = mine.length === 0 && (posted?.['item']?.[0] ?? '') === (props.one.item?.id ?? '');
  const newKey = (refused ? posted?.['client']?.[0] : undefined) ?? props.newKey();
  return (
    <>
      {mine.map((seen) => (
        <NoteForm key={seen.note.id} {...props} seen={seen} clientKey={seen.note.clientKey} />
      ))}
      {mine.length === 0 ? <NoteForm {...props} seen={undefined} clientKey={newKey} /> : null}
    </>
  );
}

function NoteForm(props: MyProps & { seen: NoteSeen | undefined; clientKey: string }) {
  const { one, seen, clientKey, request, answers } = props;
  const field = `note-${clientKey}`;
  const isPosted = answers.posted?.['client']?.[0] === clientKey;
  const words = (isPosted ? answers.posted?.['words']?.[0] : undefined) ?? seen?.note.words ?? '';
  const author = request.actor.kind === 'person' ? request.actor.personId : '';
  return (
    <form
      method="post"
      action={agendaPlaces.notes(props.meetingKey)}
      noValidate
      class="note"
      data-keeps-note={`${author} ${props.meetingKey}`}
    >
      <CsrfField csrf={request.csrf} />
      <input type="hidden" name="client" value={clientKey} />
      <input type="hidden" name="item" value={one.item?.id ?? ''} />
      <input type="hidden" name="seen" value={String(seen?.note.version ?? 0)} />
      <NoteBox field={field} title={props.title} words={words} error={errorOf(answers.errors, field)} />
      <p class="quiet note-says" role="status" data-says="" />
      <div class="actions">
        <Button text="Save" classes="govuk-button--secondary" />
        <Button
          name="next"
          value="decide"
          text="Save and write a decision"
          classes="govuk-button--secondary"
        />
      </div>
      <Earlier seen={seen} />
    </form>
  );
}

function NoteBox(props: { field: string; title: string; words: string; error: string | undefined }) {
  const { field, title, words, error } = props;
  return (
    <Textarea
      name="words"
      id={field}
      rows={4}
      label={{
        html: (
          <>
            Your notes<span class="visually-hidden"> on {title}</span>
          </>
        ),
        classes: 'govuk-label--s',
      }}
      value={words}
      errorMessage={error === undefined ? undefined : { text: error }}
    />
  );
}

function Earlier({ seen }: { seen: NoteSeen | undefined }) {
  const count = seen?.before.length ?? 0;
  if (!seen || count === 0) return null;
  return (
    <Details
      summaryText={count === 1 ? 'One other wording is kept' : `${count} other wordings are kept`}
      html={
        <ul class="plain-list">
          {seen.before.map(({ words, untilAt }) => (
            <li key={`${untilAt.toISOString()} ${words}`} class="own-words" dir="auto">
              {words}
            </li>
          ))}
        </ul>
      }
    />
  );
}
