import { onePackage } from '#modules/sharing/index.ts';
import {
  linesAsCsv,
  linesAsJson,
  type ExportFrame,
  type ExportLine,
} from '../../domain/exports/export-file.ts';

/** The lines as a spreadsheet and for machines, in one package. */
export function packExport(frame: ExportFrame, lines: readonly ExportLine[]): Uint8Array {
  const bytes = (text: string) => new TextEncoder().encode(text);
  return onePackage([
    { name: 'records.csv', bytes: bytes(linesAsCsv(lines)) },
    { name: 'records.json', bytes: bytes(linesAsJson(frame, lines)) },
  ]);
}
