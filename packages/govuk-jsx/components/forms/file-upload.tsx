import type { JSX } from 'preact';
import { attributes } from '../../attributes.ts';
import { classNames } from '../../class-names.ts';
import { contentOf } from '../../content.ts';
import type { FileUploadProps } from '../../generated/forms/file-upload.ts';
import { describedBy, Field } from './form-group.tsx';

/** A file to send. With `javascript`, marked up for GOV.UK Frontend's drop zone. */
export function FileUpload(props: FileUploadProps): JSX.Element {
  const id = props.id || props.name;
  const { formGroup } = props;
  const control = (
    <input
      class={classNames('govuk-file-upload', props.classes, props.errorMessage && 'govuk-file-upload--error')}
      id={id}
      name={props.name}
      type="file"
      disabled={props.disabled}
      multiple={props.multiple}
      aria-describedby={describedBy(id, props)}
      {...attributes(props.attributes)}
    />
  );
  return (
    <Field
      id={id}
      label={props.label}
      hint={props.hint}
      errorMessage={props.errorMessage}
      formGroup={formGroup}
    >
      {formGroup?.beforeInput && contentOf(formGroup.beforeInput)}
      {props.javascript ? <DropZone {...props}>{control}</DropZone> : control}
      {formGroup?.afterInput && contentOf(formGroup.afterInput)}
    </Field>
  );
}

function DropZone(props: FileUploadProps & Readonly<{ children: JSX.Element }>): JSX.Element {
  const words: Record<string, string | undefined> = {
    'choose-files-button': props.chooseFilesButtonText,
    'no-file-chosen': props.noFileChosenText,
    'drop-instruction': props.dropInstructionText,
    'entered-drop-zone': props.enteredDropZoneText,
    'left-drop-zone': props.leftDropZoneText,
  };
  for (const [rule, text] of Object.entries(props.multipleFilesChosenText ?? {}))
    words[`multiple-files-chosen.${rule}`] = text;
  const translations: Record<string, string> = {};
  for (const [key, text] of Object.entries(words)) if (text) translations[`data-i18n.${key}`] = text;
  return (
    <div
      class={classNames('govuk-file-upload-wrapper', props.wrapperClasses)}
      data-module="govuk-file-upload"
      {...translations}
      {...attributes(props.wrapperAttributes)}
    >
      {props.children}
    </div>
  );
}
