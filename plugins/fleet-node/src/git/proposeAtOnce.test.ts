import type { GitHost } from '@fleetcommander/demo-fleet';
import {
  claim,
  connect,
  createDemo,
  name,
  order,
} from './__testUtils__/createDemo';
import { describeChange, readChange } from './changeNote';
import type { GitChange } from './GitChange';

jest.setTimeout(120_000);

/** What somebody wants on the branch of all. */
const wantedBy = (requester: string, text: string): GitChange => ({
  ...order,
  body: describeChange(text, { action: 'rollback', requester }),
  files: [{ path: claim, text }],
});

describe('GitHost.propose, by several at once', () => {
  let demo: GitHost;

  beforeEach(async () => {
    demo = await createDemo();
  });
  afterEach(() => demo.stop());

  /** Each with a client of their own, so that nothing but Git keeps them apart. */
  const proposeAll = (changes: GitChange[]) =>
    Promise.allSettled(
      changes.map(change => {
        const { host, repository } = connect(demo.apiUrl);
        return host.propose(repository, change);
      }),
    );
  const pulls = () => [...demo.repository(name).pulls.values()];

  it('opens one pull request for what several want alike', async () => {
    const change = wantedBy('user:default/ada', 'size: small\n');
    const answers = await proposeAll([change, change, change]);
    expect(answers).toEqual(
      answers.map(() => ({
        status: 'fulfilled',
        value: expect.objectContaining({
          pullRequest: expect.objectContaining({ number: 1, state: 'open' }),
        }),
      })),
    );
    expect(pulls()).toHaveLength(1);
  });

  it.each([
    ['on a new branch', false],
    ['on a branch that was left behind', true],
  ])(
    'lets nobody put what they want under the words of another, %s',
    async (_, isLeft) => {
      if (isLeft) {
        await proposeAll([wantedBy('user:default/eve', 'size: none\n')]);
        demo.repository(name).pulls.clear();
      }
      const sizes = new Map([
        ['user:default/ada', 'size: small\n'],
        ['user:default/bob', 'size: big\n'],
        ['user:default/eve', 'size: huge\n'],
      ]);
      const people = [...sizes.keys()];
      const answers = await proposeAll(
        people.map(person => wantedBy(person, sizes.get(person)!)),
      );

      expect(pulls()).toHaveLength(1);
      const { requester = '' } = readChange(pulls()[0].body ?? '') ?? {};
      expect(await demo.readFiles(name, order.branch)).toMatchObject({
        [claim]: sizes.get(requester)!,
      });
      // Each is told whose it is, by the pull request or by why there is none.
      const told = answers.map(answer =>
        answer.status === 'fulfilled'
          ? answer.value.pullRequest.body
          : answer.reason.message,
      );
      expect(told).toEqual(
        people.map(() => expect.stringContaining(requester)),
      );
    },
  );
});
