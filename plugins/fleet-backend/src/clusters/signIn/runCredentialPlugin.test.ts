import { runCredentialPlugin } from './runCredentialPlugin';

/** Runs a line of JavaScript as the plugin. */
function run(script: string, rest: object = {}, signal?: AbortSignal) {
  return runCredentialPlugin({
    exec: {
      apiVersion: 'client.authentication.k8s.io/v1',
      command: process.execPath,
      args: ['-e', script],
      ...rest,
    } as Parameters<typeof runCredentialPlugin>[0]['exec'],
    directory: __dirname,
    cluster: {},
    signal: signal ?? new AbortController().signal,
  });
}

describe('runCredentialPlugin', () => {
  it('takes a certificate', async () => {
    const answer = {
      status: { clientCertificateData: 'cert', clientKeyData: 'key' },
    };
    await expect(
      run(`console.log(${JSON.stringify(JSON.stringify(answer))})`),
    ).resolves.toEqual({
      certificate: { cert: 'cert', key: 'key' },
    });
  });

  it.each([
    ['console.log("token: hunter2")', {}, 'did not print an ExecCredential'],
    [
      'console.error("first"); console.error("session expired"); process.exit(3)',
      {},
      'failed (3): session expired',
    ],
    [
      '',
      { command: 'no-such-plugin', installHint: 'brew install it' },
      'no-such-plugin is not installed where the backend runs: brew install it',
    ],
    ['', { interactiveMode: 'Always' }, 'wants to ask a person'],
  ])('tells what %s with %j comes to', async (script, rest, message) => {
    const error = await run(script, rest).catch(e => e);
    expect(error.message).toContain(message);
    expect(error.message).not.toContain('hunter2');
  });

  it('ends a plugin that hangs', async () => {
    await expect(
      run('setInterval(() => {}, 1000)', {}, AbortSignal.timeout(300)),
    ).rejects.toThrow('took too long');
  });
});
