import path from 'node:path';
import { projectFixture } from '../__fixtures__/projectFixture';

const objects = projectFixture(
  path.join(__dirname, '__fixtures__', 'admission.yaml'),
);

describe('admission policies', () => {
  it('say what they check; what they do is for their bindings to say', () => {
    expect(objects.get('replica-limit')).toMatchObject([
      {
        type: 'policy',
        engine: 'admission',
        state: 'healthy',
        title: 'At most ten replicas',
        policyType: 'validate',
        bindings: [],
        rules: [{ name: 'validation 1', message: 'Ten at most.' }],
      },
    ]);
  });

  it('warn of expressions that do not fit', () => {
    expect(objects.get('mistyped')).toMatchObject([
      {
        state: 'degraded',
        message: "spec.validations[0].expression: undefined field 'replicsa'",
      },
    ]);
  });

  it.each(['of-kyverno', 'of-gatekeeper', 'of-nothing'])(
    '%s is no policy of its own',
    name => {
      expect(objects.get(name)).toEqual([]);
    },
  );
});

describe('bindings', () => {
  it.each([
    [
      'replica-limit-production',
      'ValidatingAdmissionPolicy',
      {
        mode: 'enforce',
        word: 'Deny, Audit',
        where:
          'in namespaces labelled tier in (gold, silver), no trial, objects labelled app=web',
      },
    ],
    [
      'without-actions',
      'ValidatingAdmissionPolicy',
      { mode: 'off', word: 'no validationActions' },
    ],
    [
      'sidecars',
      'MutatingAdmissionPolicy',
      { mode: 'enforce', word: 'mutate' },
    ],
  ])('%s', (name, policyKind, binding) => {
    expect(objects.get(name)).toMatchObject([
      { type: 'policy-binding', policyKind, bindings: [binding] },
    ]);
  });
});
