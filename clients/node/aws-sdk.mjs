// @aws-sdk/client-cognito-identity-provider: signs in by USER_PASSWORD_AUTH, as it has no SRP.
import * as cognito from '@aws-sdk/client-cognito-identity-provider';
import {
  check,
  claims,
  codeFor,
  emulator,
  followClock,
  moveClock,
  newPassword,
  newUser,
  password,
  refusal,
  reportVersion,
  step,
  totp,
} from './emulator.mjs';

reportVersion('@aws-sdk/client-cognito-identity-provider');
await followClock();

const client = new cognito.CognitoIdentityProvider({
  endpoint: emulator.url,
  region: emulator.region,
  credentials: { accessKeyId: 'any', secretAccessKey: 'credentials' },
});
const { userPoolId: UserPoolId, clientId: ClientId } = emulator;
const username = newUser('aws-sdk-js');
let current = password;
let tokens;

async function signIn() {
  return client.initiateAuth({
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId,
    AuthParameters: { USERNAME: username, PASSWORD: current },
  });
}

async function refresh() {
  const { AuthenticationResult } = await client.getTokensFromRefreshToken({
    ClientId,
    RefreshToken: tokens.RefreshToken,
  });
  return { ...tokens, ...AuthenticationResult };
}

await step('sign-up', async () => {
  const result = await client.signUp({
    ClientId,
    Username: username,
    Password: password,
    UserAttributes: [{ Name: 'email', Value: username }],
  });
  check(!result.UserConfirmed && result.UserSub, JSON.stringify(result));
});

await step('confirm', async () => {
  const ConfirmationCode = await codeFor(username);
  await client.confirmSignUp({ ClientId, Username: username, ConfirmationCode });
});

await step('sign-in', async () => {
  tokens = (await signIn()).AuthenticationResult;
  const { UserAttributes } = await client.getUser({ AccessToken: tokens.AccessToken });
  check(
    UserAttributes.some((each) => each.Name === 'email' && each.Value === username),
    'another user',
  );
});

await step('refresh after expiry', async () => {
  await moveClock('PT61M');
  const error = await refusal(() => client.getUser({ AccessToken: tokens.AccessToken }));
  check(error.name === 'NotAuthorizedException', error.name);
  tokens = await refresh();
  await client.getUser({ AccessToken: tokens.AccessToken });
});

await step('change password', async () => {
  await client.changePassword({
    PreviousPassword: password,
    ProposedPassword: newPassword,
    AccessToken: tokens.AccessToken,
  });
  current = newPassword;
  tokens = (await signIn()).AuthenticationResult;
});

await step('TOTP', async () => {
  const { AccessToken } = tokens;
  const { SecretCode } = await client.associateSoftwareToken({ AccessToken });
  const { Status } = await client.verifySoftwareToken({ AccessToken, UserCode: totp(SecretCode) });
  check(Status === 'SUCCESS', Status);
  await client.setUserMFAPreference({
    AccessToken,
    SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
  });
  const challenge = await signIn();
  check(challenge.ChallengeName === 'SOFTWARE_TOKEN_MFA', challenge.ChallengeName);
  await moveClock('PT1M');
  const result = await client.respondToAuthChallenge({
    ClientId,
    ChallengeName: challenge.ChallengeName,
    Session: challenge.Session,
    ChallengeResponses: { USERNAME: username, SOFTWARE_TOKEN_MFA_CODE: totp(SecretCode) },
  });
  tokens = result.AuthenticationResult;
});

await step('groups in the token', async () => {
  const GroupName = 'from-aws-sdk-js';
  await client.createGroup({ UserPoolId, GroupName });
  await client.adminAddUserToGroup({ UserPoolId, GroupName, Username: username });
  tokens = await refresh();
  for (const token of [tokens.AccessToken, tokens.IdToken]) {
    check(String(claims(token)['cognito:groups']) === GroupName, 'no group');
  }
});

await step('sign-out', async () => {
  await client.globalSignOut({ AccessToken: tokens.AccessToken });
  const error = await refusal(() => refresh());
  check(error.name === 'NotAuthorizedException', error.name);
});
