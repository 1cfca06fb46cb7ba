import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const seed = {
  tokens: { 'token-of-bot': { login: 'fleet-bot', scopes: ['repo'] } },
  github: {
    users: [{ login: 'fleet-bot' }],
    orgs: [
      { login: 'platform', members: [{ login: 'fleet-bot', role: 'admin' }] },
    ],
    repos: [{ owner: 'platform', name: 'fleet', auto_init: true }],
  },
};

/** GitHub as others understand it, with the repository `platform/fleet`. It is written for processes of its own. */
export async function startEmulate(): Promise<{
  apiUrl: string;
  stop: () => Promise<void>;
}> {
  const emulate = spawn(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { createEmulator } from 'emulate';
      const { url } = await createEmulator(${JSON.stringify({
        service: 'github',
        port: 0,
        seed,
      })});
      console.log(url);`,
    ],
    { cwd: __dirname, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [apiUrl] = await once(createInterface(emulate.stdout), 'line');
  return {
    apiUrl,
    stop: async () => {
      emulate.kill();
      await once(emulate, 'exit');
    },
  };
}
