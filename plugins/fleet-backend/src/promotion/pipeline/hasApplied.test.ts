import { readOverlay } from '@fleetcommander/backstage-plugin-fleet-node';
import { hasApplied } from './hasApplied';

const path = 'apps/shop/overlays/staging';
const head = 'b'.repeat(40);
const before = 'a'.repeat(40);
const branch = {
  head,
  seenAt: new Map([
    [before, '2026-11-20T11:59:00.000Z'],
    [head, '2026-11-20T12:00:00.000Z'],
  ]),
};

/** An overlay with two images that has been so since the head was seen. */
const known = {
  id: '1',
  environment: 'staging',
  branch: 'main',
  path,
  content: '1',
  contentSince: '2026-11-20T12:00:00.000Z',
  notUnderstood: [],
  overlay: readOverlay(
    {
      [`${path}/kustomization.yaml`]: 'resources: [web.yaml, worker.yaml]\n',
      ...Object.fromEntries(
        ['web', 'worker'].map(name => [
          `${path}/${name}.yaml`,
          `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: ${name} }\nspec: { template: { spec: { containers: [{ name: app, image: 'registry.example.org/${name}:1.5.0' }] } } }\n`,
        ]),
      ),
    },
    path,
  ),
};
const image = (name: string, version: string) => ({
  kind: 'image' as const,
  name: `registry.example.org/${name}`,
  version,
});
const [web, worker] = ['web', 'worker'].map(name => image(name, '1.5.0'));

describe('hasApplied', () => {
  it.each([
    ['all images run', [web, worker], before, true],
    ['one is another', [web, image('worker', '1.4.0')], head, false],
    ['one does not run yet', [web], before, false],
    ['one never runs, and the commit is the head', [web], head, true],
    ['nothing tells but a commit that nobody saw', [], 'c'.repeat(40), false],
    ['nothing tells at all', [], undefined, false],
  ])('%s', (_, running, commit, applied) => {
    const revision = commit && `main@sha1:${commit}`;
    expect(hasApplied({ running, revision }, known, branch)).toBe(applied);
  });
});
