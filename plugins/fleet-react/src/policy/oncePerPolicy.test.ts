import { oncePerPolicy } from './oncePerPolicy';

const baseline = {
  id: 'pod-security:PodSecurity::baseline',
  engine: 'pod-security',
  kind: 'PodSecurity',
  name: 'baseline',
  title: 'Pod Security baseline',
  word: 'enforce: baseline',
};

it('tells a policy once, and in how many namespaces', () => {
  const clusterWide = { ...baseline, id: 'kyverno', name: 'privileged' };
  expect(
    oncePerPolicy([
      { ...baseline, namespace: 'shop' },
      { ...baseline, namespace: 'monitoring', word: 'warn: baseline' },
      clusterWide,
      { ...baseline, namespace: 'billing' },
    ]).map(({ name, word, where }) => [name, word, where]),
  ).toEqual([
    ['privileged', 'enforce: baseline', ''],
    ['baseline', 'enforce: baseline', 'in 2 namespaces'],
    ['baseline', 'warn: baseline', 'in monitoring'],
  ]);
});
