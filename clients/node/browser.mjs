// A browser without scripts: it keeps cookies, follows redirects and submits Cognito's forms.
import { check } from './emulator.mjs';

export class Browser {
  #cookies = new Map();

  /** Signs in on Cognito's hosted page and returns the URL of the callback. */
  async signIn(authorizationUrl, username, password) {
    const page = await this.#open(authorizationUrl);
    check(page.html, `no page at ${authorizationUrl}`);
    const form = page.html.match(/<form[^>]*>[\s\S]*?<\/form>/)[0];
    const action = form.match(/<form[^>]*action="([^"]*)"/)?.[1] ?? '';
    const fields = new URLSearchParams();
    for (const [input] of form.matchAll(/<input[^>]*>/g)) {
      const name = input.match(/name="([^"]*)"/)?.[1];
      if (name) {
        fields.set(name, unescaped(input.match(/value="([^"]*)"/)?.[1] ?? ''));
      }
    }
    fields.set('username', username);
    fields.set('password', password);
    const end = await this.#open(new URL(unescaped(action), page.url), {
      method: 'POST',
      body: fields,
    });
    check(end.left, 'the hosted page does not redirect to the callback');
    return end.left;
  }

  /** Opens a URL and follows redirects as long as they stay on the host. */
  async #open(url, options = {}) {
    let at = new URL(url);
    let request = options;
    for (let redirects = 0; redirects < 10; redirects++) {
      const response = await fetch(at, {
        ...request,
        redirect: 'manual',
        headers: { Cookie: [...this.#cookies].map((pair) => pair.join('=')).join('; ') },
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [name, value] = cookie.split(';', 1)[0].split(/=(.*)/s);
        this.#cookies.set(name, value);
      }
      const location = response.headers.get('Location');
      if (!location) {
        return { url: at, html: await response.text() };
      }
      const next = new URL(location, at);
      if (next.host !== at.host) {
        return { left: next };
      }
      at = next;
      request = {};
    }
    throw new Error('too many redirects');
  }
}

function unescaped(text) {
  return text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#x3D;', '=');
}
