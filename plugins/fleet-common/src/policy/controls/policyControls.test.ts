import { controlsOf, policyControls } from './policyControls';

describe('controlsOf', () => {
  it.each([
    ['kyverno', 'disallow-privileged-containers', ['privileged-containers']],
    [
      'kyverno',
      'disallow-privileged-containers-cel',
      ['privileged-containers'],
    ],
    ['gatekeeper', 'K8sPSPPrivilegedContainer', ['privileged-containers']],
    [
      'gatekeeper',
      'K8sPSPCapabilities',
      ['added-capabilities', 'dropped-capabilities'],
    ],
    ['kyverno', 'our-own', []],
    ['gatekeeper', 'disallow-privileged-containers', []],
    ['pod-security', 'privileged', []],
  ] as const)('%s %s means %j', (engine, name, controls) => {
    expect(controlsOf({ engine, name })).toEqual(controls);
  });

  it('takes a level of the Pod Security Standards for all that it demands', () => {
    const baseline = controlsOf({ engine: 'pod-security', name: 'baseline' });
    const restricted = controlsOf({
      engine: 'pod-security',
      name: 'restricted',
    });
    expect(baseline).toContain('privileged-containers');
    expect(baseline).not.toContain('run-as-non-root');
    expect(restricted).toEqual(expect.arrayContaining(baseline));
    expect(restricted).toContain('run-as-non-root');
  });
});

describe('policyControls', () => {
  it('names each control once, and where each policy is written', () => {
    const ids = policyControls.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { policies } of policyControls) {
      expect(policies.length).toBeGreaterThan(0);
      for (const { source } of policies) {
        expect(new URL(source).protocol).toBe('https:');
      }
    }
  });
});
