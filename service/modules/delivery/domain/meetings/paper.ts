import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Publishing } from '../decision.ts';

/** A paper of a meeting, without its bytes. */
export type Paper = {
  id: Id<'paper'>;
  meetingId: Id<'meeting'>;
  itemId: Id<'agenda-item'> | undefined;
  title: string;
  fileName: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  publishing: Publishing;
  withdrawn: { at: Date; because: string } | undefined;
};

/** No paper may be larger: 20 MB. */
export const mostPaperBytes = 20 * 1024 * 1024;

export type PaperRefusal =
  | { reason: 'paper-missing' }
  | { reason: 'paper-empty' }
  | { reason: 'paper-too-large'; bytes: number }
  /** a kind of file that can do something by itself when it is opened, or that we do not know */
  | { reason: 'paper-kind-wrong'; ending: string }
  /** its name says one kind of file, and what is in it another */
  | { reason: 'paper-not-what-it-says'; ending: string }
  | { reason: 'paper-has-macros' }
  | { reason: 'paper-title-missing' }
  | { reason: 'ground-missing' };

const office = 'application/vnd.openxmlformats-officedocument';
const open = 'application/vnd.oasis.opendocument';

/** The kinds of file that a paper may be: their media type, and what a file of that kind is known by. */
const kinds: Readonly<Record<string, { mediaType: string; holds: Holds }>> = {
  pdf: { mediaType: 'application/pdf', holds: { begins: '%PDF-' } },
  docx: { mediaType: `${office}.wordprocessingml.document`, holds: { zipped: 'word/' } },
  xlsx: { mediaType: `${office}.spreadsheetml.sheet`, holds: { zipped: 'xl/' } },
  pptx: { mediaType: `${office}.presentationml.presentation`, holds: { zipped: 'ppt/' } },
  odt: { mediaType: `${open}.text`, holds: { zipped: `mimetype${open}.text` } },
  ods: { mediaType: `${open}.spreadsheet`, holds: { zipped: `mimetype${open}.spreadsheet` } },
  odp: { mediaType: `${open}.presentation`, holds: { zipped: `mimetype${open}.presentation` } },
  png: { mediaType: 'image/png', holds: { begins: '\x89PNG\r\n\x1a\n' } },
  jpg: { mediaType: 'image/jpeg', holds: { begins: '\xff\xd8\xff' } },
  jpeg: { mediaType: 'image/jpeg', holds: { begins: '\xff\xd8\xff' } },
  txt: { mediaType: 'text/plain; charset=utf-8', holds: { plain: 'words' } },
  csv: { mediaType: 'text/csv; charset=utf-8', holds: { plain: 'words' } },
};

type Holds = { begins: string } | { zipped: string } | { plain: 'words' };

/** The endings that a paper's name may have. */
export const paperEndings = Object.keys(kinds);

/** What sort of file it is, by its name and by what is in it; both must say the same. */
export function readPaper(
  fileName: string,
  content: Uint8Array,
): Outcome<{ fileName: string; mediaType: string }, PaperRefusal> {
  const name = fileName.split(/[\\/]/).at(-1)?.trim() ?? '';
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (content.length === 0) return refuse({ reason: 'paper-empty' });
  if (content.length > mostPaperBytes) return refuse({ reason: 'paper-too-large', bytes: content.length });
  const kind = kinds[ending];
  if (!kind) return refuse({ reason: 'paper-kind-wrong', ending });
  if (!isWhatItSays(kind.holds, content)) return refuse({ reason: 'paper-not-what-it-says', ending });
  if ('zipped' in kind.holds ? hasMacros(content) : ending === 'pdf' && runsSomething(content))
    return refuse({ reason: 'paper-has-macros' });
  return done({ fileName: name.slice(-200), mediaType: kind.mediaType });
}

function isWhatItSays(holds: Holds, content: Uint8Array): boolean {
  if ('begins' in holds) return latin(content.subarray(0, holds.begins.length)) === holds.begins;
  if ('plain' in holds) return isPlainText(content);
  const text = latin(content);
  if (!text.startsWith('PK\x03\x04')) return false;
  if (holds.zipped.startsWith('mimetype')) return text.slice(30, 30 + holds.zipped.length) === holds.zipped;
  return text.includes('[Content_Types].xml') && text.includes(holds.zipped);
}

/**
 * Names inside a zip stand uncompressed in its directory: a part that holds macros, or something that runs, is seen
 * there.
 */
function hasMacros(content: Uint8Array): boolean {
  return /vbaProject|vbaData|activeX\/|xl\/macrosheets\/|Basic\/(Standard|script)|Scripts\/|oleObject\d*\.bin|\.(exe|js|vbs|hta)PK/i.test(
    latin(content),
  );
}

/** A PDF that runs a script or starts a program when it is opened, however it spells the name: "/J#61vaScript" is one. */
function runsSomething(content: Uint8Array): boolean {
  const names = latin(content).replaceAll(/#([\da-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return /\/JavaScript|\/Launch\b/.test(names);
}

/** Words in UTF-8 or a Windows code page: no zero bytes, no controls, and nothing that a browser would read as a page. */
function isPlainText(content: Uint8Array): boolean {
  const text = latin(content);
  if (/[^\t\n\f\r\P{Cc}]/u.test(text.replaceAll(/[\x80-\x9f]/g, ''))) return false;
  return !/^(?:\xef\xbb\xbf)?\s*(?:<!doctype|<html|<\?xml|<svg|<script|MZ|#!|%PDF|PK)/i.test(text);
}

function latin(content: Uint8Array): string {
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1');
}

/** Whether a paper is published, or kept back on a ground that is said. */
export function checkPublishing(publishing: Publishing): Outcome<Publishing, { reason: 'ground-missing' }> {
  if (publishing.publish === 'publish') return done({ publish: 'publish', ground: '' });
  const ground = publishing.ground.trim();
  return ground === '' ? refuse({ reason: 'ground-missing' }) : done({ publish: 'exempt', ground });
}
