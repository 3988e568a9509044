import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** How a software authenticator answers, where a test wants it to answer wrongly. */
export type Twist = {
  origin?: string;
  host?: string;
  type?: string;
  counter?: number;
  /** whether it says that it checked its person */
  checked?: boolean;
  handle?: string;
};

/** An authenticator in a test's own memory: ES256, one key, counting its uses (WebAuthn level 3, 6). */
export class SoftwareKey {
  readonly id = randomBytes(32);
  readonly #privateKey: KeyObject;
  readonly #x: Buffer;
  readonly #y: Buffer;
  #count = 0;
  #handle = '';

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#privateKey = privateKey;
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    [this.#x, this.#y] = [Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')];
  }

  /** what a browser posts after it made a key */
  make(options: string, origin: string, twist: Twist = {}): string {
    const asked: { challenge: string; rp: { id: string }; user: { id: string } } = JSON.parse(options);
    this.#handle = asked.user.id;
    const client = clientOf('webauthn.create', asked.challenge, { origin, ...twist });
    const key = Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      this.#x,
      Buffer.from('225820', 'hex'),
      this.#y,
    ]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const kept = Buffer.concat([Buffer.alloc(16), length, this.id, key]);
    const data = Buffer.concat([this.#head(twist.host ?? asked.rp.id, 0x41, twist), kept]);
    const size = Buffer.alloc(2);
    size.writeUInt16BE(data.length);
    const attestation = Buffer.concat([
      Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746159', 'hex'),
      size,
      data,
    ]);
    return this.#answer({ clientDataJSON: url(client), attestationObject: url(attestation) });
  }

  /** what a browser posts after it showed the key */
  show(options: string, origin: string, twist: Twist = {}): string {
    const asked: { challenge: string; rpId: string } = JSON.parse(options);
    const client = clientOf('webauthn.get', asked.challenge, { origin, ...twist });
    this.#count += 1;
    const data = this.#head(twist.host ?? asked.rpId, 0x01, twist);
    const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
    return this.#answer({
      clientDataJSON: url(client),
      authenticatorData: url(data),
      signature: url(sign('sha256', signed, this.#privateKey)),
      userHandle: twist.handle ?? this.#handle,
    });
  }

  #head(host: string, flags: number, twist: Twist): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(twist.counter ?? this.#count);
    const checked = twist.checked === false ? 0 : 0x04;
    return Buffer.concat([
      createHash('sha256').update(host).digest(),
      Buffer.from([flags | checked]),
      counter,
    ]);
  }

  #answer(response: Readonly<Record<string, string>>): string {
    const id = url(this.id);
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });
  }
}

function clientOf(type: string, challenge: string, { origin, ...twist }: Twist): Buffer {
  return Buffer.from(JSON.stringify({ type: twist.type ?? type, challenge, origin, crossOrigin: false }));
}

function url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
