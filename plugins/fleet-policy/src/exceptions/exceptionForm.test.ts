import { exception, result } from '../__testUtils__/policies';
import { formFor, formOf } from './exceptionForm';

const common = {
  change: 'request',
  cluster: 'prod-us-east-1',
  namespace: 'shop',
  owner: 'group:default/shop',
};
const { policy, resource } = result('any');

describe('what the form of an exception begins with', () => {
  it.each([
    'privileged-containers',
    'autogen-privileged-containers',
    'autogen-cronjob-privileged-containers',
  ])('is for the rule as it is written, where %s found it', rule => {
    expect(formFor(result('any', { rule }))).toEqual({
      ...common,
      engine: 'kyverno',
      name: 'web-disallow-privileged-containers',
      policy: 'disallow-privileged-containers',
      rule: 'privileged-containers',
      kind: 'Deployment',
      resource: 'web',
      entity: 'component:default/web',
    });
  });

  it('names no rule of a policy in CEL, and leaves to people what is not certain', () => {
    expect(
      formFor(
        result('any', {
          policy: { ...policy, kind: 'ValidatingPolicy', name: 'no.tokens' },
          resource: { ...resource, name: `web.${'long-'.repeat(20)}` },
          entityRefs: [],
          ownerRefs: ['group:default/shop', 'group:default/web'],
        }),
      ),
    ).toEqual({
      ...common,
      owner: undefined,
      engine: 'kyverno-cel',
      name: `web-${'long-'.repeat(11)}long`,
      policy: 'no.tokens',
      policyKind: 'ValidatingPolicy',
      resource: `web.${'long-'.repeat(20)}`,
      entity: undefined,
    });
  });

  it('says of which namespace a policy is', () => {
    const own = { ...policy, kind: 'Policy', namespace: 'shop' };
    expect(formFor(result('any', { policy: own }))).toMatchObject({
      policy: 'shop/disallow-privileged-containers',
    });
    // One in CEL is named alone: its exceptions are of its own namespace.
    const cel = { ...own, kind: 'NamespacedValidatingPolicy' };
    expect(formFor(result('any', { policy: cel }))).toMatchObject({
      policy: 'disallow-privileged-containers',
    });
  });

  it('is a namespace where Gatekeeper judges', () => {
    const its = { ...policy, engine: 'gatekeeper', kind: 'K8sPSPPrivileged' };
    expect(formFor(result('any', { policy: its }))).toEqual({
      ...common,
      engine: 'gatekeeper',
    });
  });

  it.each([
    ['a scanner', { policy: { ...policy, engine: 'trivy' } }],
    ['no namespace', { resource: { kind: 'Namespace', name: 'shop' } }],
  ])('is not there where it is of %s', (_, other) => {
    expect(formFor(result('any', other))).toBeUndefined();
  });
});

describe('what the form of an exception that is there begins with', () => {
  const change = { change: 'extend', cluster: exception.cluster };
  const excluded = {
    ...exception,
    engine: 'gatekeeper',
    policies: [{ name: 'not-as-root', rules: [] }],
    namespace: 'shop',
  };

  it('is its name, or the namespace that a constraint leaves alone', () => {
    expect(formOf(exception)).toEqual({
      ...change,
      engine: 'kyverno',
      name: exception.name,
    });
    expect(formOf(excluded)).toEqual({
      ...change,
      engine: 'gatekeeper',
      namespace: 'shop',
    });
  });

  it.each([
    ['of the Config', { policies: [], namespace: 'gatekeeper-system' }],
    ['of several namespaces together', { namespace: undefined }],
    ['of namespaces by a pattern', { namespace: '*-system' }],
    ['of a name with a dot', { engine: 'kyverno', name: 'as.root' }],
  ])('is not there where it is %s', (_, other) => {
    expect(formOf({ ...excluded, ...other })).toBeUndefined();
  });
});
