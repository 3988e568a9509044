/** A piece of a letter as it is written down: what is secret in it is named, and made only while it is carried. */
export type LetterPart =
  | { kind: 'words'; text: string }
  | { kind: 'list'; items: readonly string[] }
  /** a page of this service, by its path */
  | { kind: 'page'; text: string; path: string }
  /** a link of one use, by its id */
  | { kind: 'one-use-link'; text: string; linkId: string }
  /** the short code that opens a link of one use */
  | { kind: 'code'; linkId: string };

/** A letter as a part of the service asks for it. */
export type LetterToWrite = {
  /** what it is about: written twice with the same key, it goes out once */
  key: string;
  to: string;
  subject: string;
  parts: readonly LetterPart[];
  /** the person who is told where it cannot be delivered */
  askedBy: string | undefined;
};

/** A piece of a letter that is ready to leave. */
export type ReadyPart =
  | { kind: 'words'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'code'; text: string };

/** A letter that is ready to leave. */
export type ReadyLetter = {
  /** the same each time it is carried, so that whoever gets it twice sees it once */
  messageId: string;
  to: string;
  from: { name: string; address: string };
  subject: string;
  parts: readonly ReadyPart[];
  writtenAt: Date;
};

/** The letter as plain text. */
export function plainOf({ parts }: Pick<ReadyLetter, 'parts'>): string {
  const blocks = parts.map((part) => {
    switch (part.kind) {
      case 'words':
        return part.text;
      case 'list':
        return part.items.map((item) => `- ${item}`).join('\n');
      case 'link':
        return `${part.text}:\n${part.href}`;
      case 'code':
        return `    ${part.text}`;
    }
  });
  return `${blocks.join('\n\n')}\n`;
}

/** The letter as simple HTML: the same words, no picture, nothing from anywhere, nothing that tells when it is opened. */
export function htmlOf({ subject, parts }: Pick<ReadyLetter, 'subject' | 'parts'>): string {
  const blocks = parts.map((part) => {
    switch (part.kind) {
      case 'words':
        return `<p>${escaped(part.text)}</p>`;
      case 'list':
        return `<ul>${part.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
      case 'link':
        return `<p><a href="${escaped(part.href)}">${escaped(part.text)}</a></p>`;
      case 'code':
        return `<p><strong>${escaped(part.text)}</strong></p>`;
    }
  });
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body>${blocks.join('\n')}</body></html>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
