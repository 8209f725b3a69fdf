// The authorization code flow with PKCE (RFC 7636) at Cognito's hosted pages.
import { Refused } from './cognito.mjs';

const PENDING = 'gatehouse.pending';

/** Returns the address of the hosted pages if they come back to this page, else null. */
export function hostedPages(config, page) {
  const address = config.hostedUiUrl && new URL(config.hostedUiUrl);
  return address && address.searchParams.get('redirect_uri') === new URL('/signed-in', page).href
    ? address
    : null;
}

/** Returns the address at which to sign in; the verifier waits in the tab's storage. */
export async function authorizationRequest(hosted) {
  const pending = { verifier: random(), state: random() };
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  const octets = new TextEncoder().encode(pending.verifier);
  const challenge = new Uint8Array(await crypto.subtle.digest('SHA-256', octets));
  const address = new URL('/oauth2/authorize', hosted);
  hosted.searchParams.forEach((value, name) => address.searchParams.set(name, value));
  address.searchParams.set('state', pending.state);
  address.searchParams.set('code_challenge_method', 'S256');
  address.searchParams.set('code_challenge', base64url(challenge));
  return address;
}

/** Returns the tokens for the code in this page's query, null if there is none. */
export async function redeem(config, hosted, query) {
  if (!query.has('code') && !query.has('error')) {
    return null;
  }
  const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? '{}');
  sessionStorage.removeItem(PENDING);
  if (query.has('error')) {
    throw new Refused(query.get('error'), query.get('error_description') ?? query.get('error'));
  }
  if (!pending.state || query.get('state') !== pending.state) {
    throw new Refused('state', 'This tab did not ask for the code in its address. Sign in again.');
  }
  const response = await fetch(new URL('/oauth2/token', config.awsUrl), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: config.userPoolClientId,
      redirect_uri: hosted.searchParams.get('redirect_uri'),
      code: query.get('code'),
      code_verifier: pending.verifier,
    }),
  });
  const body = await response.json();
  if (!response.ok) {
    throw new Refused(body.error, `The token endpoint answers ${body.error}. Sign in again.`);
  }
  return {
    idToken: body.id_token,
    accessToken: body.access_token,
    refreshToken: body.refresh_token,
  };
}

/** Returns the address that ends the session of the hosted pages. */
export function signOutAddress(config, hosted, page) {
  const address = new URL('/logout', hosted);
  address.searchParams.set('client_id', config.userPoolClientId);
  address.searchParams.set('logout_uri', new URL('/signed-out', page).href);
  return address;
}

function random() {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

function base64url(octets) {
  return btoa(String.fromCharCode(...octets))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
