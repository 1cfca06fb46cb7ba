import type { PullRequest } from '@fleetcommander/backstage-plugin-fleet-common';
import { file, files } from '../__testUtils__/files';
import { claimFile, claimOf } from '../__testUtils__/records';
import { TestScaffolder } from '../__testUtils__/TestScaffolder';

describe('fleet:claim:validate', () => {
  jest.setTimeout(120_000);
  let scaffolder: TestScaffolder;

  beforeEach(async () => {
    scaffolder = await TestScaffolder.start({ files });
  });
  afterEach(() => scaffolder.stop());

  const validate = (text: string, input: object = {}) =>
    scaffolder.runIn(
      { 'claim.yaml': text },
      {
        action: 'fleet:claim:validate',
        input: { files: ['claim.yaml'], ...input },
      },
    );

  it('says where claims are to lie, and what is not checked', async () => {
    scaffolder.fleet.verdict = () => ({
      unchecked: [{ path: 'spec', rule: 'a > b', why: 'no such function' }],
    });
    const two = `${claimFile('staging-7')}---\n${claimFile('staging-8')}`;
    const { output, log } = await validate(two);
    expect(output).toEqual({
      claimId: 'id-of-staging-7',
      path: 'infrastructure/claims/staging/staging-7.yaml',
      claims: ['staging-7', 'staging-8'].map(name => ({
        file: 'claim.yaml',
        claimId: `id-of-${name}`,
        kind: 'KubernetesCluster',
        name,
        path: `infrastructure/claims/staging/${name}.yaml`,
      })),
    });
    expect(log).toContain('spec: not checked: a > b (no such function)');
  });

  it('names all that is wrong at once, and what is there already', async () => {
    scaffolder.fleet.claims = [claimOf('staging-7')];
    scaffolder.fleet.verdict = () => ({
      valid: false,
      errors: [
        { path: 'spec.region', message: 'is none of eu-west-1' },
        { path: 'spec.nodeGroups[0].maxSize', message: 'is too much' },
      ],
    });
    const { status, log } = await validate(claimFile('staging-7'));
    expect(status).toBe('failed');
    expect(log).toContain('claim.yaml: spec.region: is none of eu-west-1');
    expect(log).toContain('spec.nodeGroups[0].maxSize: is too much');
    expect(log).toContain('there is a KubernetesCluster staging-7 already');
    scaffolder.fleet.verdict = () => ({});
    expect(
      await validate(claimFile('staging-7'), { update: true }),
    ).toMatchObject({ status: 'completed' });
  });

  it('does not change what somebody else orders', async () => {
    const pullRequest = {
      url: 'https://git.example.org/platform/fleet/pull/7',
      change: 'create',
      author: 'fleet-bot',
      requester: 'user:default/ada',
    };
    const ordered = (requester: string) =>
      claimOf('staging-7', {
        pullRequests: [{ ...pullRequest, requester } as PullRequest],
      });
    scaffolder.fleet.verdict = () => ({ exists: false });
    scaffolder.fleet.claims = [ordered('user:default/ada')];
    const { status, log } = await validate(claimFile('staging-7'));
    expect(status).toBe('failed');
    expect(log).toContain(
      `user:default/ada orders it already: ${pullRequest.url}`,
    );
    scaffolder.fleet.claims = [ordered('user:default/mock')];
    expect(await validate(claimFile('staging-7'))).toMatchObject({
      status: 'completed',
    });
  });

  it('refuses what is merged and not applied yet', async () => {
    const { status, log } = await validate(claimFile('staging-1'));
    expect(status).toBe('failed');
    expect(log).toContain(`/${file} already: take another name`);
  });

  it.each<[string, string, object, string]>([
    ['what does not parse', 'a: [1\nb: 2\n', {}, 'claim.yaml, line 2, column'],
    ['what is no object', '- 1\n', {}, 'is no object of Kubernetes'],
    ['an empty file', '# nothing\n', {}, 'claim.yaml holds no claim'],
    [
      'a name that is no text',
      'apiVersion: a/v1\nkind: B\nmetadata: {name: 1}\n',
      {},
      'is no object of Kubernetes',
    ],
    [
      'aliases without end',
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n`,
      {},
      'alias',
    ],
    [
      'an environment that is none',
      claimFile('staging-7').replace('environment: staging', 'environment: x'),
      {},
      'there is no environment "x": there are development, staging, production',
    ],
    [
      'a name that is a path',
      claimFile('../../x'),
      {},
      '"../../x" has a slash, and is to be part of a path',
    ],
    [
      'a layout that is not known',
      claimFile('staging-7'),
      { layout: '{region}/{name}.yaml' },
      'layout: {region} of {region}/{name}.yaml is not known',
    ],
    [
      'a file out of the workspace',
      claimFile('staging-7'),
      { files: ['../claim.yaml'] },
      'outside',
    ],
    [
      'a file that is not there',
      claimFile('staging-7'),
      { files: ['other.yaml'] },
      'there is no file "other.yaml" in the workspace',
    ],
  ])('refuses %s', async (_, text, input, words) => {
    const { status, log } = await validate(text, input);
    expect(status).toBe('failed');
    expect(log).toContain(words);
  });
});
