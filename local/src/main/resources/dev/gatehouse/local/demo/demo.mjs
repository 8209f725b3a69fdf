// The demo: one view at a time, every step by keyboard, tokens in the tab's storage only.
import { calls } from './cognito.mjs';
import { authorizationRequest, hostedPages, redeem, signOutAddress } from './oauth.mjs';

const TOKENS = 'gatehouse.tokens';
const config = await (await fetch('/config.json')).json();
const hosted = hostedPages(config, location.href);
const service = calls(config);
const byId = (id) => document.getElementById(id);

/** The sign-up or reset under way, in this page's memory only. */
let pending = { email: '', password: '' };
let profile = {};

function tokens() {
  return JSON.parse(sessionStorage.getItem(TOKENS) ?? 'null');
}

function show(view, notice = '') {
  for (const section of document.querySelectorAll('[data-view]')) {
    section.hidden = section.dataset.view !== view;
  }
  byId('problem').textContent = '';
  byId('notice').textContent = notice;
  const heading = document.querySelector(`[data-view="${view}"] h1`);
  document.title = `${heading.textContent} - Gatehouse demo`;
  heading.focus();
}

function showStart(notice) {
  show(hosted ? 'hosted' : 'sign-in', notice);
}

function claims(token) {
  const part = token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(part), (c) => c.charCodeAt(0))));
}

/** A claim for people: moments as dates beside the number that the token has. */
function text(name, value) {
  const moment = ['exp', 'iat', 'auth_time'].includes(name);
  return moment ? `${value} (${new Date(value * 1000).toISOString()})` : String(value);
}

function fill(id, facts) {
  byId(id).replaceChildren(
    ...Object.entries(facts).map(([name, value]) => {
      const row = document.createElement('tr');
      const header = document.createElement('th');
      header.scope = 'row';
      header.textContent = name;
      const cell = document.createElement('td');
      cell.textContent = text(name, value);
      row.append(header, cell);
      return row;
    }),
  );
}

function fillProfile(row) {
  profile = row;
  fill('row', row);
  for (const name of ['givenName', 'familyName', 'locale']) {
    document.querySelector(`[data-action="changeProfile"] [name="${name}"]`).value =
      row[name] ?? '';
  }
}

function fillPicture({ picture }) {
  byId('picture').hidden = !picture;
  if (picture) {
    byId('picture').src = picture.url;
  } else {
    byId('picture').removeAttribute('src');
  }
}

async function signedIn(granted, notice = '') {
  const row = await service.readProfile(granted.accessToken);
  sessionStorage.setItem(TOKENS, JSON.stringify(granted));
  fillProfile(row.profile);
  byId('pictures').hidden = !service.pictures;
  if (service.pictures) {
    fillPicture(await service.pictures.read(granted.accessToken));
  }
  fill('access', claims(granted.accessToken));
  fill('id', claims(granted.idToken));
  show('profile', notice);
}

const actions = {
  async openHostedPages() {
    location.assign(await authorizationRequest(hosted));
  },

  async signIn({ email, password }) {
    pending = { email, password };
    try {
      await signedIn(await service.signIn(email, password));
    } catch (error) {
      if (error.code !== 'UserNotConfirmedException') {
        throw error;
      }
      show('confirm', 'Your address is not confirmed yet.');
    }
  },

  async signUp({ email, password }) {
    await service.signUp(email, password);
    pending = { email, password };
    show('confirm', `A code is on its way to ${email}.`);
  },

  async confirm({ code }) {
    await service.confirm(pending.email, code.trim());
    await signedIn(
      await service.signIn(pending.email, pending.password),
      'Your address is confirmed.',
    );
  },

  async resend() {
    await service.resend(pending.email);
    byId('notice').textContent = `A new code is on its way to ${pending.email}.`;
  },

  async forgotPassword({ email }) {
    await service.forgotPassword(email);
    pending = { email, password: '' };
    show('reset', `A code is on its way to ${email}.`);
  },

  async resetPassword({ code, password }) {
    await service.resetPassword(pending.email, code.trim(), password);
    showStart('Your password is set. Sign in with it.');
  },

  async changeProfile(given) {
    const changed = Object.entries(given).filter(([name, value]) => value !== (profile[name] ?? ''));
    if (changed.length === 0) {
      byId('notice').textContent = 'There is nothing to save.';
      return;
    }
    // An empty field removes the value.
    const change = Object.fromEntries(changed.map(([name, value]) => [name, value || null]));
    fillProfile((await service.changeProfile(tokens().accessToken, change)).profile);
    byId('notice').textContent = 'Saved.';
  },

  async uploadPicture({ file }) {
    fillPicture(await service.pictures.replace(tokens().accessToken, file));
    byId('notice').textContent = 'This is your picture now.';
  },

  async deletePicture() {
    await service.pictures.remove(tokens().accessToken);
    fillPicture({});
    byId('notice').textContent = 'The picture is deleted.';
  },

  async signOut() {
    const { refreshToken } = tokens();
    sessionStorage.removeItem(TOKENS);
    await service.signOut(refreshToken);
    if (hosted) {
      location.assign(signOutAddress(config, hosted, location.href));
    } else {
      showStart('You are signed out.');
    }
  },
};

async function attempt(action) {
  byId('problem').textContent = '';
  byId('notice').textContent = '';
  try {
    await action();
  } catch (error) {
    byId('problem').textContent = error.message;
  }
}

for (const form of document.forms) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('button');
    if (button.getAttribute('aria-disabled') === 'true') {
      return;
    }
    button.setAttribute('aria-disabled', 'true');
    await attempt(() => actions[form.dataset.action](Object.fromEntries(new FormData(form))));
    button.removeAttribute('aria-disabled');
  });
}
for (const button of document.querySelectorAll('[data-show]')) {
  button.addEventListener('click', () => show(button.dataset.show));
}
byId('inbox').href = config.awsUrl + '/';

await attempt(async () => {
  showStart(location.pathname === '/signed-out' ? 'You are signed out.' : '');
  const query = new URLSearchParams(location.search);
  // The code is valid once, so a reload must not send it again.
  history.replaceState(null, '', location.pathname);
  const granted = (hosted && (await redeem(config, hosted, query))) ?? tokens();
  if (granted) {
    try {
      await signedIn(granted);
    } catch (error) {
      sessionStorage.removeItem(TOKENS);
      throw error;
    }
  }
});
