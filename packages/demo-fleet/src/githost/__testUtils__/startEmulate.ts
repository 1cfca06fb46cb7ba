import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

const seed = {
  tokens: {
    'token-of-bot': { login: 'fleet-bot', scopes: ['repo'] },
    'token-of-grace': { login: 'grace', scopes: ['repo'] },
  },
  github: {
    users: [{ login: 'fleet-bot' }, { login: 'grace' }],
    orgs: [
      {
        login: 'platform',
        members: [
          { login: 'fleet-bot', role: 'admin' },
          { login: 'grace', role: 'admin' },
        ],
      },
    ],
    repos: [{ owner: 'platform', name: 'fleet', auto_init: true }],
  },
};

// It is an ES module, which tests are not.
const program = `
  import { createEmulator } from 'emulate';
  const { url } = await createEmulator(JSON.parse(process.argv[1]));
  process.stdout.write(url + '\\n');
`;

/** Another's idea of GitHub, in a process of its own. */
export async function startEmulate(): Promise<{
  apiUrl: string;
  stop(): Promise<void>;
}> {
  const options = { service: 'github', port: await freePort(), seed };
  const child = spawn(
    process.execPath,
    ['--input-type=module', '--eval', program, JSON.stringify(options)],
    { cwd: __dirname, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [line] = await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'close').then(() => {
      throw new Error('emulate does not start');
    }),
  ]);
  return {
    apiUrl: String(line).trim(),
    async stop() {
      child.kill();
      await once(child, 'close');
    },
  };
}

/** It takes no port 0. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
