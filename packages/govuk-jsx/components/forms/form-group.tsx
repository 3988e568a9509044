import type { ComponentChildren, JSX } from 'preact';
import { type Attributes, attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import type { Absent } from '../../content.ts';
import type { ErrorMessageProps } from '../../generated/forms/error-message.ts';
import type { HintProps } from '../../generated/forms/hint.ts';
import type { LabelProps } from '../../generated/forms/label.ts';
import { ErrorMessage } from './error-message.tsx';
import { Hint } from './hint.tsx';
import { Label } from './label.tsx';

/** What the fields have in common. */
export type FieldNotes = Readonly<{ hint?: HintProps | Absent; errorMessage?: ErrorMessageProps | Absent }>;

/** The ids that describe a field: what the caller names, then its hint, then its error. */
export function describedBy(id: string, from: FieldNotes & Readonly<{ describedBy?: string | undefined }>) {
  const ids = classNames(from.describedBy, from.hint && `${id}-hint`, from.errorMessage && `${id}-error`);
  return ids === '' ? undefined : ids;
}

/** The hint and the error of a field, under the ids that `describedBy` names. */
export function Notes({ id, hint, errorMessage }: FieldNotes & Readonly<{ id: string }>): JSX.Element {
  return (
    <>
      {hint && <Hint {...hint} id={`${id}-hint`} />}
      {errorMessage && <ErrorMessage {...errorMessage} id={`${id}-error`} />}
    </>
  );
}

type FormGroupProps = Readonly<{
  failed: boolean;
  formGroup: Readonly<{ classes?: string | undefined; attributes?: Attributes | undefined }> | undefined;
  children: ComponentChildren;
}>;

/** The box round one question. */
export function FormGroup({ failed, formGroup, children }: FormGroupProps): JSX.Element {
  return (
    <div
      class={classNames('govuk-form-group', failed && 'govuk-form-group--error', formGroup?.classes)}
      {...attributes(formGroup?.attributes)}
    >
      {children}
    </div>
  );
}

type FieldProps = FieldNotes &
  Readonly<{
    id: string;
    label: LabelProps | undefined;
    formGroup: FormGroupProps['formGroup'];
    children: ComponentChildren;
  }>;

/** A question with one control: its label, hint and error, then the control. */
export function Field({ id, label, hint, errorMessage, formGroup, children }: FieldProps): JSX.Element {
  return (
    <FormGroup failed={Boolean(errorMessage)} formGroup={formGroup}>
      {label && <Label {...label} for={id} />}
      <Notes id={id} hint={hint} errorMessage={errorMessage} />
      {children}
    </FormGroup>
  );
}
