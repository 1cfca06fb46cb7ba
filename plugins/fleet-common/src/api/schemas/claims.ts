import { claimChanges, pullRequestStates } from '../../claims/ClaimChange';
import { claimStepNames, claimStepStates } from '../../claims/ClaimStepName';
import { claimNodeRoles, claimTypes } from '../../claims/ClaimType';
import {
  count,
  flag,
  list,
  object,
  oneOf,
  page,
  ref,
  text,
  time,
} from './shared';

const anyObject = { type: 'object', additionalProperties: true } as const;

const subject = {
  apiVersion: text(),
  kind: text(),
  namespace: text(),
  name: text(),
};

const condition = {
  state: ref('State'),
  summary: text('In plain words.'),
  reason: text("The engine's own word."),
  message: text("The engine's own text."),
  since: time,
};

/** What every pull request says of itself. */
export const pullRequestFields = {
  properties: {
    url: text('Its page.'),
    repository: text('https://HOST/OWNER/NAME'),
    number: count,
    title: text(),
    state: ref('PullRequestState'),
    draft: flag,
    branch: text(),
    author: text('Login at the Git host.'),
    requester: text('Entity ref of who asked for it, where its body says.'),
    createdAt: time,
    endedAt: time,
    endedBy: text('Login of who merged or closed it.'),
    approvals: count,
    changesRequested: count,
    checks: object({ passed: count, failed: count, pending: count }),
    conflicts: {
      ...flag,
      description: 'Whether it cannot be merged; absent: not known.',
    },
    summary: text('What it waits for, in plain words.'),
  },
  optional: ['requester', 'endedAt', 'endedBy', 'conflicts'],
} as const;

/** Requests for infrastructure, and what becomes of them. */
export const claimSchemas = {
  ClaimType: oneOf(claimTypes, 'Who provides what is claimed.'),
  ClaimStepName: oneOf(claimStepNames, 'A step from order to use.'),
  ClaimStepState: oneOf(claimStepStates, 'How a step is.'),
  ClaimNodeRole: oneOf(claimNodeRoles, "What a node of a claim's tree is."),
  ClaimChange: oneOf(claimChanges, 'What a pull request does to a claim.'),
  PullRequestState: oneOf(pullRequestStates, 'How a pull request is.'),
  PullRequest: object(
    { ...pullRequestFields.properties, change: ref('ClaimChange') },
    pullRequestFields.optional,
  ),
  ClaimLeaf: object(
    { ...subject, ...condition, path: list(text(), 'Kind/name from the top.') },
    ['namespace', 'reason', 'message', 'since'],
    'The object that everything above it waits for.',
  ),
  NodeGroup: object(
    {
      name: text(),
      instanceType: text(),
      minSize: count,
      maxSize: count,
      taints: list(
        object({ key: text(), value: text(), effect: text() }, ['value']),
      ),
    },
    ['instanceType', 'minSize', 'maxSize', 'taints'],
  ),
  Claim: object(
    {
      id: text('The same before and after it is on the hub.'),
      type: ref('ClaimType'),
      cluster: text('The hub that has it, or is to have it.'),
      ...subject,
      ...condition,
      paused: flag,
      deleting: flag,
      step: ref('ClaimStepName'),
      stepState: ref('ClaimStepState'),
      failing: ref('ClaimLeaf'),
      ready: { ...count, description: 'Of the objects of its tree.' },
      total: count,
      makesCluster: text('Name of the cluster that it asks for.'),
      clusterEntityRef: text('Of that cluster, once it is in the fleet.'),
      environment: text(),
      region: text(),
      provider: text(),
      version: text('Of Kubernetes, as asked for: 1.35.'),
      nodeGroups: list(ref('NodeGroup')),
      addons: list(text()),
      entityRefs: list(text()),
      ownerRefs: list(text()),
      createdAt: time,
      readyAt: time,
      usualSeconds: {
        ...count,
        description: 'From claimed to ready, of earlier ones of its kind.',
      },
      expectedAt: time,
      pullRequests: list(ref('PullRequest'), 'Open ones.'),
      source: object(
        { repository: text(), path: text(), url: text() },
        [],
        'Where Git has it.',
      ),
      freshness: ref('Freshness'),
    },
    [
      'namespace',
      'reason',
      'message',
      'since',
      'failing',
      'makesCluster',
      'clusterEntityRef',
      'environment',
      'region',
      'provider',
      'version',
      'nodeGroups',
      'addons',
      'createdAt',
      'readyAt',
      'usualSeconds',
      'expectedAt',
      'source',
    ],
    'A request for infrastructure.',
  ),
  ClaimList: page('Claim'),
  ClaimStep: object(
    {
      step: ref('ClaimStepName'),
      title: text(),
      state: ref('ClaimStepState'),
      summary: text('The evidence, in plain words.'),
      startedAt: time,
      endedAt: time,
      usualSeconds: count,
      links: list(ref('Link')),
      items: list(
        object({ title: text(), state: ref('State'), summary: text() }),
        'What it consists of, where that is more than one thing.',
      ),
    },
    ['startedAt', 'endedAt', 'usualSeconds'],
  ),
  ClaimDetail: object({
    claim: ref('Claim'),
    steps: list(ref('ClaimStep')),
    conditions: list(
      object(
        {
          type: text(),
          status: text(),
          reason: text(),
          message: text(),
          since: time,
        },
        ['reason', 'message', 'since'],
      ),
    ),
    spec: { ...anyObject, description: 'As asked for, secrets masked.' },
    pullRequests: list(ref('PullRequest'), 'Newest first, ended ones too.'),
    treeProblems: list(
      text(),
      'Why the tree is not whole: a cycle, a child that is not there or may not be read, too many.',
    ),
  }),
  ClaimNode: object(
    {
      id: text(),
      parentId: text(),
      depth: count,
      role: ref('ClaimNodeRole'),
      ...subject,
      ...condition,
      paused: flag,
      deleting: flag,
      missing: {
        ...flag,
        description: 'Named by its parent, and not there or not readable.',
      },
      externalName: text('What the cloud calls it.'),
      managementPolicies: list(text(), "Absent: the provider's default, all."),
      children: count,
      createdAt: time,
      readyAt: time,
    },
    [
      'parentId',
      'namespace',
      'reason',
      'message',
      'since',
      'externalName',
      'managementPolicies',
      'createdAt',
      'readyAt',
    ],
  ),
  ClaimTree: object(
    {
      items: list(
        ref('ClaimNode'),
        'Parents before children, siblings worst first.',
      ),
      totalItems: count,
      facets: ref('Facets'),
      pageInfo: ref('PageInfo'),
    },
    [],
  ),
  ClaimEvents: object(
    {
      items: list(
        object(
          {
            at: time,
            warning: flag,
            reason: text(),
            message: text(),
            kind: text(),
            namespace: text(),
            name: text(),
            count,
          },
          ['at', 'namespace'],
        ),
      ),
      problem: text('Why there may be more than those.'),
    },
    ['problem'],
  ),
  ClaimKind: object(
    {
      id: text(),
      cluster: text('The hub that offers it.'),
      group: text(),
      kind: text('As people ask for it.'),
      plural: text(),
      apiVersion: text('To ask in.'),
      namespaced: flag,
      title: text(),
      description: text(),
      makesClusters: flag,
      state: ref('State'),
      summary: text(),
      compositions: list(text()),
      claims: { ...count, description: 'Claims of it that the caller sees.' },
      unreadable: text('Why its schema cannot be read.'),
    },
    ['description', 'unreadable'],
  ),
  ClaimKindList: object({ items: list(ref('ClaimKind')) }),
  ClaimKindDetail: object(
    {
      claimKind: ref('ClaimKind'),
      schema: {
        ...anyObject,
        description: 'OpenAPI v3 of its spec, as the hub has it.',
      },
    },
    ['schema'],
  ),
  KubernetesOffer: object(
    {
      version: text('1.35'),
      endOfLife: { type: 'string', format: 'date' },
      supported: flag,
    },
    ['endOfLife'],
  ),
  ClaimOffers: object(
    {
      environments: list(object({ name: text(), directory: text() })),
      providers: list(text()),
      regions: list(object({ name: text(), provider: text() }, ['provider'])),
      versions: list(ref('KubernetesOffer'), 'Newest first.'),
      instanceTypes: list(
        object(
          { name: text(), provider: text(), cpu: count, memoryGib: count },
          ['provider', 'cpu', 'memoryGib'],
        ),
      ),
      addons: list(
        object({ name: text(), title: text(), description: text() }, [
          'description',
        ]),
      ),
      clusterKind: text('Id of the kind of claim that makes clusters.'),
      repository: object(
        {
          url: text(),
          path: text('{environment} and {cluster} are filled in.'),
        },
        [],
      ),
    },
    ['clusterKind', 'repository'],
    'What the platform lets people choose from.',
  ),
  ClaimValidation: object(
    {
      valid: flag,
      errors: list(object({ path: text('spec.region'), message: text() })),
      unchecked: list(
        object({ path: text(), rule: text(), why: text() }),
        'Rules of the schema that could not be evaluated.',
      ),
      exists: {
        ...flag,
        description: 'Whether the hub has one of that name already.',
      },
      claimId: text('Of the claim, whether it is there or not.'),
      manifest: { ...anyObject, description: 'With the defaults filled in.' },
    },
    ['claimId'],
  ),
  ClusterUpgradeItem: object(
    {
      cluster: text(),
      claimId: text(),
      state: oneOf([
        'waiting',
        'pull-request',
        'upgrading',
        'done',
        'failing',
        'skipped',
      ]),
      summary: text(),
      pullRequest: ref('PullRequest'),
    },
    ['pullRequest'],
  ),
  ClusterUpgrade: object(
    {
      id: text(),
      version: text('Of Kubernetes.'),
      state: oneOf(['running', 'done', 'stopped', 'failing']),
      summary: text(),
      requester: text('Entity ref.'),
      createdAt: time,
      endedAt: time,
      waves: list(
        object({ title: text(), clusters: list(ref('ClusterUpgradeItem')) }),
      ),
    },
    ['endedAt'],
  ),
  ClusterUpgradeList: object({ items: list(ref('ClusterUpgrade')) }),
  UpgradeReadiness: object(
    {
      cluster: text(),
      version: text(),
      next: text('The version that it can be upgraded to.'),
      state: ref('State'),
      summary: text(),
      checks: list(
        object({
          id: text(),
          title: text(),
          state: ref('State'),
          summary: text(),
          items: list(
            object({ title: text(), summary: text(), state: ref('State') }, []),
          ),
        }),
      ),
    },
    ['version', 'next'],
  ),
};
