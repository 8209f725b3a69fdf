// What the client programs share: the emulator's addresses, its inbox, its clock, and the report.
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';

const settings = process.env;

/** The emulator under test, as the runner describes it. */
export const emulator = {
  url: settings.GATEHOUSE_AWS_URL,
  httpsUrl: settings.GATEHOUSE_HTTPS_URL,
  issuer: settings.GATEHOUSE_ISSUER,
  region: 'us-east-1',
  userPoolId: settings.GATEHOUSE_USER_POOL_ID,
  clientId: settings.GATEHOUSE_CLIENT_ID,
  callbackUrl: settings.GATEHOUSE_CALLBACK_URL,
  logoutUrl: settings.GATEHOUSE_LOGOUT_URL,
};

export const password = 'Correct-horse-9';
export const newPassword = 'Correct-horse-10';

/** The address of a user that no other program signs up. */
export function newUser(client) {
  return `${client}-${Date.now()}@example.com`;
}

/** Prints the version of an installed package, as the runner reads it. */
export function reportVersion(name) {
  const file = new URL(`node_modules/${name}/package.json`, import.meta.url);
  console.log(JSON.stringify({ version: JSON.parse(readFileSync(file, 'utf8')).version }));
}

/** Runs a step and prints whether it passes; the next one runs in any case. */
export async function step(name, action) {
  try {
    await action();
    console.log(JSON.stringify({ step: name, passed: true }));
  } catch (error) {
    console.log(JSON.stringify({ step: name, passed: false, error: describe(error) }));
  }
}

function describe(error) {
  const cause = error?.cause ? `: ${describe(error.cause)}` : '';
  return `${error?.name ?? 'Error'}: ${error?.message ?? error}${cause}`;
}

export function check(condition, sentence) {
  if (!condition) {
    throw new Error(sentence);
  }
}

/** Expects a refusal and returns it. */
export async function refusal(action) {
  let result;
  try {
    result = await action();
  } catch (error) {
    return error;
  }
  throw new Error(`not refused: ${JSON.stringify(result)}`);
}

/** Returns the result of an operation that an administrator calls, without a client library. */
export async function administrator(operation, members) {
  const response = await fetch(emulator.url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify({ UserPoolId: emulator.userPoolId, ...members }),
  });
  const body = await response.text();
  if (!response.ok && !body.includes('GroupExistsException')) {
    throw new Error(`${operation}: ${body}`);
  }
  return body ? JSON.parse(body) : {};
}

/** Creates a pool whose users may have their devices remembered, with one user; returns its ids. */
export async function poolWithDevices(username) {
  const { UserPool } = await administrator('CreateUserPool', {
    UserPoolId: undefined,
    PoolName: 'devices',
    DeviceConfiguration: { DeviceOnlyRememberedOnUserPrompt: true },
  });
  const UserPoolId = UserPool.Id;
  const { UserPoolClient } = await administrator('CreateUserPoolClient', {
    UserPoolId,
    ClientName: 'devices',
  });
  await administrator('AdminCreateUser', { UserPoolId, Username: username });
  await administrator('AdminSetUserPassword', {
    UserPoolId,
    Username: username,
    Password: password,
    Permanent: true,
  });
  return { userPoolId: UserPoolId, clientId: UserPoolClient.ClientId };
}

/** Adds a user to a group, which is created before if need be. */
export async function joinGroup(username, group = 'editors') {
  await administrator('CreateGroup', { GroupName: group, Precedence: 1 });
  await administrator('AdminAddUserToGroup', { Username: username, GroupName: group });
}

/** Returns the code in the newest mail to an address; waits until there is one. */
export async function codeFor(email) {
  for (let attempt = 0; attempt < 100; attempt++) {
    const response = await fetch(`${emulator.url}/_aws/ses?email=${encodeURIComponent(email)}`);
    const { messages } = await response.json();
    const mail = messages.at(-1);
    const code = mail?.Body.html_part.match(/[^#\w](\d{6})\b/);
    if (code) {
      return code[1];
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('no mail with a code');
}

const RealDate = Date;
let ahead = 0;

/** Moves the emulator's clock forward, and this process's clock with it. */
export async function moveClock(duration) {
  const response = await fetch(`${emulator.url}/_gatehouse/clock`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ forward: duration }),
  });
  check(response.ok, `PUT /_gatehouse/clock: ${response.status} ${await response.text()}`);
  await followClock();
}

/** Sets this process's clock to that of the emulator, which earlier programs may have moved. */
export async function followClock() {
  const response = await fetch(`${emulator.url}/_gatehouse/clock`);
  check(response.ok, `GET /_gatehouse/clock: ${response.status}`);
  const { now } = await response.json();
  ahead = RealDate.parse(now) - RealDate.now();
  globalThis.Date = class extends RealDate {
    constructor(...parts) {
      super(...(parts.length === 0 ? [RealDate.now() + ahead] : parts));
    }
    static now() {
      return RealDate.now() + ahead;
    }
  };
}

/** Returns the code of an authenticator app (RFC 6238) for a secret in Base32. */
export function totp(secret) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((c) => alphabet.indexOf(c).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = digest[19] & 15;
  const number = (digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000;
  return String(number).padStart(6, '0');
}

/** Returns the claims of a token, unverified. */
export function claims(token) {
  return JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString());
}
