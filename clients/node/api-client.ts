// A client of the API with the types that openapi-typescript generates; it only has to compile.
import createClient from 'openapi-fetch';
import type { paths } from './api.d.ts';

const api = createClient<paths>({ baseUrl: 'http://localhost:8080' });

export async function register(username: string, password: string): Promise<string> {
  const { data, error } = await api.POST('/user', { body: { username, password, locale: 'es' } });
  if (error) {
    throw new Error(error.code);
  }
  return data.user.UserSub;
}

export async function rename(accessToken: string, givenName: string | null) {
  const { data } = await api.PATCH('/user/profile', {
    headers: { Authorization: `Bearer ${accessToken}` },
    body: { givenName },
  });
  return data?.profile.updatedAt;
}

// @ts-expect-error a password is missing
export const withoutPassword = () => api.POST('/user', { body: { username: 'jane@example.com' } });

// @ts-expect-error there is no such route
export const noRoute = () => api.GET('/users');
