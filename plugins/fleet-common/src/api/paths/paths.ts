import { filter, get, inPath, inQuery, paging, post } from './route';

function bulk(operationId: string, verb: string) {
  return post(
    operationId,
    `${verb} every application that a filter finds; with preview nothing is done.`,
    'BulkResult',
    [],
    {
      type: 'object',
      additionalProperties: false,
      required: ['filter', 'preview'],
      properties: {
        filter: { type: 'array', items: { type: 'string' }, minItems: 1 },
        text: { type: 'string' },
        preview: { type: 'boolean' },
      },
    },
  );
}

function driftMark(required: readonly string[]) {
  return {
    type: 'object',
    additionalProperties: false,
    required: ['reason', ...required],
    properties: {
      reason: { type: 'string', minLength: 1, maxLength: 500 },
      until: { type: 'string', format: 'date-time' },
    },
  };
}

const objectInPath = [
  'cluster',
  'group',
  'version',
  'plural',
  'namespace',
  'name',
].map(inPath);

/** Every route, relative to `/api/fleet`. */
export const paths = {
  '/clusters': get('listClusters', 'The inventory.', 'ClusterList', paging),
  '/clusters/{name}': get(
    'getCluster',
    'One cluster with its nodes, namespaces, sources and engine objects.',
    'ClusterDetail',
    [inPath('name')],
  ),
  '/clusters/{name}/refresh': post(
    'refreshCluster',
    'Poll it now.',
    'Cluster',
    [inPath('name')],
  ),
  '/clusters/{name}/doctor': get(
    'getDoctor',
    'What can be read there and what not, why, and what to set.',
    'Doctor',
    [inPath('name')],
  ),
  '/webhooks/flux/{cluster}': {
    post: {
      operationId: 'receiveFluxWebhook',
      summary:
        'An event of Flux, sent by a Provider of type generic-hmac. Signed with the secret of the cluster, instead of credentials.',
      parameters: [
        inPath('cluster'),
        {
          name: 'X-Signature',
          in: 'header',
          required: true,
          description: 'sha256= and the HMAC of the body, in hexadecimal.',
          schema: { type: 'string' },
        },
      ],
      requestBody: {
        required: true,
        content: { 'application/json': { schema: { type: 'object' } } },
      },
      responses: {
        '202': { description: 'It was taken.' },
        default: {
          description:
            '401 for who cannot sign, whatever the cluster; 400, 403, 404, 409 or 429 say what else is wrong.',
          content: { 'application/json': { schema: { type: 'object' } } },
        },
      },
    },
  },
  '/applications': get(
    'listApplications',
    'Applications of every engine.',
    'ApplicationList',
    paging,
  ),
  '/applications/{id}': get(
    'getApplication',
    'One application with what it owns.',
    'ApplicationDetail',
    [inPath('id')],
  ),
  '/applications/{id}/reconcile': post(
    'reconcileApplication',
    'Ask the engine to look again now.',
    'ActionResult',
    [inPath('id')],
  ),
  '/applications/{id}/suspend': post(
    'suspendApplication',
    'Stop the engine from reconciling it.',
    'ActionResult',
    [inPath('id')],
  ),
  '/applications/{id}/resume': post(
    'resumeApplication',
    'Let the engine reconcile it again.',
    'ActionResult',
    [inPath('id')],
  ),
  '/applications/reconcile': bulk('reconcileApplications', 'Reconcile'),
  '/applications/suspend': bulk('suspendApplications', 'Suspend'),
  '/applications/resume': bulk('resumeApplications', 'Resume'),
  '/entities/{kind}/{namespace}/{name}': get(
    'getEntity',
    'What the tab of an entity needs, in one request.',
    'EntityView',
    [
      inPath('kind'),
      inPath('namespace'),
      inPath('name'),
      inQuery(
        'sections',
        'Comma-separated: applications, workloads, sources, transitions, drift (what is open, worst first, and the blind spots; at most 20 of each, all of them counted), policy (what to fix first). All by default.',
      ),
    ],
  ),
  '/matrix': get('getMatrix', 'Delivery keys by clusters.', 'Matrix', [
    ...paging,
    inQuery('differences', 'Only rows whose cells differ.', {
      type: 'boolean',
    }),
    inQuery('groupBy', 'Rows of one group follow each other; default none.', {
      type: 'string',
      enum: ['owner', 'system'],
    }),
    inQuery('columnOffset', 'First column of the window.', {
      type: 'integer',
      minimum: 0,
      default: 0,
    }),
    inQuery('columnLimit', 'Columns in the window.', {
      type: 'integer',
      minimum: 1,
      maximum: 500,
      default: 50,
    }),
  ]),
  '/objects/{cluster}/{group}/{version}/{plural}/{namespace}/{name}': get(
    'getObject',
    'One live object as YAML. Group is `core` for the core API, namespace is `-` for none.',
    'LiveObject',
    [...objectInPath, inQuery('with', 'Comma-separated: pods, events.')],
  ),
  '/objects/{cluster}/{group}/{version}/{plural}/{namespace}/{name}/diff': get(
    'getObjectDiff',
    'What a live object should be against what it is, asked of its cluster now.',
    'ObjectDiff',
    objectInPath,
  ),
  '/drifts': get(
    'listDrifts',
    'The ledger of drift: open ones, worst first, unless a filter asks for ended ones.',
    'DriftList',
    paging,
  ),
  '/drifts/{id}/acknowledge': post(
    'acknowledgeDrift',
    'Say that it has been seen, and why it stands; it is taken back when the drift ends.',
    'Drift',
    [inPath('id')],
    driftMark([]),
  ),
  '/drifts/{id}/mute': post(
    'muteDrift',
    'Leave it out of lists and notifications until a time.',
    'Drift',
    [inPath('id')],
    driftMark(['until']),
  ),
  '/drifts/{id}/adoptability': get(
    'getAdoptability',
    'Whether Git can be had say a value that somebody set live, by what is known of it here: Git is not asked.',
    'Adoptability',
    [inPath('id')],
  ),
  '/drifts/{id}/adoption-plan': post(
    'planAdoption',
    'What would change in Git to keep a value that somebody set live. It makes nothing.',
    'AdoptionPlan',
    [inPath('id')],
    {
      type: 'object',
      additionalProperties: false,
      properties: {
        reason: {
          type: 'string',
          maxLength: 1000,
          description: 'Of who asks, for the pull request.',
        },
      },
    },
  ),
  '/transitions': get(
    'listTransitions',
    'Changes between settled states, newest first.',
    'TransitionList',
    paging,
  ),
  '/summary': get(
    'getSummary',
    'Is the fleet well, and what needs me?',
    'Summary',
    [filter],
  ),
  '/unowned': get(
    'listUnowned',
    'Applications that no entity could be proven to own.',
    'UnownedList',
    paging,
  ),
};
