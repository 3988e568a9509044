/** What can be read of a letter that was carried. */
export type LetterRead = {
  to: string;
  from: string;
  subject: string;
  sentAt: Date;
  messageId: string;
  /** the plain text */
  text: string;
};

/** Reads a letter of our own making (RFC 5322, MIME): its heads and its plain text. */
export function readLetter(bytes: Buffer): LetterRead {
  const { heads, body } = split(bytes.toString('latin1'));
  const boundary = /boundary="?([^";]+)"?/.exec(heads.get('content-type') ?? '')?.[1];
  const parts = boundary === undefined ? [{ heads, body }] : body.split(`--${boundary}`).map(split);
  const plain = parts.find((part) => part.heads.get('content-type')?.startsWith('text/plain'));
  return {
    to: bare(heads.get('to') ?? ''),
    from: words(heads.get('from') ?? ''),
    subject: words(heads.get('subject') ?? ''),
    sentAt: new Date(heads.get('date') ?? ''),
    messageId: heads.get('message-id') ?? '',
    text: plain ? decoded(plain) : '',
  };
}

type Part = { heads: ReadonlyMap<string, string>; body: string };

function split(text: string): Part {
  const whole = text.replace(/^\r?\n/, '');
  const at = whole.search(/\r?\n\r?\n/);
  const head = at < 0 ? whole : whole.slice(0, at);
  const lines = head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const heads = new Map(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  );
  return { heads, body: at < 0 ? '' : whole.slice(at).replace(/^\r?\n\r?\n/, '') };
}

function decoded({ heads, body }: Part): string {
  const how = heads.get('content-transfer-encoding')?.toLowerCase();
  const bytes =
    how === 'base64'
      ? Buffer.from(body, 'base64')
      : how === 'quoted-printable'
        ? quoted(body.replaceAll(/=\r?\n/g, ''))
        : Buffer.from(body, 'latin1');
  return bytes.toString('utf8').replaceAll('\r\n', '\n').trimEnd();
}

function quoted(text: string): Buffer {
  const plain = text.replaceAll(/=([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(plain, 'latin1');
}

/** Words of a head that are not plain ASCII (RFC 2047). */
function words(text: string): string {
  return text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, how: string, encoded: string) =>
      (how.toLowerCase() === 'b'
        ? Buffer.from(encoded, 'base64')
        : quoted(encoded.replaceAll('_', ' '))
      ).toString('utf8'),
    );
}

function bare(address: string): string {
  return /<([^>]+)>/.exec(address)?.[1] ?? address;
}
