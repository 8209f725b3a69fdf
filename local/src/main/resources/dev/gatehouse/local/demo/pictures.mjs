// The profile picture: the file goes to the bucket and back, and never through the API.

const PATH = '/user/profile/picture';
const POLLS = 60;
const PAUSE = 500;

const REFUSALS = {
  PICTURE_TYPE_UNSUPPORTED: 'This is no JPEG, PNG or WebP file.',
  PICTURE_DAMAGED: 'This picture is damaged.',
  PICTURE_DIMENSIONS_TOO_LARGE: 'This picture has too many pixels.',
  PICTURE_TOO_LARGE: 'This file has more than 2 MB.',
};

/** The calls about pictures, by the function that calls the API. */
export function pictures(api) {
  const read = (token) => api('GET', PATH, null, token);

  /** Uploads a file and waits until it is the picture; throws what the reader of the page can mend. */
  async function replace(token, file) {
    const before = await read(token);
    const announced = { contentType: file.type, contentLength: file.size };
    const { upload } = await api('PUT', PATH, announced, token);
    const stored = await fetch(upload.url, {
      method: upload.method,
      headers: upload.headers,
      body: file,
    });
    if (!stored.ok) {
      throw new Error('The file was not stored. Try again.');
    }
    for (let poll = 0; poll < POLLS; poll++) {
      const now = await read(token);
      if (now.refusal && now.refusal.refusedAt !== before.refusal?.refusedAt) {
        throw new Error(REFUSALS[now.refusal.code] ?? 'This file cannot be the picture.');
      }
      if (now.picture && now.picture.updatedAt !== before.picture?.updatedAt) {
        return now;
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    throw new Error('The picture is not ready yet. Reload this page in a while.');
  }

  return { read, replace, remove: (token) => api('DELETE', PATH, null, token) };
}
