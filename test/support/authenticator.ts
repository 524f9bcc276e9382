import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A passkey device in software: real keys and signatures, with everything that can be wrong open to the test. */
export type Authenticator = {
  readonly register: (options: { readonly challenge: string }, over?: Said) => unknown;
  readonly signIn: (options: { readonly challenge: string }, over?: Said) => unknown;
};

/** What an honest device says, to be overridden. */
export type Said = {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  /** Whether the person was recognised by a finger, a face or a PIN. */
  readonly verified?: boolean;
  readonly counter?: number;
};

export function createAuthenticator(site: string): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  let counter = 0;

  function authenticatorData({ rpId = new URL(site).hostname, verified = true, counter: said }: Said, key?: Buffer) {
    counter += 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(said ?? counter);
    const flags = 0b1 | (verified ? 0b100 : 0) | (key ? 0b100_0000 : 0);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, key ?? Buffer.alloc(0)]);
  }
  const clientData = (type: string, challenge: string, said: Said) =>
    Buffer.from(
      JSON.stringify({ type, challenge: said.challenge ?? challenge, origin: said.origin ?? site, crossOrigin: false }),
    );
  const answer = (response: Readonly<Record<string, string>>) => ({
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
    response,
  });

  return {
    register: ({ challenge }, over = {}) => {
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      const cose = cborMap([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const data = authenticatorData(over, Buffer.concat([Buffer.alloc(16), length, id, cose]));
      const attestation = cborMap([
        ['fmt', 'none'],
        ['attStmt', []],
        ['authData', data],
      ]);
      return answer({
        clientDataJSON: clientData('webauthn.create', challenge, over).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
      });
    },
    signIn: ({ challenge }, over = {}) => {
      const client = clientData('webauthn.get', challenge, over);
      const data = authenticatorData(over);
      return answer({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', Buffer.concat([data, sha256(client)]), privateKey).toString('base64url'),
      });
    },
  };
}

function sha256(of: string | Buffer): Buffer {
  return createHash('sha256').update(of).digest();
}

type Cbor = number | string | Buffer | readonly [];

/** As much of CBOR (RFC 8949) as a passkey says: small maps, numbers, texts and bytes. */
function cborMap(pairs: readonly (readonly [number | string, Cbor])[]): Buffer {
  return Buffer.concat([head(5, pairs.length), ...pairs.flatMap(([key, value]) => [cbor(key), cbor(value)])]);
}

function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  // The only map within a map is an empty one.
  return Buffer.isBuffer(value) ? Buffer.concat([head(2, value.length), value]) : head(5, 0);
}

function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  if (length < 256) return Buffer.from([(major << 5) | 24, length]);
  return Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
}
