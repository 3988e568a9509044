import type { ComponentChildren } from 'preact';
import { Button, Details } from '#packages/govuk-jsx';
import type { Posted } from '#platform/forms/fields.ts';
import { kept } from '#platform/forms/read-form.ts';
import {
  keepBackReasons,
  keepReasons,
  removeReasons,
  type GatheredFact,
  type GatheredSpan,
} from '../../domain/rights/answer.ts';
import { rightsPlaces } from './places.ts';
import { keepBackChoices, keepWords, removeWords, spanKindWords } from './rights-words.ts';

type Props = {
  fact: GatheredFact;
  hidden: ComponentChildren;
  requestId: string;
  mayDecide: boolean;
  /** what somebody typed before they were told that it cannot be done so */
  posted: Posted;
};

/** One gathered fact: its words with the stretches marked, and what becomes of each. */
export function FactToDecide(props: Props) {
  const { fact } = props;
  return (
    <>
      <p dir="auto" class="own-words">
        <Marked text={fact.words} spans={fact.spans.filter(({ field }) => field === 'words')} />
      </p>
      <p class="quiet" dir="auto">
        <Marked text={fact.whose} spans={fact.spans.filter(({ field }) => field === 'whose')} />
        {fact.source === '' ? null : (
          <>
            {' · '}
            <Marked text={fact.source} spans={fact.spans.filter(({ field }) => field === 'source')} />
          </>
        )}
      </p>
      {fact.keptBack ? (
        <p class="measure-notes">
          <strong>Kept back:</strong> {keepBackChoices[fact.keptBack]}
        </p>
      ) : null}
      {fact.spans.length === 0 ? (
        <p class="quiet">Nothing in it seems to be about anybody else.</p>
      ) : (
        <Spans {...props} />
      )}
      {props.mayDecide ? <More {...props} /> : null}
    </>
  );
}

/** The words with what may be about others marked, by what is decided: a word and a line, not a colour alone. */
function Marked({ text, spans }: { text: string; spans: readonly GatheredSpan[] }) {
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    if (span.from < at) continue;
    parts.push(text.slice(at, span.from));
    parts.push(
      <mark key={span.id} class={`span-${span.decision}`}>
        {text.slice(span.from, span.to)}
        <span class="visually-hidden"> ({stateWords[span.decision]})</span>
      </mark>,
    );
    at = span.to;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}

const stateWords = { proposed: 'to be decided', remove: 'taken out', keep: 'left in' } as const;

function wordsOf(fact: GatheredFact, { field, from, to }: GatheredSpan): string {
  return fact[field === 'field_group' ? 'fieldGroup' : field].slice(from, to);
}

function Spans(props: Props) {
  const { fact } = props;
  return (
    <ul class="rights-spans">
      {fact.spans.map((span) => (
        <li key={span.id}>
          <p>
            <strong dir="auto">{wordsOf(fact, span)}</strong>{' '}
            <span class="quiet" dir="auto">
              {span.who} ({spanKindWords[span.kind]})
            </span>
          </p>
          <Decision span={span} />
          {props.mayDecide ? <DecideForm {...props} span={span} /> : null}
        </li>
      ))}
    </ul>
  );
}

function Decision({ span }: { span: GatheredSpan }) {
  if (span.decision === 'proposed') return null;
  const reason = span.decision === 'remove' ? removeWords[span.reason] : keepWords[span.reason];
  return (
    <p class="quiet">
      {reason} ({span.byName})
    </p>
  );
}

function DecideForm({ span, fact, hidden, requestId }: Props & { span: GatheredSpan }) {
  const label = `What becomes of “${wordsOf(fact, span)}”`;
  const chosen = span.decision === 'proposed' ? '' : span.reason;
  return (
    <form method="post" action={rightsPlaces.wordsAct(requestId, 'decide')} class="rights-decide">
      {hidden}
      <input type="hidden" name="span" value={span.id} />
      <select class="govuk-select" name="reason" aria-label={label}>
        <option value="">Choose</option>
        {removeReasons.map((reason) => (
          <option key={reason} value={reason} selected={reason === chosen}>
            {removeWords[reason]}
          </option>
        ))}
        {keepReasons.map((reason) => (
          <option key={reason} value={reason} selected={reason === chosen}>
            {keepWords[reason]}
          </option>
        ))}
      </select>
      <button class="govuk-button" type="submit">
        Here
        <span class="visually-hidden">: {wordsOf(fact, span)}</span>
      </button>
      <button class="govuk-button govuk-button--secondary" type="submit" name="alike" value="yes">
        Wherever these words stand
        <span class="visually-hidden">: {wordsOf(fact, span)}</span>
      </button>
    </form>
  );
}

/** What is needed seldom: words that nothing proposed, and a fact that is kept back whole. */
function More(props: Props) {
  return (
    <Details
      open={kept(props.posted, 'fact') === props.fact.id}
      summaryText="Take out other words, or keep all of it back"
      html={
        <>
          <TakeOutForm {...props} />
          <KeepBackForm {...props} />
        </>
      }
    />
  );
}

function TakeOutForm({ fact, hidden, requestId, posted }: Props) {
  const words = `words-${fact.id}`;
  const typed = kept(posted, 'fact') === fact.id ? kept(posted, 'words') : '';
  return (
    <form method="post" action={rightsPlaces.wordsAct(requestId, 'take-out')} class="edit">
      {hidden}
      <input type="hidden" name="fact" value={fact.id} />
      <label class="govuk-label" for={words}>
        Words to take out, just as they stand
      </label>
      <input type="text" class="govuk-input" id={words} name="words" dir="auto" value={typed} />
      <Pick
        id={`why-${fact.id}`}
        label="Why"
        options={removeReasons.map((value) => ({ value, text: removeWords[value] }))}
      />
      <Button text="Take them out" classes="govuk-button--secondary" />
    </form>
  );
}

function KeepBackForm({ fact, hidden, requestId }: Props) {
  return (
    <form method="post" action={rightsPlaces.wordsAct(requestId, 'keep-back')} class="edit">
      {hidden}
      <input type="hidden" name="fact" value={fact.id} />
      <Pick
        id={`whole-${fact.id}`}
        label="Keep all of it back, because"
        options={[
          ...(fact.keptBack ? [{ value: 'give', text: 'Give it after all' }] : []),
          ...keepBackReasons.map((value) => ({ value, text: keepBackChoices[value] })),
        ]}
      />
      <Button text="Save" classes="govuk-button--secondary" />
    </form>
  );
}

function Pick(props: { id: string; label: string; options: readonly { value: string; text: string }[] }) {
  return (
    <>
      <label class="govuk-label" for={props.id}>
        {props.label}
      </label>
      <select class="govuk-select" id={props.id} name="reason">
        {props.options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </>
  );
}
