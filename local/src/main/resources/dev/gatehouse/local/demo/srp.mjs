// SRP-6a as Cognito speaks it, on BigInt and WebCrypto: the password never leaves the page.
// The tests compare it with amazon-cognito-identity-js.

/** The 3072-bit group of RFC 5054, appendix A, with its generator. */
const N = BigInt(
  '0x' +
    'FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74' +
    '020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437' +
    '4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED' +
    'EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF05' +
    '98DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB' +
    '9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B' +
    'E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF695581718' +
    '3995497CEA956AE515D2261898FA051015728E5A8AAAC42DAD33170D04507A33' +
    'A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7' +
    'ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864' +
    'D87602733EC86A64521F2B18177B200CBBE117577A615D6C770988C0BAD946E2' +
    '08E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF',
);
const G = 2n;

/** A session: the secret of one sign-in and the public value that starts it. */
export function start(secret = number(crypto.getRandomValues(new Uint8Array(128)))) {
  return { secret, publicValue: power(G, secret).toString(16) };
}

/**
 * The signature of a PASSWORD_VERIFIER challenge.
 *
 * @param challenge Cognito's parameters: USER_ID_FOR_SRP, SRP_B, SALT and SECRET_BLOCK
 * @param timestamp the time as `timestamp` writes it
 */
export async function sign(session, userPoolId, password, challenge, timestamp) {
  const poolName = userPoolId.split('_')[1];
  const user = challenge.USER_ID_FOR_SRP;
  const key = await passwordKey(session, `${poolName}${user}:${password}`, challenge);
  const message = [utf8(poolName + user), fromBase64(challenge.SECRET_BLOCK), utf8(timestamp)];
  return toBase64(await hmac(key, concat(message)));
}

/** The time as Cognito reads it: `Tue Dec 1 03:04:05 UTC 2026`. */
export function timestamp(at = new Date()) {
  const [, day, date, month, year, time] = at
    .toUTCString()
    .match(/^(\w+), 0?(\d+) (\w+) (\d+) ([\d:]+)/);
  return `${day} ${month} ${date} ${time} UTC ${year}`;
}

async function passwordKey(session, identity, challenge) {
  const serverValue = BigInt('0x' + challenge.SRP_B);
  if (serverValue % N === 0n) {
    throw new Error('The server sent a value of zero.');
  }
  const u = await hash(padded(BigInt('0x' + session.publicValue)), padded(serverValue));
  const x = await hash(padded(BigInt('0x' + challenge.SALT)), await digest(utf8(identity)));
  const k = await hash(padded(N), padded(G));
  const base = (serverValue + k * (N - power(G, x))) % N;
  const secret = power(base, session.secret + u * x);
  // HKDF with one block of output, cut to 16 bytes.
  const pseudoRandomKey = await hmac(padded(u), padded(secret));
  const block = await hmac(pseudoRandomKey, concat([utf8('Caldera Derived Key'), [1]]));
  return block.slice(0, 16);
}

function power(base, exponent) {
  let result = 1n;
  let square = base % N;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) {
      result = (result * square) % N;
    }
    square = (square * square) % N;
  }
  return result;
}

/** The bytes of a number, with a zero before a high bit, as in two's complement. */
function padded(value) {
  let hex = value.toString(16);
  hex = hex.length % 2 ? '0' + hex : hex;
  return bytes(/^[89a-f]/.test(hex) ? '00' + hex : hex);
}

function bytes(hex) {
  return Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16));
}

function number(octets) {
  return BigInt('0x' + Array.from(octets, (each) => each.toString(16).padStart(2, '0')).join(''));
}

async function digest(octets) {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', octets));
}

async function hash(...parts) {
  return number(await digest(concat(parts)));
}

async function hmac(key, message) {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', key, algorithm, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, message));
}

function concat(parts) {
  return Uint8Array.from(parts.flatMap((part) => Array.from(part)));
}

function utf8(text) {
  return new TextEncoder().encode(text);
}

function fromBase64(text) {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

function toBase64(octets) {
  return btoa(String.fromCharCode(...octets));
}
