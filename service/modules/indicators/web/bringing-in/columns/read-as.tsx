import type { ImportLine } from '../../../queries/imports.ts';
import type { MeasureOfFile } from '../../../domain/formats/mapped/column-mapping.ts';

/** As which measure a file was read, and by which columns, where a person said so. */
export function ReadAs({ file: { reading } }: { file: ImportLine }) {
  if (!reading) return null;
  const { measure, savedAs } = reading;
  return (
    <p>
      Read as <strong dir="auto">{sayMeasure(measure)}</strong>
      {measure.named === 'known' ? '' : `, published by ${measure.publisher} (${measure.publication})`}.
      {savedAs === undefined ? '' : ` Its columns are remembered as “${savedAs}”.`}
    </p>
  );
}

function sayMeasure(measure: MeasureOfFile): string {
  switch (measure.named) {
    case 'known':
      return measure.title || measure.id;
    case 'new':
      return measure.title;
    case 'in-column':
      return `the measures that the column “${measure.column}” names`;
  }
}
