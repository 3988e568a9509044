import type { PublishedArea } from '../../observation.ts';

const nine = /(?<![A-Za-z0-9])([A-Z]\d{8})(?![A-Za-z0-9])/g;
const three = /^(\d{3})$|^(\d{3})\s*[-–:,]?\s+\D|[([](\d{3})[)\]]$/;
/** a zone that a partnership wrote down itself: no spaces, and a digit in it */
const own = /^(?=.*\d)[A-Za-z][\w.-]{1,23}$/;

/**
 * The area that a cell speaks of by its code, alone or beside its name: "E10000020", "Norfolk (E10000020)", "926 Norfolk".
 * A name alone never decides, and a cell that holds two codes names none.
 */
export function areaInCell(cell: string, name: string | undefined): PublishedArea | undefined {
  const text = cell.trim();
  const [code, ...others] = new Set([...text.matchAll(nine)].map((found) => found[1] ?? ''));
  if (code !== undefined)
    return others.length > 0 ? undefined : { code, name: name ?? nameBeside(text, code) };
  const digits = three.exec(text);
  const dfeCode = digits?.[1] ?? digits?.[2] ?? digits?.[3];
  if (dfeCode !== undefined) return { dfeCode, name: name ?? nameBeside(text, dfeCode) };
  return own.test(text) ? { code: text, name: name ?? text } : undefined;
}

function nameBeside(text: string, code: string): string {
  const rest = text
    .replace(code, '')
    .replaceAll(/[()[\]]/g, ' ')
    .replaceAll(/^[\s\-–:,]+|[\s\-–:,]+$/g, '');
  return rest === '' ? code : rest;
}
