import { maskSecrets } from './maskSecrets';

const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

describe('maskSecrets', () => {
  it('shows of a Secret the keys and no value, wherever the value may hide', () => {
    const { object, masked } = maskSecrets({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name: 'ledger',
        annotations: {
          [lastApplied]: '{"stringData":{"password":"hunter2"}}',
          team: 'pay',
        },
        managedFields: [{ fieldsV1: {} }],
      },
      type: 'Opaque',
      data: { password: 'aHVudGVyMg==' },
      stringData: { password: 'hunter2' },
    });
    expect(masked).toBe(true);
    expect(object).toEqual({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'ledger', annotations: { team: 'pay' } },
      type: 'Opaque',
      data: { password: '••••••' },
    });
  });

  it('leaves other objects as they are, but for bookkeeping', () => {
    const { object, masked } = maskSecrets({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: 'ledger',
        annotations: { [lastApplied]: '{}' },
        managedFields: [],
      },
      data: { colour: 'red' },
    });
    expect(masked).toBe(false);
    expect(object).toEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'ledger', annotations: {} },
      data: { colour: 'red' },
    });
  });

  it('masks what looks like a secret in other objects', () => {
    const env = [
      { name: 'DB_PASSWORD', value: 'hunter2' },
      { name: 'COLOUR', value: 'red' },
    ];
    const { object, masked } = maskSecrets({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: 'ledger',
        annotations: { [lastApplied]: JSON.stringify({ env }) },
      },
      spec: { containers: [{ name: 'app', env }] },
    });
    expect(masked).toBe(true);
    expect(JSON.stringify(object)).not.toContain('hunter2');
    expect(JSON.stringify(object)).toContain('red');
  });

  it('masks the values of a Secret that lies within another object', () => {
    const secret = {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name: 'ledger',
        annotations: { [lastApplied]: '{"stringData":{"host":"hunter2"}}' },
      },
      stringData: { host: 'hunter2' },
      data: { user: 'aHVudGVyMg==' },
    };
    const { object, masked } = maskSecrets({
      apiVersion: 'kubernetes.crossplane.io/v1alpha2',
      kind: 'Object',
      metadata: { name: 'ledger' },
      spec: { forProvider: { manifest: secret } },
      status: { atProvider: { manifest: { ...secret, data: { user: 'x' } } } },
    });
    expect(masked).toBe(true);
    expect(JSON.stringify(object)).not.toMatch(/hunter2|aHVudGVyMg|"x"/);
    expect(JSON.stringify(object)).toContain('"user"');
  });
});
