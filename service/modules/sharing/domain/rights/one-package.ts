import { crc32 } from 'node:zlib';

/** A file in a package. */
export type PackedFile = { name: string; bytes: Uint8Array };

/**
 * Files in one ZIP, stored as they are (PKWARE APPNOTE 6.3: local headers, central directory, end), with no time of making
 * and no name of who made it. Names are ASCII.
 */
export function onePackage(files: readonly PackedFile[]): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const called = Buffer.from(name, 'ascii');
    const about = fieldsOf(bytes, called.length);
    const local = Buffer.concat([signed(0x04034b50), about, called, bytes]);
    central.push(
      Buffer.concat([
        signed(0x02014b50),
        Buffer.from([20, 0]),
        about,
        Buffer.alloc(10),
        signed(offset),
        called,
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** From "version needed" to "extra field length": the same in both headers. The day is the first that the format knows. */
function fieldsOf(bytes: Uint8Array, nameLength: number): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(0x21, 8);
  fields.writeUInt32LE(crc32(bytes), 10);
  fields.writeUInt32LE(bytes.length, 14);
  fields.writeUInt32LE(bytes.length, 18);
  fields.writeUInt16LE(nameLength, 22);
  return fields;
}

function signed(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value, 0);
  return bytes;
}
