import { count, flag, list, object, oneOf, ref, text, time } from './shared';

/** Answers that one screen needs in one request. */
export const viewSchemas = {
  EntityView: object(
    {
      entityRef: text(),
      cluster: text('Set when the entity is itself a cluster.'),
      applications: list(ref('Application')),
      workloads: list(ref('Workload')),
      sources: list(ref('Source')),
      canaries: list(ref('Canary')),
      transitions: list(ref('Transition')),
      problems: list(
        object({ key: text('The annotation.'), message: text() }),
        'What is wrong with the annotations of the entity.',
      ),
      clusters: list(
        object(
          {
            name: text(),
            entityRef: text(),
            environment: text(),
            region: text(),
            state: ref('State'),
            summary: text(),
            freshness: ref('Freshness'),
          },
          ['environment', 'region'],
        ),
      ),
      environments: list(text(), 'In promotion order.'),
    },
    ['cluster'],
  ),
  MatrixColumn: object(
    {
      cluster: text(),
      entityRef: text(),
      environment: text(),
      region: text(),
      state: ref('State'),
      freshness: ref('Freshness'),
    },
    ['environment', 'region'],
  ),
  MatrixCell: object(
    {
      id: text('Of the application.'),
      cluster: text(),
      version: text(),
      revision: text(),
      state: ref('State'),
      summary: text(),
      since: time,
      images: list(text()),
      odd: flag,
      stale: flag,
    },
    ['version', 'revision', 'since'],
  ),
  MatrixRow: object(
    {
      deliveryKey: text(),
      title: text(),
      engine: text(),
      entityRef: text(),
      ownerRef: text(),
      groupRef: text('The owner or system that the rows are grouped by.'),
      state: ref('State'),
      differs: flag,
      cells: list(ref('MatrixCell'), 'Only those of the asked columns.'),
    },
    ['entityRef', 'ownerRef', 'groupRef'],
  ),
  Matrix: object({
    columns: list(ref('MatrixColumn')),
    totalColumns: count,
    items: list(ref('MatrixRow')),
    totalItems: count,
    pageInfo: ref('PageInfo'),
  }),
  AttentionItem: object(
    {
      type: oneOf(['cluster', 'application']),
      title: text(),
      state: ref('State'),
      summary: text(),
      since: time,
      entityRef: text(),
      ownerRef: text(),
      cluster: text(),
      applicationId: text(),
      deliveryKey: text(),
      clusters: list(text(), 'Where it is so.'),
      total: count,
      environment: text(),
    },
    [
      'since',
      'entityRef',
      'ownerRef',
      'cluster',
      'applicationId',
      'deliveryKey',
      'environment',
    ],
  ),
  SummaryCell: object(
    {
      environment: text(),
      region: text(),
      clusters: list(text(), 'Names, at most 20, worst first.'),
      total: count,
      state: ref('State'),
      version: text('When all run the same.'),
      applications: ref('StateCounts'),
      freshness: ref('Freshness'),
    },
    ['version', 'environment', 'region'],
  ),
  Summary: object(
    {
      clusters: ref('StateCounts'),
      applications: ref('StateCounts'),
      attention: list(ref('AttentionItem'), 'Worst first, at most 50.'),
      attentionTotal: count,
      environments: list(text()),
      regions: list(text()),
      cells: list(ref('SummaryCell')),
      freshness: ref('Freshness'),
      oldest: list(
        object({ cluster: text(), freshness: ref('Freshness') }),
        'Clusters whose facts are old.',
      ),
      unowned: count,
      hubs: list(
        object(
          {
            cluster: text(),
            reachability: ref('Reachability'),
            steers: count,
            message: text('What its absence makes stale, and what goes on.'),
          },
          ['message'],
        ),
      ),
      sourceProblems: list(
        object({ key: text('The config key or source.'), message: text() }),
      ),
    },
    [],
  ),
  ActionResult: object(
    {
      applicationId: text(),
      title: text(),
      outcome: oneOf(['done', 'refused', 'failed', 'preview']),
      message: text('What was done, or why not and what to do.'),
      warnings: list(text()),
    },
    [],
  ),
  BulkResult: object({
    items: list(ref('ActionResult')),
    totalItems: count,
    preview: flag,
  }),
  LiveObject: object(
    {
      cluster: text(),
      yaml: text('Values of secrets are masked.'),
      observedAt: time,
      masked: flag,
      pods: list(
        object(
          {
            name: text(),
            phase: text(),
            ready: flag,
            restarts: count,
            message: text(),
            startedAt: time,
          },
          ['message', 'startedAt'],
        ),
        'Of a workload, when asked for with `with=pods`.',
      ),
      events: list(
        object(
          {
            type: text(),
            reason: text(),
            message: text(),
            count,
            lastSeenAt: time,
            object: text(),
          },
          ['lastSeenAt'],
        ),
        'When asked for with `with=events`.',
      ),
    },
    ['pods', 'events'],
  ),
};
