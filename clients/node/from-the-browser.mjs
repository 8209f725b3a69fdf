// The listings of docs/from-the-browser.md, as they stand there, on a page in Chromium whose origin
// is neither that of the API nor that of AWS. Only ids and ports are those of this emulator.
import { build } from 'esbuild';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { chromium, freePort, retry, trusting } from './chromium.mjs';
import { check, codeFor, emulator, newUser, password, step } from './emulator.mjs';

const document = readFileSync(process.env.GATEHOUSE_DOCUMENT, 'utf8');
const pagePort = await freePort();
const placeholders = {
  'us-east-1_AbCdEfGhI': emulator.userPoolId,
  '1example23456789': emulator.clientId,
  'http://localhost:8080': process.env.GATEHOUSE_API_URL,
  'http://localhost:4566': emulator.url,
  'localhost:4567': new URL(emulator.httpsUrl).host,
  // The plan's callback, at which this program's page listens.
  'http://localhost:8400/signed-': `${new URL(emulator.callbackUrl).origin}/signed-`,
};

/** Returns the bundle of a listing, which a page imports. */
async function bundle(name) {
  let [, code] = document.match(new RegExp('```js ' + name + '\n([\\s\\S]*?)```'));
  for (const [placeholder, value] of Object.entries(placeholders)) {
    code = code.replaceAll(placeholder, value);
  }
  const entry = new URL(`listing-${name}.mjs`, import.meta.url);
  writeFileSync(entry, code);
  const { outputFiles } = await build({
    entryPoints: [entry.pathname],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0].text;
}

const bundles = {};
for (const name of ['amplify', 'fetch', 'oidc', 'amplify-hosted']) {
  bundles[`/${name}.mjs`] = await bundle(name);
}
const pages = createServer((request, response) => {
  const script = bundles[request.url];
  response.setHeader('Content-Type', script ? 'text/javascript' : 'text/html');
  response.end(script ?? '<!doctype html><title>The product</title>');
}).listen(pagePort, '127.0.0.1');

const callback = new URL(emulator.callbackUrl);
const browser = await chromium(
  `--host-resolver-rules=MAP localhost:${callback.port} 127.0.0.1:${pagePort}`,
  await trusting(emulator.httpsUrl),
);

const load = (name) => `const listing = await import('/${name}.mjs');`;

/** Runs a statement with a listing's exports. */
function listing(name, statement, ...args) {
  return browser.run(`${load(name)} ${statement}`, ...args);
}

for (const name of ['amplify', 'fetch']) {
  await step(name, async () => {
    const email = newUser(`docs-${name}`);
    await browser.open(callback.origin);
    await listing(name, 'await listing.register(...args)', email, password);
    await listing(name, 'await listing.confirm(...args)', email, await codeFor(email));
    const profile = await listing(
      name,
      'const profile = await listing.profile(...args); await listing.leave(); return profile;',
      email,
      password,
    );
    check(profile.email === email, JSON.stringify(profile));
  });
}

/** Signs in on Cognito's page, whose address starts with a URL. */
async function signInAt(url, email) {
  await retry(async () => (await browser.url()).startsWith(`${url}/login`));
  await browser.run(
    `document.getElementById('username').value = args[0];
     document.getElementById('password').value = args[1];
     document.querySelector('main form').submit();`,
    email,
    password,
  );
  await retry(async () => (await browser.url()).startsWith(emulator.callbackUrl));
}

for (const [name, pages] of Object.entries({
  oidc: emulator.url,
  'amplify-hosted': emulator.httpsUrl,
})) {
  await step(name, async () => {
    const email = newUser(`docs-${name}`);
    await browser.open(callback.origin);
    await listing('fetch', 'await listing.register(...args)', email, password);
    await listing('fetch', 'await listing.confirm(...args)', email, await codeFor(email));
    await listing(name, 'listing.start();');
    await signInAt(pages, email);
    const profile = await listing(name, 'return listing.profile();');
    check(profile.email === email, JSON.stringify(profile));
    await listing(name, 'listing.leave();');
    await retry(async () => (await browser.url()).startsWith(emulator.logoutUrl));
  });
}

await browser.close();
pages.close();
