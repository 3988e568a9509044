import type { ComponentChildren } from 'preact';
import { Button } from '#packages/govuk-jsx';
import { WordsField, type Answers } from '#platform/forms/inputs.tsx';
import { kept } from '#platform/forms/read-form.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import type { FindingAct } from '../../actions/findings/say-finding.ts';
import type { FindingView } from '../../queries/findings/finding-view.ts';
import { findingPlaces } from './places.ts';

type Props = { view: FindingView; answers: Answers; csrf: string };

/** What this person may do with the finding: one box for words, and a button for each thing that can be said with them. */
export function Acts({ view, answers, csrf }: Props) {
  const { finding, may } = view;
  const chosen = actsOf(view);
  if (!may.write && !may.act && chosen.length === 0) return null;
  return (
    <>
      <Ways view={view} csrf={csrf} />
      {chosen.length === 0 ? null : (
        <form method="post" action={findingPlaces.say(finding.number)} noValidate class="edit">
          <h2>Say something of it</h2>
          <CsrfField csrf={csrf} />
          <input type="hidden" name="seen" value={String(finding.version)} />
          <Notice view={view} />
          <WordsField
            answers={answers}
            name="said"
            label={labelOf(view)}
            hint="It stays with the finding, under your name. Never write of one child or family."
            rows={4}
          />
          <div class="actions">
            {chosen.map(({ act, text, plain }) => (
              <Button
                key={act}
                text={text}
                name="act"
                value={act}
                classes={plain ? 'govuk-button--secondary' : ''}
                preventDoubleClick
              />
            ))}
          </div>
          {kept(answers.posted, 'act') === '' ? null : (
            <p class="quiet">Nothing was saved yet. Your words are in the box above.</p>
          )}
        </form>
      )}
    </>
  );
}

type Choice = { act: FindingAct; text: string; plain: boolean };

function actsOf({ may }: FindingView): readonly Choice[] {
  const all: readonly (Choice & { open: boolean })[] = [
    { act: 'mended', text: 'It is mended', plain: false, open: may.mend },
    { act: 'close', text: 'I looked: close it', plain: false, open: may.close },
    { act: 'note', text: 'Only add a note', plain: true, open: may.note },
    { act: 'reopen', text: 'It is not mended: open it again', plain: true, open: may.reopen },
  ];
  return all.filter(({ open }) => open);
}

function labelOf({ may }: FindingView): string {
  if (may.mend) return 'What shows that it is mended, or a note on how it goes';
  if (may.close) return 'What you saw when you looked, or why it is not mended';
  return 'What there is to say';
}

function Notice({ view }: { view: FindingView }): ComponentChildren {
  if (!view.isOwn || view.finding.state !== 'ready') return null;
  return <p class="measure-notes">You answer for this finding, so somebody else looks and closes it.</p>;
}

function Ways({ view, csrf }: { view: FindingView; csrf: string }) {
  const { finding, may } = view;
  if (!may.write && !may.act) return null;
  return (
    <div class="actions">
      {may.act ? (
        <form method="post" action={findingPlaces.act(finding.number)} id="make-action">
          <CsrfField csrf={csrf} />
          <input type="hidden" name="known" value={String(view.actions.length)} />
          <Button
            text={view.actions.length === 0 ? 'Make an action of it' : 'Make another action of it'}
            classes={view.actions.length === 0 ? '' : 'govuk-button--secondary'}
            preventDoubleClick
          />
        </form>
      ) : null}
      {may.write ? <a href={findingPlaces.edit(finding.number)}>Change what is written</a> : null}
    </div>
  );
}
