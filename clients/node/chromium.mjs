// Chromium by the WebDriver protocol, without a library.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { connect } from 'node:tls';

/** Returns a port that is free now. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * Returns the option by which Chromium trusts the key of a server, whose certificate Node has
 * verified with the authorities that it knows. Chromium itself reads authorities from a database
 * that only tools of its own can write.
 */
export async function trusting(url) {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port, servername: hostname });
  await new Promise((resolve, reject) => {
    socket.once('secureConnect', resolve);
    socket.once('error', reject);
  });
  const key = socket.getPeerX509Certificate().publicKey.export({ type: 'spki', format: 'der' });
  socket.destroy();
  const hash = createHash('sha256').update(key).digest('base64');
  return `--ignore-certificate-errors-spki-list=${hash}`;
}

/** Starts Chromium without a window; `close` ends it. */
export async function chromium(...options) {
  const port = await freePort();
  const driver = spawn('chromedriver', [`--port=${port}`], { stdio: 'ignore' });
  const at = `http://127.0.0.1:${port}`;
  await retry(async () => (await fetch(`${at}/status`)).ok);
  const { sessionId } = await call('/session', {
    capabilities: {
      alwaysMatch: {
        browserName: 'chrome',
        'goog:chromeOptions': {
          args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', ...options],
        },
      },
    },
  });

  async function call(path, body, method = 'POST') {
    const response = await fetch(at + path, {
      method,
      body: method === 'POST' ? JSON.stringify(body) : undefined,
    });
    const { value } = await response.json();
    if (!response.ok) {
      throw new Error(value.message);
    }
    return value;
  }

  return {
    open: (url) => call(`/session/${sessionId}/url`, { url }),
    url: () => call(`/session/${sessionId}/url`, undefined, 'GET'),
    /** Runs the body of an async function in the page and returns what it returns. */
    async run(script, ...args) {
      const result = await call(`/session/${sessionId}/execute/async`, {
        script: `const done = arguments[arguments.length - 1];
          (async (...args) => { ${script} })(...arguments)
            .then((value) => done({ value }), (error) => done({ error: String(error) }));`,
        args,
      });
      if (result.error) {
        throw new Error(result.error);
      }
      return result.value;
    },
    async close() {
      await call(`/session/${sessionId}`, undefined, 'DELETE');
      driver.kill();
    },
  };
}

/** Waits until an action returns something true. */
export async function retry(action) {
  for (let attempt = 0; attempt < 300; attempt++) {
    try {
      const result = await action();
      if (result) {
        return result;
      }
    } catch {
      // Not yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`timed out: ${action}`);
}
