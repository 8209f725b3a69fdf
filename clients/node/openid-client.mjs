// openid-client: discovers the endpoints from the issuer, and signs in by authorization code and PKCE.
import * as openid from 'openid-client';
import { Browser } from './browser.mjs';
import {
  check,
  emulator,
  followClock,
  moveClock,
  password,
  refusal,
  reportVersion,
  step,
} from './emulator.mjs';
import { confirmedUser } from './hosted-user.mjs';

reportVersion('openid-client');
await followClock();

const insecure = emulator.issuer.startsWith('http:') ? [openid.allowInsecureRequests] : [];
const browser = new Browser();
let username;
let config;
let tokens;

await step('sign-in', async () => {
  username = await confirmedUser('openid-client');
  config = await openid.discovery(
    new URL(emulator.issuer),
    emulator.clientId,
    undefined,
    openid.None(),
    { execute: insecure },
  );
  const pkceCodeVerifier = openid.randomPKCECodeVerifier();
  const expectedState = openid.randomState();
  const expectedNonce = openid.randomNonce();
  const url = openid.buildAuthorizationUrl(config, {
    redirect_uri: emulator.callbackUrl,
    scope: 'openid email aws.cognito.signin.user.admin',
    code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    state: expectedState,
    nonce: expectedNonce,
  });
  const callback = await browser.signIn(url, username, password);
  tokens = await openid.authorizationCodeGrant(config, callback, {
    pkceCodeVerifier,
    expectedState,
    expectedNonce,
    idTokenExpected: true,
  });
  const { sub } = tokens.claims();
  const user = await openid.fetchUserInfo(config, tokens.access_token, sub);
  check(user.email === username, 'another user');
});

await step('refresh after expiry', async () => {
  await moveClock('PT61M');
  const { sub } = tokens.claims();
  await refusal(() => openid.fetchUserInfo(config, tokens.access_token, sub));
  const refreshed = await openid.refreshTokenGrant(config, tokens.refresh_token);
  await openid.fetchUserInfo(config, refreshed.access_token, sub);
});

await step('groups in the token', async () => {
  check(String(tokens.claims()['cognito:groups']) === 'editors', 'no group');
});

await step('sign-out', async () => {
  await openid.tokenRevocation(config, tokens.refresh_token);
  await refusal(() => openid.refreshTokenGrant(config, tokens.refresh_token));
  const end = openid.buildEndSessionUrl(config, {
    client_id: emulator.clientId,
    logout_uri: emulator.logoutUrl,
  });
  const response = await fetch(end, { redirect: 'manual' });
  check(response.headers.get('Location') === emulator.logoutUrl, `${response.status}`);
});
