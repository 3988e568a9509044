import { isRecord } from '../reading/problem.ts';
import { unescaped } from './xml-tag.ts';

/** An XML element as the parser gives it: children by name, attributes with an @ before theirs. */
export type Tag = Record<string, unknown>;

export function list(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

export function children(tag: Tag, name: string): Tag[] {
  return list(tag[name]).filter(isRecord);
}

export function child(tag: Tag, name: string): Tag | undefined {
  return children(tag, name)[0];
}

export function textOf(tag: Tag, name: string): string {
  return plainText(list(tag[name])[0]);
}

/** The words of a tag, markup within it left aside. */
export function plainText(value: unknown): string {
  if (typeof value === 'string') return unescaped(value).trim();
  if (!isRecord(value)) return '';
  return Object.entries(value)
    .filter(([name]) => !name.startsWith('@'))
    .map(([, inner]) => list(inner).map(plainText).join(' '))
    .join(' ')
    .trim();
}
