import { driftKinds } from '../../drift/DriftKind';
import { driftSeverities } from '../../drift/DriftSeverity';
import { count, flag, list, object, oneOf, ref, text, time } from './shared';

const counts = (description: string) =>
  ({ type: 'object', description, additionalProperties: count } as const);

/** The ledger of drift. */
export const driftSchemas = {
  DriftKind: oneOf(driftKinds, 'What differs.'),
  DriftSeverity: oneOf(driftSeverities, 'How much it needs a person.'),
  DriftMark: object(
    {
      by: text('Entity ref of the person.'),
      at: time,
      reason: text(),
      until: time,
    },
    ['until'],
    'What a person said of it.',
  ),
  Drift: object(
    {
      id: text(),
      kind: ref('DriftKind'),
      severity: ref('DriftSeverity'),
      summary: text('In plain words.'),
      remedy: text('What to do, in plain words.'),
      links: list(
        object({ title: text(), url: text() }),
        'Pages on a Git host that show it, such as commits.',
      ),
      correction: object(
        {
          expected: flag,
          by: text('Who corrects it.'),
          reason: text('Why, or why not, in plain words.'),
        },
        ['by'],
      ),
      cluster: text('Where it is, else where the application lives.'),
      targetCluster: text(),
      environment: text(),
      region: text(),
      title: text('Of the application, delivery key or cluster.'),
      application: object(
        {
          id: text(),
          engine: text(),
          kind: text(),
          cluster: text('Where the object lives.'),
          namespace: text(),
          name: text(),
        },
        ['namespace'],
      ),
      deliveryKey: text(),
      object: object(
        {
          group: text(),
          version: text(),
          kind: text(),
          namespace: text(),
          name: text(),
        },
        ['version', 'namespace'],
        'What differs, where it is not the application itself.',
      ),
      path: text('In JSONPath.'),
      from: text('JSON text of what Git had set; absent: there was none.'),
      to: text('JSON text of what is live; absent: there is none.'),
      manager: text('The client that changed it, as managedFields name it.'),
      operation: oneOf(['Apply', 'Update']),
      subresource: text(),
      since: time,
      endedAt: time,
      firstSince: time,
      times: count,
      episodes: list(
        object({ since: time, endedAt: time }),
        'Earlier occurrences, newest first, at most 20.',
      ),
      acknowledged: ref('DriftMark'),
      muted: ref('DriftMark'),
      entityRefs: list(text()),
      ownerRefs: list(text()),
      freshness: ref('Freshness'),
    },
    [
      'links',
      'targetCluster',
      'environment',
      'region',
      'application',
      'deliveryKey',
      'object',
      'path',
      'from',
      'to',
      'manager',
      'operation',
      'subresource',
      'endedAt',
      'acknowledged',
      'muted',
    ],
    'One way in which live differs from Git, or clusters that should agree do not.',
  ),
  DriftCounts: object(
    {
      total: count,
      worst: ref('DriftSeverity'),
      severities: counts('By severity; those with none are absent.'),
      kinds: counts('By kind; those with none are absent.'),
    },
    ['worst'],
    'How many are open and not muted.',
  ),
  DriftList: object({
    items: list(ref('Drift')),
    totalItems: count,
    facets: ref('Facets'),
    pageInfo: ref('PageInfo'),
  }),
};
