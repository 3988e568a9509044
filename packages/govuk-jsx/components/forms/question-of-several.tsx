import type { ComponentChildren, JSX } from 'preact';
import type { Attributes } from '../../attributes.ts';
import { type Absent, type Content, contentOf } from '../../content.ts';
import type { FieldsetProps } from '../../generated/forms/fieldset.ts';
import { Fieldset } from './fieldset.tsx';
import { type FieldNotes, FormGroup, Notes } from './form-group.tsx';

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
