import { affectedBy, type Reply, type Row } from '../engine/engine.ts';
import { readerFor, type ReadValue } from '../engine/read-value.ts';
import { type ServerError } from '../fault.ts';

// PostgreSQL's frontend/backend protocol 3.0, as much of it as one prepared statement needs:
// https://www.postgresql.org/docs/current/protocol-message-formats.html

export type Column = { name: string; read: ReadValue };

/** What the database sent back; `columns` only where it described them. */
export type Answer = Reply & { columns: readonly Column[] | undefined; error: ServerError | undefined };

/** Collects messages for the database into one piece of memory. */
export class Messages {
  #bytes = Buffer.allocUnsafeSlow(16_384);
  #length = 0;

  parse(name: string, text: string): this {
    return this.#message('P', () => this.#text(name).#text(text).#int16(0));
  }

  describe(name: string): this {
    return this.#message('D', () => this.#byte('S').#text(name));
  }

  bind(name: string, values: readonly (string | null)[]): this {
    return this.#message('B', () => {
      this.#text('').#text(name).#int16(0).#int16(values.length);
      for (const value of values) this.#value(value);
      this.#int16(0);
    });
  }

  execute(): this {
    return this.#message('E', () => this.#text('').#int32(0));
  }

  close(name: string): this {
    return this.#message('C', () => this.#byte('S').#text(name));
  }

  sync(): this {
    return this.#message('S', () => {});
  }

  query(text: string): this {
    return this.#message('Q', () => this.#text(text));
  }

  /** All that was collected, in memory of its own; starts afresh. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = new Uint8Array(this.#length);
    taken.set(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return taken;
  }

  #message(type: string, writeBody: () => void): this {
    this.#byte(type);
    const start = this.#length;
    this.#int32(0);
    writeBody();
    this.#bytes.writeInt32BE(this.#length - start, start);
    return this;
  }

  #room(needed: number): void {
    if (this.#length + needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#bytes.length * 2, this.#length + needed));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }

  #byte(letter: string): this {
    this.#room(1);
    this.#bytes[this.#length] = letter.charCodeAt(0);
    this.#length += 1;
    return this;
  }

  #int16(value: number): this {
    this.#room(2);
    this.#length = this.#bytes.writeUInt16BE(value, this.#length);
    return this;
  }

  #int32(value: number): this {
    this.#room(4);
    this.#length = this.#bytes.writeInt32BE(value, this.#length);
    return this;
  }

  #text(text: string): this {
    if (text.includes('\0')) throw new RangeError('PostgreSQL holds no text with a zero character');
    this.#room(text.length * 3 + 1);
    this.#length += this.#bytes.write(text, this.#length, 'utf8');
    this.#bytes[this.#length] = 0;
    this.#length += 1;
    return this;
  }

  #value(value: string | null): this {
    if (value === null) return this.#int32(-1);
    this.#room(value.length * 3 + 4);
    const written = this.#bytes.write(value, this.#length + 4, 'utf8');
    this.#bytes.writeInt32BE(written, this.#length);
    this.#length += 4 + written;
    return this;
  }
}

/**
 * Reads one answer whole.
 * @param known the columns as described when the statement was first prepared
 */
export function readAnswer(bytes: Uint8Array, known: readonly Column[] | undefined): Answer {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const answer: Answer = { rows: [], command: '', affected: undefined, columns: known, error: undefined };
  for (let at = 0; at < buffer.length;) {
    const type = buffer[at];
    const end = at + 1 + buffer.readInt32BE(at + 1);
    readMessage(answer, type, { buffer, start: at + 5, end });
    at = end;
  }
  return answer;
}

type Body = { buffer: Buffer; start: number; end: number };

function readMessage(answer: Answer, type: number | undefined, body: Body): void {
  switch (type) {
    case 0x44: // D: a row
      answer.rows.push(readRow(body, answer.columns ?? []));
      return;
    case 0x54: // T: what the rows hold
      answer.columns = readColumns(body);
      answer.rows = [];
      return;
    case 0x6e: // n: no rows will come
      answer.columns = [];
      answer.rows = [];
      return;
    case 0x43: // C: done
      answer.command = body.buffer.toString('utf8', body.start, body.end - 1);
      answer.affected = affectedBy(answer.command);
      return;
    case 0x45: // E: refused
      answer.error ??= readError(body);
      return;
    default: // acknowledgements and notices
  }
}

function readRow({ buffer, start }: Body, columns: readonly Column[]): Row {
  const row: Row = {};
  let at = start + 2;
  for (const column of columns) {
    const length = buffer.readInt32BE(at);
    at += 4;
    if (length < 0) row[column.name] = null;
    else {
      row[column.name] = column.read(buffer.toString('utf8', at, at + length));
      at += length;
    }
  }
  return row;
}

function readColumns({ buffer, start }: Body): Column[] {
  const count = buffer.readUInt16BE(start);
  const columns: Column[] = [];
  let at = start + 2;
  while (columns.length < count) {
    const end = buffer.indexOf(0, at);
    const name = buffer.toString('utf8', at, end);
    // after the name: table (4), attribute (2), type (4), size (2), modifier (4), format (2)
    columns.push({ name, read: readerFor(buffer.readUInt32BE(end + 7)) });
    at = end + 19;
  }
  return columns;
}

function readError({ buffer, start }: Body): ServerError {
  const fields = new Map<string, string>();
  for (let at = start; buffer[at] !== 0;) {
    const end = buffer.indexOf(0, at + 1);
    fields.set(String.fromCharCode(buffer[at] ?? 0), buffer.toString('utf8', at + 1, end));
    at = end + 1;
  }
  return {
    code: fields.get('C') ?? 'XX000',
    message: fields.get('M') ?? 'an error without words',
    detail: fields.get('D'),
    hint: fields.get('H'),
    where: fields.get('W'),
    constraint: fields.get('n'),
    position: fields.get('P'),
  };
}
