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
      stringData: { password: '••••••' },
    });
  });

  it('leaves other objects as they are, but for the bookkeeping of field managers', () => {
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
      metadata: { name: 'ledger', annotations: { [lastApplied]: '{}' } },
      data: { colour: 'red' },
    });
  });
});
