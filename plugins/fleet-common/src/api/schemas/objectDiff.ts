import { flag, list, object, oneOf, text, time } from './shared';

const source = oneOf(
  ['argocd', 'last-applied', 'git-owned', 'git'],
  'Argo CD’s comparison; the manifest that its engine applied last; what Git’s managers have set, by managedFields; the file in Git.',
);

/** Desired against live. */
export const objectDiffSchemas = {
  DiffField: object(
    {
      path: text('In JSONPath.'),
      state: oneOf(
        ['changed', 'added', 'removed', 'ignored'],
        'Ignored: it differs, and that does not count.',
      ),
      from: text('JSON text of what is desired; absent: nothing.'),
      to: text('JSON text of what is live; absent: nothing.'),
      masked: flag,
      manager: text(
        'The client that set it last, as managedFields name it; absent: unknown.',
      ),
      operation: oneOf(['Apply', 'Update']),
      at: time,
      reason: text('Why it does not count.'),
    },
    ['from', 'to', 'masked', 'manager', 'operation', 'at', 'reason'],
    'A field in which live is not what is desired. With masked, that it differs is all that is told.',
  ),
  ObjectDiff: object(
    {
      cluster: text(),
      applicationId: text(),
      kind: text(),
      observedAt: time,
      desired: object(
        {
          source,
          words: text('What was learnt, and how.'),
          revision: text('Of Git.'),
          at: time,
          yaml: text(),
        },
        ['revision', 'at'],
      ),
      passedOver: list(
        object({ source, reason: text('In plain words.') }),
        'Better sources of what is desired that do not know it, and why.',
      ),
      liveYaml: text(
        'As far as something desires it or somebody added it; absent: it is not on the cluster, or was not compared.',
      ),
      fields: list({ $ref: '#/components/schemas/DiffField' }),
      notes: list(text(), 'What was cut or cannot be known, in plain words.'),
      masked: flag,
    },
    ['desired', 'liveYaml'],
    'What an object should be against what it is. Without desired, nobody knows what it should be.',
  ),
};
