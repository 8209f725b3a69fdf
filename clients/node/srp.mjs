// The demo's SRP module beside amazon-cognito-identity-js, with the same numbers: both must prove
// the password with the same key. Numbers that begin with a high bit or a zero are where such
// modules differ.
import { createHash, randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { check, reportVersion, step } from './emulator.mjs';

const require = createRequire(import.meta.url);
const AuthenticationHelper = require('amazon-cognito-identity-js/lib/AuthenticationHelper').default;
const BigInteger = require('amazon-cognito-identity-js/lib/BigInteger').default;
const DateHelper = require('amazon-cognito-identity-js/lib/DateHelper').default;
const { createHmac } = await import('node:crypto');
const demo = await import(pathToFileURL(`${process.env.GATEHOUSE_DEMO}/srp.mjs`));

reportVersion('amazon-cognito-identity-js');

const pool = 'us-east-1_AbCdEfGhI';
const secretBlock = randomBytes(64).toString('base64');

function called(object, method, ...values) {
  return new Promise((resolve, reject) =>
    object[method](...values, (error, result) => (error ? reject(error) : resolve(result))),
  );
}

/** Returns the signature of identity-js for the same secret and challenge. */
async function expected(secret, password, challenge, time) {
  const poolName = pool.split('_')[1];
  const helper = new AuthenticationHelper(poolName);
  helper.smallAValue = new BigInteger(secret, 16);
  helper.largeAValue = await called(helper, 'calculateA', helper.smallAValue);
  const key = await called(
    helper,
    'getPasswordAuthenticationKey',
    challenge.USER_ID_FOR_SRP,
    password,
    new BigInteger(challenge.SRP_B, 16),
    new BigInteger(challenge.SALT, 16),
  );
  const signature = createHmac('sha256', key)
    .update(poolName + challenge.USER_ID_FOR_SRP)
    .update(Buffer.from(secretBlock, 'base64'))
    .update(time)
    .digest('base64');
  return { publicValue: helper.largeAValue.toString(16), signature };
}

await step('SRP', async () => {
  const time = demo.timestamp(new Date('2026-12-01T03:04:05Z'));
  for (const [index, first] of ['00', '01', '0f', '7f', '80', 'ff'].entries()) {
    const secret = first + randomBytes(127).toString('hex');
    const challenge = {
      USER_ID_FOR_SRP: `user-${index}`,
      SRP_B: (first === '00' ? '' : first) + randomBytes(383).toString('hex'),
      SALT: (index % 2 ? '' : '8') + createHash('sha256').update(first).digest('hex').slice(1),
      SECRET_BLOCK: secretBlock,
    };
    const password = `Pässwörd-😀-${index}`;
    const session = demo.start(BigInt(`0x${secret}`));
    const wanted = await expected(secret, password, challenge, time);
    check(session.publicValue === wanted.publicValue, `public value of ${first}`);
    const signature = await demo.sign(session, pool, password, challenge, time);
    check(signature === wanted.signature, `signature of ${first}`);
    const wrong = await demo.sign(session, pool, `${password}!`, challenge, time);
    check(wrong !== wanted.signature, 'another password has the same signature');
  }
});

await step('time', async () => {
  const real = new DateHelper().getNowString();
  check(demo.timestamp() === real || demo.timestamp().length === real.length, real);
  for (const [at, text] of [
    ['2026-12-01T03:04:05Z', 'Tue Dec 1 03:04:05 UTC 2026'],
    ['2027-01-31T23:59:59Z', 'Sun Jan 31 23:59:59 UTC 2027'],
  ]) {
    check(demo.timestamp(new Date(at)) === text, demo.timestamp(new Date(at)));
  }
});
