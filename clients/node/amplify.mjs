// aws-amplify: signs in by SRP, stores tokens itself and refreshes them by GetTokensFromRefreshToken.
import { Amplify } from 'aws-amplify';
import {
  confirmSignIn,
  confirmSignUp,
  fetchAuthSession,
  fetchDevices,
  fetchUserAttributes,
  forgetDevice,
  rememberDevice,
  setUpTOTP,
  signIn,
  signOut,
  signUp,
  updateMFAPreference,
  updatePassword,
  verifyTOTPSetup,
} from 'aws-amplify/auth';
import {
  check,
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

reportVersion('aws-amplify');
await followClock();

function configure({ userPoolId, clientId }) {
  Amplify.configure({
    Auth: {
      Cognito: { userPoolId, userPoolClientId: clientId, userPoolEndpoint: emulator.url },
    },
  });
}

configure(emulator);

const username = newUser('amplify');
let current = password;

async function signedIn() {
  const result = await signIn({ username, password: current });
  check(result.isSignedIn, `the next step is ${result.nextStep.signInStep}`);
}

await step('sign-up', async () => {
  const result = await signUp({
    username,
    password,
    options: { userAttributes: { email: username } },
  });
  check(result.nextStep.signUpStep === 'CONFIRM_SIGN_UP', result.nextStep.signUpStep);
});

await step('confirm', async () => {
  const result = await confirmSignUp({ username, confirmationCode: await codeFor(username) });
  check(result.isSignUpComplete, result.nextStep.signUpStep);
});

await step('sign-in', async () => {
  await signedIn();
  check((await fetchUserAttributes()).email === username, 'another user');
});

await step('refresh after expiry', async () => {
  const before = (await fetchAuthSession()).tokens.accessToken.toString();
  await moveClock('PT61M');
  const after = (await fetchAuthSession()).tokens.accessToken.toString();
  check(after !== before, 'the token is the old one');
  check((await fetchUserAttributes()).email === username, 'another user');
});

await step('change password', async () => {
  await updatePassword({ oldPassword: password, newPassword });
  current = newPassword;
  await signOut();
  await signedIn();
});

await step('TOTP', async () => {
  const { sharedSecret } = await setUpTOTP();
  await verifyTOTPSetup({ code: totp(sharedSecret) });
  await updateMFAPreference({ totp: 'PREFERRED' });
  await signOut();
  const challenge = await signIn({ username, password: current });
  check(
    challenge.nextStep.signInStep === 'CONFIRM_SIGN_IN_WITH_TOTP_CODE',
    challenge.nextStep.signInStep,
  );
  await moveClock('PT1M');
  const result = await confirmSignIn({ challengeResponse: totp(sharedSecret) });
  check(result.isSignedIn, result.nextStep.signInStep);
});

await step('groups in the token', async () => {
  await joinGroup(username);
  const { tokens } = await fetchAuthSession({ forceRefresh: true });
  for (const token of [tokens.accessToken, tokens.idToken]) {
    check(String(token.payload['cognito:groups']) === 'editors', JSON.stringify(token.payload));
  }
});

await step('sign-out', async () => {
  check((await fetchAuthSession()).tokens, 'nobody is signed in');
  await signOut({ global: true });
  check((await fetchAuthSession()).tokens === undefined, 'there are tokens');
  await refusal(() => fetchUserAttributes());
});

await step('remembered device', async () => {
  // It names the device after the browser; Node has this object from version 21 on.
  globalThis.navigator ??= { userAgent: 'Node.js' };
  configure(await poolWithDevices('jane'));
  const deviceKey = async () =>
    (await fetchAuthSession()).tokens.accessToken.payload['device_key'];
  const signInAgain = async () => {
    await signOut();
    check((await signIn({ username: 'jane', password })).isSignedIn, 'not signed in');
  };
  check((await signIn({ username: 'jane', password })).isSignedIn, 'not signed in');
  const key = await deviceKey();
  await rememberDevice();
  await signInAgain();
  check(key && (await deviceKey()) === key, 'another device');
  await moveClock('PT61M');
  await fetchAuthSession({ forceRefresh: true });
  check((await fetchDevices()).map((device) => device.id).join() === key, 'other devices');
  await forgetDevice();
  await signInAgain();
  check((await deviceKey()) !== key, 'the device is not forgotten');
});
