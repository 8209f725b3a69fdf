// amazon-cognito-identity-js: signs in by SRP and refreshes by REFRESH_TOKEN_AUTH.
import { createRequire } from 'node:module';
import {
  check,
  claims,
  codeFor,
  emulator,
  followClock,
  joinGroup,
  moveClock,
  newPassword,
  newUser,
  password,
  poolWithDevices,
  refusal,
  reportVersion,
  step,
  totp,
} from './emulator.mjs';

const { AuthenticationDetails, CognitoUser, CognitoUserAttribute, CognitoUserPool } = createRequire(
  import.meta.url,
)('amazon-cognito-identity-js');

reportVersion('amazon-cognito-identity-js');
await followClock();

const pool = new CognitoUserPool({
  UserPoolId: emulator.userPoolId,
  ClientId: emulator.clientId,
  endpoint: emulator.url,
});
const username = newUser('identity-js');
let user = new CognitoUser({ Username: username, Pool: pool });
let current = password;

/** Returns the result of a call with a callback as its last argument. */
function called(object, method, ...values) {
  return new Promise((resolve, reject) =>
    object[method](...values, (error, result) => (error ? reject(error) : resolve(result))),
  );
}

/** Returns the result of a call with an object of callbacks, challenges included. */
function answered(object, method, before, after = []) {
  return new Promise((resolve, reject) =>
    object[method](
      ...before,
      {
        onSuccess: resolve,
        onFailure: reject,
        associateSecretCode: resolve,
        totpRequired: () => resolve('totpRequired'),
        newPasswordRequired: () => resolve('newPasswordRequired'),
      },
      ...after,
    ),
  );
}

async function signIn() {
  user = new CognitoUser({ Username: username, Pool: pool });
  const details = new AuthenticationDetails({ Username: username, Password: current });
  return answered(user, 'authenticateUser', [details]);
}

await step('sign-up', async () => {
  const email = new CognitoUserAttribute({ Name: 'email', Value: username });
  const result = await called(pool, 'signUp', username, password, [email], null);
  check(!result.userConfirmed && result.userSub, JSON.stringify(result));
});

await step('confirm', async () => {
  const code = await codeFor(username);
  check((await called(user, 'confirmRegistration', code, true)) === 'SUCCESS', 'no success');
});

await step('sign-in', async () => {
  const session = await signIn();
  check(session.isValid(), 'the session is invalid');
  const attributes = await called(user, 'getUserAttributes');
  check(
    attributes.some((each) => each.getName() === 'email' && each.getValue() === username),
    'another user',
  );
});

await step('refresh after expiry', async () => {
  await moveClock('PT61M');
  // getSession refreshes by itself, as on every page load.
  const before = user.getSignInUserSession().getAccessToken().getJwtToken();
  const session = await called(user, 'getSession');
  check(session.isValid(), 'the session is invalid');
  check(session.getAccessToken().getJwtToken() !== before, 'the token is the old one');
  await called(user, 'getUserAttributes');
});

await step('change password', async () => {
  await called(user, 'changePassword', password, newPassword);
  current = newPassword;
  check((await signIn()).isValid(), 'the session is invalid');
});

await step('TOTP', async () => {
  const secret = await answered(user, 'associateSoftwareToken', []);
  await answered(user, 'verifySoftwareToken', [totp(secret), 'phone']);
  const preferred = { PreferredMfa: true, Enabled: true };
  await called(user, 'setUserMfaPreference', null, preferred);
  check((await signIn()) === 'totpRequired', 'no challenge');
  await moveClock('PT1M');
  const session = await answered(user, 'sendMFACode', [totp(secret)], ['SOFTWARE_TOKEN_MFA']);
  check(session.isValid(), 'the session is invalid');
});

await step('groups in the token', async () => {
  await joinGroup(username);
  const refreshToken = user.getSignInUserSession().getRefreshToken();
  const session = await called(user, 'refreshSession', refreshToken);
  for (const token of [session.getAccessToken(), session.getIdToken()]) {
    check(String(claims(token.getJwtToken())['cognito:groups']) === 'editors', 'no group');
  }
});

await step('sign-out', async () => {
  const refreshToken = user.getSignInUserSession().getRefreshToken();
  await answered(user, 'globalSignOut', []);
  await refusal(() => called(user, 'refreshSession', refreshToken));
});

await step('remembered device', async () => {
  const { userPoolId, clientId } = await poolWithDevices('jane');
  const tracking = new CognitoUserPool({
    UserPoolId: userPoolId,
    ClientId: clientId,
    endpoint: emulator.url,
  });
  const details = new AuthenticationDetails({ Username: 'jane', Password: password });
  const jane = new CognitoUser({ Username: 'jane', Pool: tracking });
  const deviceKey = async () => {
    const session = await answered(jane, 'authenticateUser', [details]);
    return claims(session.getAccessToken().getJwtToken())['device_key'];
  };
  const key = await deviceKey();
  await answered(jane, 'setDeviceStatusRemembered', []);
  check(key && (await deviceKey()) === key, 'another device');
  await called(jane, 'refreshSession', jane.getSignInUserSession().getRefreshToken());
  const { Devices } = await answered(jane, 'listDevices', [10, null]);
  check(Devices.map((device) => device.DeviceKey).join() === key, 'other devices');
  check((await answered(jane, 'getDevice', [])).Device.DeviceKey === key, 'another device');
  await answered(jane, 'forgetDevice', []);
  check((await deviceKey()) !== key, 'the device is not forgotten');
});
