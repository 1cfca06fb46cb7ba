import { versionProblem } from './versionProblem';

describe('versionProblem', () => {
  it.each([
    ['1.34', '1.35'],
    ['v1.34.2', '1.35'],
    ['v1.34.2+k3s1', '1.34'],
    ['1.34.2', '1.34.5'],
    ['1.34.5', '1.35.0'],
    ['latest', '1.35'],
  ])('lets a cluster go from %s to %s', (from, to) => {
    expect(versionProblem(from, to)).toBeUndefined();
  });

  it.each([
    ['1.35', '1.34', 'downgraded'],
    ['1.35', '0.9', 'downgraded'],
    ['1.34.5', '1.34.2', 'downgraded'],
    ['v1.33.9-eks-1', '1.35', 'go to 1.34 first'],
    ['1.34', '2.0', 'go to 1.35 first'],
    ['1.34', 'latest', 'is no Kubernetes version'],
    ['1.34', '1.35\n', 'is no Kubernetes version'],
    ['1.34', '1.35; rm -rf /', 'is no Kubernetes version'],
    ['1.34', '１.３５', 'is no Kubernetes version'],
  ])('does not let one go from %s to %s', (from, to, why) => {
    expect(versionProblem(from, to)).toContain(why);
  });
});
