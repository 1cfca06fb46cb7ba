import type { AdoptionPlan } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  describeChange,
  readChange,
} from '@fleetcommander/backstage-plugin-fleet-node';
import {
  overlayPath,
  overlayText,
  promotionPlanOf,
} from './__testUtils__/promotionPlanOf';
import { shippedTemplate } from './__testUtils__/shippedTemplate';
import { TestScaffolder } from './__testUtils__/TestScaffolder';

const name = 'platform/fleet';
const asked = { pipelineId: 'id-of-web', stage: 'production' };
const ada = 'user:default/ada';
const grace = 'user:default/grace';

describe('templates of delivery', () => {
  jest.setTimeout(120_000);
  let scaffolder: TestScaffolder;

  beforeEach(async () => {
    scaffolder = await TestScaffolder.start({
      files: { [overlayPath]: overlayText },
    });
    scaffolder.fleet.plan = ({ action, revision }, requester) =>
      promotionPlanOf(scaffolder.git, {
        action,
        requester,
        version: revision === undefined ? undefined : `1.4.${revision[0]}`,
      });
  });
  afterEach(() => scaffolder.stop());

  const order = (template: string, values: object, user?: string) =>
    scaffolder.order(shippedTemplate(template), { ...asked, ...values }, user);
  const pulls = () => [...scaffolder.git.repository(name).pulls.values()];
  const url = () => `${scaffolder.git.url}/${name}/pull/1`;

  it.each([
    ['promotion', { reason: 'It is time' }, '1.5.0'],
    ['rollback', { revision: '1f3c2e9', reason: 'It is slow' }, '1.4.1'],
  ])(
    'shows with %s what would move, in words and in lines, and then proposes it',
    async (template, values, version) => {
      const dry = await scaffolder.dryRunOf(
        shippedTemplate(template),
        { ...asked, ...values },
        {},
      );
      expect(dry.status).toBe('completed');
      expect(dry.log).toContain(`image web 1.4.2 → ${version}`);
      expect(dry.log).toContain(`-    newTag: 1.4.2\n+    newTag: ${version}`);
      expect(dry.log).toContain('Approvals: waiting. 0 of 1 approval');
      expect(pulls()).toEqual([]);

      expect(await order(template, values, ada)).toMatchObject({
        status: 'completed',
        output: {
          text: [
            {
              title: 'What came of it',
              content: expect.stringContaining(`Opened ${url()}`),
            },
          ],
          links: [
            { title: 'Pull request', url: url() },
            { url: 'https://portal.example.org/fleet/promotions' },
          ],
        },
      });
      expect(pulls()).toHaveLength(1);
      expect(readChange(pulls()[0].body ?? '')).toMatchObject({
        requester: ada,
      });
      expect(await scaffolder.git.readFiles(name, pulls()[0].head)).toEqual({
        [overlayPath]: overlayText.replace('1.4.2', version),
      });
    },
  );

  it('refuses a commit that is none', async () => {
    expect(await order('rollback', { revision: 'main~1' })).toMatchObject({
      status: 'refused',
    });
    expect(scaffolder.git.requests).toEqual([]);
  });

  it.each([
    ['a promotion, by one', 'promotion', [{}, {}], [ada, ada]],
    ['a promotion, by two', 'promotion', [{}, {}], [ada, grace]],
    [
      'a rollback, by two',
      'rollback',
      [{ revision: '1f3c2e9' }, { revision: '1f3c2e9' }],
      [ada, grace],
    ],
    [
      'rollbacks to different commits, by two',
      'rollback',
      [{ revision: '0f3c2e9' }, { revision: '1f3c2e9' }],
      [ada, grace],
    ],
  ])(
    'makes one pull request of %s at once',
    async (_, template, values, people) => {
      const { plan } = scaffolder.fleet;
      const allAsked = meeting(people.length);
      scaffolder.fleet.plan = async (...request) => {
        const made = await plan(...request);
        await allAsked();
        return made;
      };
      const outcomes = await Promise.all(
        people.map((person, index) => order(template, values[index], person)),
      );

      expect(pulls()).toHaveLength(1);
      const { requester = '' } = readChange(pulls()[0].body ?? '') ?? {};
      for (const { status, output, log } of outcomes) {
        expect({ status, log, links: output.links }).toMatchObject({
          status: 'completed',
          links: [{ url: url() }, {}],
        });
      }
      // Who came second is told whose it is.
      expect(
        outcomes
          .filter((_outcome, index) => people[index] !== requester)
          .map(({ log }) => log),
      ).toEqual(
        people
          .filter(person => person !== requester)
          .map(() =>
            expect.stringContaining(
              `${requester} asked for a change of production`,
            ),
          ),
      );
      // What it holds is what it says, whoever came second.
      const [, version] = /→ (\S+)/.exec(pulls()[0].body ?? '')!;
      expect(await scaffolder.git.readFiles(name, pulls()[0].head)).toEqual({
        [overlayPath]: overlayText.replace('1.4.2', version),
      });
    },
  );

  it('has Git say what is live', async () => {
    scaffolder.fleet.adoption = async (driftId, requester) => {
      const text = overlayText.replace('1.4.2', '1.4.3');
      return {
        driftId,
        applicationId: 'id-of-web',
        summary: 'Deployment web: image 1.4.2 → 1.4.3',
        from: '1.4.2',
        to: '1.4.3',
        repository: `${scaffolder.git.url}/${name}`,
        base: 'main',
        branch: 'fleet/adopt/drift-1',
        readAt: (await scaffolder.git.headOf(name, 'main'))!,
        path: overlayPath,
        line: 3,
        files: [{ path: overlayPath, text, diff: '+1.4.3', url: '' }],
        title: 'Adopt the image of Deployment web',
        body: describeChange('Why', { action: 'adopt', requester }),
        warnings: [],
      } satisfies AdoptionPlan;
    };
    for (const [person, said] of [
      [ada, 'opened'],
      [grace, `${ada} asked for it already`],
    ]) {
      const { status, output, log } = await scaffolder.order(
        shippedTemplate('adopt'),
        { driftId: 'drift-1', reason: 'It holds' },
        person,
      );
      expect({ status, output }).toMatchObject({
        status: 'completed',
        output: {
          text: [{ content: 'Deployment web: image 1.4.2 → 1.4.3' }],
          links: [{ url: url() }],
        },
      });
      expect(log).toContain(said);
    }
    expect(pulls()).toHaveLength(1);
  });
});

/** Lets nobody go on before all are there. */
function meeting(count: number): () => Promise<void> {
  let there = 0;
  let open = () => {};
  const all = new Promise<void>(resolve => {
    open = resolve;
  });
  return () => {
    there += 1;
    if (there >= count) {
      open();
    }
    return all;
  };
}
