// aws-jwt-verify: checks tokens with the keys of the issuer, which it fetches by HTTPS only.
import { JwtVerifier } from 'aws-jwt-verify';
import { JwtExpiredError } from 'aws-jwt-verify/error';
import { check, emulator, followClock, refusal, reportVersion, step } from './emulator.mjs';

reportVersion('aws-jwt-verify');
await followClock();

const tokens = JSON.parse(process.env.GATEHOUSE_TOKENS);
const verifier = JwtVerifier.create({
  issuer: emulator.issuer,
  audience: null, // Cognito's access tokens have the client in client_id.
  jwksUri: `${emulator.httpsUrl}/${emulator.userPoolId}/.well-known/jwks.json`,
  customJwtCheck: ({ payload }) => {
    check(payload.token_use === 'access', `token_use is ${payload.token_use}`);
    check(payload.client_id === emulator.clientId, 'another client');
  },
});

await step('good token', async () => {
  check((await verifier.verify(tokens.access)).token_use === 'access', 'no access token');
});

await step('foreign token', async () => {
  await refusal(() => verifier.verify(tokens.foreign));
});

await step('wrong use', async () => {
  const error = await refusal(() => verifier.verify(tokens.id));
  check(error.message === 'token_use is id', error.message);
});

await step('expired token', async () => {
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    static now() {
      return RealDate.now() + 61 * 60_000;
    }
  };
  const error = await refusal(() => verifier.verify(tokens.access));
  check(error instanceof JwtExpiredError, `${error}`);
});
