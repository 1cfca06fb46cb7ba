import { maskFields } from './maskFields';
import { MASK } from './SecretValue';

describe('maskFields', () => {
  it('masks what looks like a secret by its name or by what it says, and leaves what says where one is', () => {
    expect(
      maskFields({
        region: 'eu-central-1',
        adminPassword: 'hunter2',
        credentials: { user: 'ada', nested: ['one'], enabled: true },
        vars: [
          { name: 'DB_PASSWORD', value: 'hunter2' },
          { name: 'REGION', value: 'eu' },
        ],
        url: 'https://ada:hunter2@example.org',
        key: '-----BEGIN RSA PRIVATE KEY-----\nabc',
        secretName: 'db-conn',
        passwordSecretRef: { name: 'db', namespace: 'x', key: 'password' },
        writeConnectionSecretToRef: { name: 'conn' },
        none: null,
      }),
    ).toEqual({
      region: 'eu-central-1',
      adminPassword: MASK,
      credentials: { user: MASK, nested: [MASK], enabled: true },
      vars: [
        { name: 'DB_PASSWORD', value: MASK },
        { name: 'REGION', value: 'eu' },
      ],
      url: MASK,
      key: MASK,
      secretName: 'db-conn',
      passwordSecretRef: { name: 'db', namespace: 'x', key: 'password' },
      writeConnectionSecretToRef: { name: 'conn' },
      none: null,
    });
  });

  it('masks all of a Secret that lies within', () => {
    expect(
      maskFields({
        manifest: {
          kind: 'Secret',
          metadata: {
            annotations: {
              'kubectl.kubernetes.io/last-applied-configuration': 'hunter2',
            },
          },
          data: { username: 'YWRh' },
          stringData: { host: 'hunter2' },
        },
      }),
    ).toEqual({
      manifest: {
        kind: 'Secret',
        metadata: {
          annotations: {
            'kubectl.kubernetes.io/last-applied-configuration': MASK,
          },
        },
        data: { username: MASK },
        stringData: { host: MASK },
      },
    });
  });
});
