import { coverageStates } from '../../policy/CoverageState';
import { policyModes } from '../../policy/PolicyMode';
import { policySeverities } from '../../policy/PolicySeverity';
import { policyTypes } from '../../policy/PolicyType';
import { policyVerdicts } from '../../policy/PolicyVerdict';
import {
  count,
  list,
  number,
  object,
  oneOf,
  page,
  ref,
  text,
  time,
} from './shared';

const policyName = {
  id: text('Of the policy across clusters: engine, kind, namespace, name.'),
  engine: text(),
  kind: text(),
  namespace: text(),
  name: text(),
  title: text('What people call it, else its name.'),
};

const severityCounts = object(
  Object.fromEntries(policySeverities.map(severity => [severity, count])),
  [],
  'Open results by severity.',
);

const day = { type: 'string', format: 'date' } as const;

/** Policies, what breaks them, and where they are missing. */
export const policySchemas = {
  PolicyMode: oneOf(policyModes, 'What a policy does with what breaks it.'),
  PolicyType: oneOf(policyTypes, 'What a policy is for.'),
  PolicySeverity: oneOf(policySeverities, 'How bad a breach is.'),
  PolicyVerdict: oneOf(policyVerdicts, 'Of one policy on one resource.'),
  CoverageState: oneOf(coverageStates, 'How a policy stands on a cluster.'),
  PolicySeverityCounts: severityCounts,
  PolicyRule: object(
    { name: text(), message: text('What it says to who breaks it.') },
    ['message'],
  ),
  PolicyBinding: object(
    {
      mode: ref('PolicyMode'),
      word: text("The engine's own word."),
      where: text('Where the mode holds, in plain words; absent: everywhere.'),
    },
    ['where'],
  ),
  Policy: object(
    {
      ...policyName,
      type: ref('PolicyType'),
      description: text('What it says, in plain words.'),
      severity: ref('PolicySeverity'),
      category: text(),
      controls: list(text(), 'Ids of the well-known controls that it is.'),
      clusters: {
        type: 'object',
        description:
          'On how many clusters it stands how; states with none are absent.',
        additionalProperties: count,
      },
      versions: { ...count, description: 'How many contents it has.' },
      failing: { ...count, description: 'Open results that break it.' },
      oldestSince: time,
      exceptions: count,
    },
    ['namespace', 'description', 'severity', 'category', 'oldestSince'],
    'A policy across the fleet.',
  ),
  PolicyList: page('Policy'),
  PolicyStanding: object(
    {
      cluster: text(),
      entityRef: text('Of the cluster.'),
      environment: text(),
      region: text(),
      state: ref('CoverageState'),
      summary: text('In plain words.'),
      message: text("The engine's own text."),
      bindings: list(ref('PolicyBinding')),
      contentHash: text('Equal where the policy says the same.'),
      applicationId: text('Of the application that delivers it.'),
      failing: count,
      freshness: ref('Freshness'),
    },
    ['environment', 'region', 'message', 'contentHash', 'applicationId'],
    'How a policy stands on one cluster.',
  ),
  PolicyDetail: object({
    policy: ref('Policy'),
    rules: list(ref('PolicyRule')),
    sources: list(ref('Link'), 'Where it is written.'),
    standings: list(ref('PolicyStanding'), 'In promotion order.'),
  }),
  PolicyResult: object(
    {
      id: text(),
      policy: object(policyName, ['namespace']),
      rule: text(),
      verdict: ref('PolicyVerdict'),
      severity: ref('PolicySeverity'),
      category: text(),
      source: text('Who found it, in its own word.'),
      mode: ref('PolicyMode'),
      cluster: text(),
      clusters: list(
        text(),
        'Where the same is wrong with the workload, this one included. Where results are summed up.',
      ),
      environment: text(),
      region: text(),
      resource: object(
        {
          apiVersion: text(),
          kind: text(),
          namespace: text(),
          name: text(),
        },
        ['apiVersion', 'namespace'],
      ),
      message: text("The policy's own."),
      field: text('The offending one, where the message names it.'),
      remedy: text('What to do, in plain words.'),
      exception: object(
        {
          id: text(),
          name: text(),
          expiresAt: time,
        },
        ['id', 'expiresAt'],
        'That lets it through.',
      ),
      since: time,
      endedAt: time,
      firstSince: time,
      times: count,
      applicationId: text('Of the application that delivers the resource.'),
      entityRefs: list(text()),
      ownerRefs: list(text()),
      freshness: ref('Freshness'),
    },
    [
      'clusters',
      'rule',
      'category',
      'mode',
      'environment',
      'region',
      'field',
      'exception',
      'endedAt',
      'applicationId',
    ],
    'One verdict of one policy on one resource that is not a pass.',
  ),
  PolicyResultList: page('PolicyResult'),
  PolicyCoverageColumn: object(
    {
      cluster: text(),
      entityRef: text(),
      environment: text(),
      region: text(),
      engines: list(text(), 'The policy engines that it has.'),
      deviations: count,
      freshness: ref('Freshness'),
    },
    ['environment', 'region'],
  ),
  PolicyCoverageCell: object(
    {
      cluster: text(),
      state: ref('CoverageState'),
      summary: text('In plain words.'),
      policies: list(
        object({ ...policyName, word: text("The engine's own word.") }, [
          'namespace',
          'word',
        ]),
        'What stands there for the row.',
      ),
      demanded: ref('PolicyMode'),
      deviation: text('How it falls short of the baseline, in plain words.'),
      failing: count,
    },
    ['demanded', 'deviation'],
  ),
  PolicyCoverageRow: object(
    {
      id: text('Of the policy or the control.'),
      title: text(),
      description: text(),
      type: oneOf(['policy', 'control']),
      engines: list(text()),
      severity: ref('PolicySeverity'),
      deviations: count,
      cells: list(ref('PolicyCoverageCell'), 'One for each column.'),
    },
    ['description', 'severity'],
  ),
  PolicyCoverage: object(
    {
      columns: list(ref('PolicyCoverageColumn'), 'In promotion order.'),
      totalColumns: count,
      items: list(ref('PolicyCoverageRow'), 'Most deviations first.'),
      totalItems: count,
      deviations: { ...count, description: 'In all rows and columns.' },
      pageInfo: ref('PageInfo'),
    },
    [],
    'Policies or controls by clusters.',
  ),
  PolicyPostureItem: object(
    {
      key: text('The owner, environment or cluster; empty: none.'),
      title: text(),
      open: ref('PolicySeverityCounts'),
      resources: { ...count, description: 'That break something.' },
      oldestSince: time,
      enforced: {
        ...number,
        description:
          'Share of the policies on its clusters that enforce: 0 to 1.',
      },
      changed: object(
        { began: count, ended: count },
        [],
        'Within the last 7 days.',
      ),
    },
    ['oldestSince', 'enforced'],
  ),
  PolicyPosture: object({
    items: list(ref('PolicyPostureItem'), 'Worst first.'),
    totalItems: count,
    pageInfo: ref('PageInfo'),
  }),
  PolicyTrendPoint: object({
    day,
    open: ref('PolicySeverityCounts'),
    resources: count,
  }),
  PolicyTrend: object(
    {
      points: list(ref('PolicyTrendPoint'), 'One a day, oldest first.'),
      since: time,
    },
    ['since'],
    'Open results at the end of each day; today as it stands.',
  ),
  PolicyException: object(
    {
      id: text(),
      engine: text(),
      kind: text(),
      cluster: text(),
      environment: text(),
      namespace: text(),
      name: text(),
      policies: list(
        object({ name: text(), rules: list(text()) }),
        'What it excepts from.',
      ),
      scope: text('What it lets through, in plain words.'),
      reason: text(),
      owner: text('As the object names it.'),
      expiresAt: time,
      state: oneOf(['active', 'expiring', 'expired', 'unused', 'endless']),
      summary: text('In plain words.'),
      letsThrough: {
        ...count,
        description:
          'Results that it lets through; absent: its engine does not tell.',
      },
      file: ref('Link'),
      applicationId: text('Of the application that delivers it.'),
      ownerRefs: list(text()),
      freshness: ref('Freshness'),
    },
    [
      'environment',
      'namespace',
      'reason',
      'owner',
      'expiresAt',
      'letsThrough',
      'file',
      'applicationId',
    ],
    'What is let through although it breaks a policy.',
  ),
  PolicyExceptionList: page('PolicyException'),
  EntityPolicy: object(
    {
      open: ref('PolicySeverityCounts'),
      resources: count,
      oldestSince: time,
      worst: list(
        ref('PolicyResult'),
        'What to fix first, at most ten, each once however many clusters it is on.',
      ),
      exceptions: list(ref('PolicyException')),
    },
    ['oldestSince'],
    'What an entity breaks.',
  ),
  ClusterPolicy: object(
    {
      open: ref('PolicySeverityCounts'),
      policies: {
        type: 'object',
        description: 'How many policies stand how.',
        additionalProperties: count,
      },
      deviations: count,
      notes: list(
        text(),
        'What cannot be known there, such as a list that its engine cut short.',
      ),
    },
    [],
    'Policy on one cluster.',
  ),
};
