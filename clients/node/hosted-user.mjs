// A confirmed user in a group, for clients that know OpenID Connect and no sign-up.
import { administrator, joinGroup, newUser, password } from './emulator.mjs';

export async function confirmedUser(client) {
  const username = newUser(client);
  await administrator('AdminCreateUser', {
    Username: username,
    MessageAction: 'SUPPRESS',
    UserAttributes: [
      { Name: 'email', Value: username },
      { Name: 'email_verified', Value: 'true' },
    ],
  });
  await administrator('AdminSetUserPassword', {
    Username: username,
    Password: password,
    Permanent: true,
  });
  await joinGroup(username);
  return username;
}
