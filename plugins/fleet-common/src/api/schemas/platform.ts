import { count, flag, list, object, page, ref, text, time } from './shared';

const subject = {
  id: text(),
  cluster: text(),
  environment: text(),
  region: text(),
  engine: text(),
  apiVersion: text(),
  kind: text(),
  namespace: text(),
  name: text(),
  state: ref('State'),
  summary: text('In plain words.'),
  reason: text("The engine's own word."),
  message: text("The engine's own text."),
  since: time,
  entityRefs: list(text()),
  ownerRefs: list(text()),
  freshness: ref('Freshness'),
};

const seldom = [
  'environment',
  'region',
  'namespace',
  'reason',
  'message',
  'since',
] as const;

/** Secrets that are brought from elsewhere, and certificates. No value of a secret is ever read. */
export const platformSchemas = {
  SecretSync: object(
    {
      ...subject,
      store: text('Kind/name of where it comes from, or goes to.'),
      provider: text('Of the store, such as vault or aws.'),
      target: text('The Secret in the cluster.'),
      direction: { type: 'string', enum: ['pull', 'push'] },
      syncedAt: time,
      refreshSeconds: {
        ...count,
        description: 'How often it is brought; absent: not by time.',
      },
      late: {
        ...flag,
        description: 'Whether it should have been brought again by now.',
      },
    },
    [...seldom, 'store', 'provider', 'target', 'syncedAt', 'refreshSeconds'],
    'A secret that an engine keeps the same here and in a store.',
  ),
  SecretSyncList: page('SecretSync'),
  Certificate: object(
    {
      ...subject,
      names: list(text(), 'Of hosts.'),
      issuer: text('Kind/name.'),
      target: text('The Secret that holds it.'),
      notAfter: time,
      renewalAt: time,
      failedAttempts: count,
      lastFailureAt: time,
      revision: count,
    },
    [
      ...seldom,
      'issuer',
      'target',
      'notAfter',
      'renewalAt',
      'failedAttempts',
      'lastFailureAt',
      'revision',
    ],
    'A certificate, and until when it is good.',
  ),
  CertificateList: page('Certificate'),
};
