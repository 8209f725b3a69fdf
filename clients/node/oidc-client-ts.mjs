// oidc-client-ts: the same protocol in a browser; its stores are in memory here.
import { InMemoryWebStorage, OidcClient, WebStorageStateStore } from 'oidc-client-ts';
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

reportVersion('oidc-client-ts');
await followClock();

const client = new OidcClient({
  authority: emulator.issuer,
  client_id: emulator.clientId,
  redirect_uri: emulator.callbackUrl,
  scope: 'openid email aws.cognito.signin.user.admin',
  stateStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
  loadUserInfo: true,
});
const browser = new Browser();
let username;
let signedIn;

async function refresh() {
  return client.useRefreshToken({
    state: {
      refresh_token: signedIn.refresh_token,
      id_token: signedIn.id_token,
      session_state: null,
      scope: signedIn.scope,
      profile: signedIn.profile,
    },
  });
}

await step('sign-in', async () => {
  username = await confirmedUser('oidc-client-ts');
  const request = await client.createSigninRequest({ nonce: 'n-0S6_WzA2Mj' });
  const callback = await browser.signIn(request.url, username, password);
  signedIn = await client.processSigninResponse(callback.href);
  check(signedIn.profile.email === username, JSON.stringify(signedIn.profile));
});

await step('refresh after expiry', async () => {
  await moveClock('PT61M');
  check(signedIn.expires_in < 0, 'the token is not expired');
  const refreshed = await refresh();
  check(refreshed.access_token !== signedIn.access_token, 'the token is the old one');
  check(refreshed.expires_in > 0, 'the new token is expired');
});

await step('groups in the token', async () => {
  check(String(signedIn.profile['cognito:groups']) === 'editors', 'no group');
});

await step('sign-out', async () => {
  check(signedIn, 'nobody is signed in');
  const request = await client.createSignoutRequest({
    extraQueryParams: { client_id: emulator.clientId, logout_uri: emulator.logoutUrl },
  });
  const response = await fetch(request.url, { redirect: 'manual' });
  check(response.headers.get('Location') === emulator.logoutUrl, `${response.status}`);
});
