import { GitHost } from '@fleetcommander/demo-fleet';
import { connect, name } from './__testUtils__/createDemo';

jest.setTimeout(120_000);

const check = 'fleet/gates';

describe('checks that a branch requires', () => {
  let demo: GitHost;
  const rulesAsked = async (
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
    const { host, repository } = connect(demo.apiUrl, token);
    return host.rulesOf(repository, 'main');
  };
  afterEach(() => demo.stop());

  it.each([
    ['its own App alone', 'token-of-app', 'fleet[bot]', true, undefined],
    ['another App', 'token-of-other', 'fleet[bot]', true, [check]],
    ['an App, and it is none', 'token-of-ada', 'fleet[bot]', true, [check]],
    ['anybody', 'token-of-app', undefined, true, [check]],
    [
      'anybody, as a protection has it',
      'token-of-app',
      undefined,
      false,
      [check],
    ],
  ])('are taken from %s', async (_whom, token, checksFrom, isRuleset, open) => {
    expect(await rulesAsked(token, { checksFrom, isRuleset })).toMatchObject({
      requiredChecks: [check],
      openChecks: open,
    });
  });
});
