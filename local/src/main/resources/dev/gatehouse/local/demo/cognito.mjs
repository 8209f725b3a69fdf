// The calls of the demo: Cognito's operations that need no signature, and the API.
import { pictures } from './pictures.mjs';
import { sign, start, timestamp } from './srp.mjs';

/** A refusal of Cognito or of the API; the code is for programs, the message for users. */
export class Refused extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** The calls at the addresses of `config.json`. */
export function calls(config) {
  async function send(address, init) {
    try {
      return await fetch(address, init);
    } catch {
      throw new Refused('Unreachable', `${new URL(address).origin} does not answer.`);
    }
  }

  async function cognito(operation, members) {
    const response = await send(config.awsUrl + '/', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-amz-json-1.1',
        'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
      },
      body: JSON.stringify(members),
    });
    const body = JSON.parse((await response.text()) || '{}');
    if (!response.ok) {
      throw new Refused(body.__type, body.message);
    }
    return body;
  }

  async function api(method, path, body, accessToken) {
    const headers = {};
    if (body) {
      headers['Content-Type'] = 'application/json';
    }
    if (accessToken) {
      headers.Authorization = `Bearer ${accessToken}`;
    }
    const response = await send(config.apiUrl + path, {
      method,
      headers,
      body: body && JSON.stringify(body),
    });
    const answer = JSON.parse((await response.text()) || '{}');
    if (!response.ok) {
      throw new Refused(answer.code, answer.detail);
    }
    return answer;
  }

  const ClientId = config.userPoolClientId;
  return {
    /** The calls about the profile picture, null in a stack without pictures. */
    pictures: config.functions.some((name) => name.endsWith('-profile-picture'))
      ? pictures(api)
      : null,
    signUp: (username, password) => api('POST', '/user', { username, password }),
    confirm: (username, code) => api('POST', '/user/validate', { username, code }),
    resend: (username) => api('POST', '/user/resend', { username }),
    readProfile: (accessToken) => api('GET', '/user/profile', null, accessToken),
    changeProfile: (accessToken, change) => api('PATCH', '/user/profile', change, accessToken),
    forgotPassword: (Username) => cognito('ForgotPassword', { ClientId, Username }),
    resetPassword: (Username, ConfirmationCode, Password) =>
      cognito('ConfirmForgotPassword', { ClientId, Username, ConfirmationCode, Password }),
    signOut: (Token) => cognito('RevokeToken', { ClientId, Token }),

    /** Signs in by SRP and returns the tokens. */
    async signIn(username, password) {
      const session = start();
      const challenge = await cognito('InitiateAuth', {
        AuthFlow: 'USER_SRP_AUTH',
        ClientId,
        AuthParameters: { USERNAME: username, SRP_A: session.publicValue },
      });
      const given = challenge.ChallengeParameters;
      const time = timestamp();
      const result = await cognito('RespondToAuthChallenge', {
        ChallengeName: challenge.ChallengeName,
        ClientId,
        Session: challenge.Session,
        ChallengeResponses: {
          USERNAME: given.USER_ID_FOR_SRP,
          PASSWORD_CLAIM_SECRET_BLOCK: given.SECRET_BLOCK,
          PASSWORD_CLAIM_SIGNATURE: await sign(session, config.userPoolId, password, given, time),
          TIMESTAMP: time,
        },
      });
      if (!result.AuthenticationResult) {
        throw new Refused(
          result.ChallengeName,
          `This user needs ${result.ChallengeName}, for which the demo has no form.`,
        );
      }
      const { IdToken, AccessToken, RefreshToken } = result.AuthenticationResult;
      return { idToken: IdToken, accessToken: AccessToken, refreshToken: RefreshToken };
    },
  };
}
