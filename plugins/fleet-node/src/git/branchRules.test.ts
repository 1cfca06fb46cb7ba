import { GitHost } from '@fleetcommander/demo-fleet';
import { connect, name } from './__testUtils__/createDemo';

jest.setTimeout(120_000);

const check = 'fleet/gates';

describe('checks that a branch requires', () => {
  let demo: GitHost;
  const start = async (
    token: string,
    protection: { checksFrom?: string; isRuleset: boolean },
  ) => {
    demo = await GitHost.create({
      people: [
        { login: 'ada', token: 'token-of-ada', access: 'admin' },
        { login: 'fleet[bot]', token: 'token-of-app' },
        { login: 'other[bot]', token: 'token-of-other' },
      ],
      repositories: {
        [name]: {
          files: { 'README.md': '# Fleet\n' },
          protections: {
            main: { approvals: 0, checks: [check], ...protection },
          },
        },
      },
    });
    await demo.start();
    return connect(demo.apiUrl, token);
  };
  const rulesAsked = async (...given: Parameters<typeof start>) => {
    const { host, repository } = await start(...given);
    return host.rulesOf(repository, 'main');
  };
  afterEach(() => demo.stop());

  it.each([
    ['its own App alone', 'token-of-app', 'fleet[bot]', true, 'own-app'],
    ['another App', 'token-of-other', 'fleet[bot]', true, 'another-app'],
    [
      'an App, and it is none',
      'token-of-ada',
      'fleet[bot]',
      true,
      'another-app',
    ],
    ['anybody', 'token-of-app', undefined, true, 'anybody'],
    [
      'anybody, as a protection has it',
      'token-of-app',
      undefined,
      false,
      'anybody',
    ],
  ])('are taken from %s', async (_whom, token, checksFrom, isRuleset, from) => {
    expect(await rulesAsked(token, { checksFrom, isRuleset })).toMatchObject({
      requiredChecks: [{ name: check, from }],
    });
  });

  it('are taken from nobody knows whom where the host does not tell its App', async () => {
    const { host, repository } = await start('token-of-app', {
      checksFrom: 'fleet[bot]',
      isRuleset: true,
    });
    await host.account(repository);
    demo.fail({ times: 1, answer: { status: 404, body: {} } });
    expect(await host.rulesOf(repository, 'main')).toMatchObject({
      requiredChecks: [{ name: check, from: 'unknown' }],
    });
  });
});
