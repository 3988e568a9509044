import type { ComponentChildren, JSX } from 'preact';
import type { Attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import { type Absent, type Content, contentOf, type Markup } from '../../content.ts';
import type { FieldsetProps } from '../../generated/forms/fieldset.ts';
import type { HintProps } from '../../generated/forms/hint.ts';
import { Fieldset } from './fieldset.tsx';
import { type FieldNotes, FormGroup, Notes } from './form-group.tsx';
import { Hint } from './hint.tsx';
import { Label } from './label.tsx';

type GroupOfFields = FieldNotes &
  Readonly<{
    id: string;
    describedBy: string | undefined;
    fieldset?: FieldsetProps | Absent;
    role?: string;
    formGroup: Readonly<{ classes?: string | undefined; attributes?: Attributes | undefined }> | undefined;
    children: ComponentChildren;
  }>;

/** A question with several controls: hint and error come first, all inside a fieldset where one is given. */
export function QuestionOfSeveral(props: GroupOfFields): JSX.Element {
  const { fieldset } = props;
  const inside = (
    <>
      <Notes id={props.id} hint={props.hint} errorMessage={props.errorMessage} />
      {props.children}
    </>
  );
  return (
    <FormGroup failed={Boolean(props.errorMessage)} formGroup={props.formGroup}>
      {fieldset ? (
        <Fieldset
          describedBy={props.describedBy}
          classes={fieldset.classes}
          role={props.role}
          attributes={fieldset.attributes}
          legend={fieldset.legend}
        >
          {inside}
        </Fieldset>
      ) : (
        inside
      )}
    </FormGroup>
  );
}

/** Words before or after the controls. */
export function Beside({ content }: Readonly<{ content: Content | undefined }>): JSX.Element | null {
  return content ? <>{contentOf(content)}</> : null;
}

/** The first item bears the bare prefix, so that an error summary can link to it; the others are numbered. */
export function itemId(item: Readonly<{ id?: string | undefined }>, prefix: string, index: number): string {
  if (item.id) return item.id;
  return index > 0 ? `${prefix}-${index + 1}` : prefix;
}

type Choice = Content &
  Readonly<{
    label?: Readonly<{ classes?: string | undefined; attributes?: Attributes | undefined }> | Absent;
    hint?: HintProps | Absent;
    conditional?: Readonly<{ html?: Markup | undefined }> | undefined;
  }>;

type ChoiceProps = Readonly<{ block: 'govuk-checkboxes' | 'govuk-radios'; item: Choice; id: string }>;

/** The id of a choice's hint, where it has one that says something. */
export function hintIdOf(item: Choice, id: string): string | undefined {
  return item.hint && contentOf(item.hint) ? `${id}-item-hint` : undefined;
}

/** The words of one choice. */
export function ChoiceWords({ block, item, id }: ChoiceProps): JSX.Element {
  const hintId = hintIdOf(item, id);
  return (
    <>
      <Label
        html={item.html}
        text={item.text}
        classes={classNames(`${block}__label`, (item.label || undefined)?.classes)}
        attributes={(item.label || undefined)?.attributes}
        for={id}
      />
      {item.hint && hintId && (
        <Hint {...item.hint} id={hintId} classes={classNames(`${block}__hint`, item.hint.classes)} />
      )}
    </>
  );
}

/** What is asked further of those who make this choice. A script hides it until they do. */
export function Conditional(props: ChoiceProps & Readonly<{ checked: boolean }>): JSX.Element | null {
  const { block, item, id, checked } = props;
  const shown = item.conditional?.html;
  if (!shown) return null;
  return (
    <div
      class={classNames(`${block}__conditional`, !checked && `${block}__conditional--hidden`)}
      id={`conditional-${id}`}
    >
      {shown}
    </div>
  );
}
