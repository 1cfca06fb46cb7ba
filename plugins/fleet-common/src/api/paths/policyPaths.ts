import { filter, get, inPath, inQuery, paging } from './route';

const groupBy = inQuery('groupBy', 'What the rows are; default policy.', {
  type: 'string',
  enum: ['policy', 'control'],
});

/** Policies, what breaks them, and where they are missing. */
export const policyPaths = {
  '/policies': get(
    'listPolicies',
    'Every policy of the fleet, with how it stands.',
    'PolicyList',
    paging,
  ),
  '/policies/{id}': get(
    'getPolicy',
    'One policy: what it says and how it stands on each cluster.',
    'PolicyDetail',
    [inPath('id')],
  ),
  '/policy-results': get(
    'listPolicyResults',
    'What breaks policies: open, worst first, unless a filter asks for what ended or is excepted.',
    'PolicyResultList',
    paging,
  ),
  '/policy-coverage': get(
    'getPolicyCoverage',
    'Policies or controls by clusters, and what the baseline demands.',
    'PolicyCoverage',
    [
      ...paging,
      groupBy,
      inQuery('deviations', 'Only rows that fall short of the baseline.', {
        type: 'boolean',
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
    ],
  ),
  '/policy-posture': get(
    'getPolicyPosture',
    'Open results by owner, environment or cluster, worst first.',
    'PolicyPosture',
    [
      ...paging,
      inQuery('groupBy', 'What the items are; default owner.', {
        type: 'string',
        enum: ['owner', 'environment', 'cluster'],
      }),
    ],
  ),
  '/policy-trend': get(
    'getPolicyTrend',
    'Open results day by day.',
    'PolicyTrend',
    [
      filter,
      inQuery('days', 'How many, back from today.', {
        type: 'integer',
        minimum: 1,
        maximum: 366,
        default: 30,
      }),
    ],
  ),
  '/policy-exceptions': get(
    'listPolicyExceptions',
    'What is let through although it breaks a policy.',
    'PolicyExceptionList',
    paging,
  ),
};
