import { get, inPath, inQuery, paging, post } from './route';

const id = inPath('id');

/** Requests for infrastructure, and what becomes of them. */
export const claimPaths = {
  '/claims': get(
    'listClaims',
    'Every claim, on a hub or only in a pull request; what needs a person first.',
    'ClaimList',
    paging,
  ),
  '/claims/validate': post(
    'validateClaim',
    'Holds a claim against what the hub offers, before it is proposed.',
    'ClaimValidation',
    [],
    {
      type: 'object',
      additionalProperties: false,
      required: ['manifest'],
      properties: {
        manifest: { type: 'object', additionalProperties: true },
        cluster: {
          type: 'string',
          description: 'The hub; absent: the only one that offers its kind.',
        },
      },
    },
  ),
  '/claims/{id}': get(
    'getClaim',
    'One claim: how far it is, and what is wrong.',
    'ClaimDetail',
    [id],
  ),
  '/claims/{id}/tree': get(
    'getClaimTree',
    'The objects that a claim is made of.',
    'ClaimTree',
    [id, ...paging],
  ),
  '/claims/{id}/events': get(
    'getClaimEvents',
    'What the hub tells of a claim and its tree, asked now.',
    'ClaimEvents',
    [id],
  ),
  '/claim-kinds': get(
    'listClaimKinds',
    'What can be claimed.',
    'ClaimKindList',
    [],
  ),
  '/claim-kinds/{id}': get(
    'getClaimKind',
    'One kind of claim, with the schema of its spec.',
    'ClaimKindDetail',
    [id],
  ),
  '/claim-offers': get(
    'getClaimOffers',
    'What the platform lets people choose from.',
    'ClaimOffers',
    [],
  ),
  '/cluster-upgrades': {
    ...get(
      'listClusterUpgrades',
      'Upgrades in waves, newest first.',
      'ClusterUpgradeList',
      [inQuery('cluster', 'Only those of one cluster.')],
    ),
    ...post(
      'startClusterUpgrade',
      'Upgrades clusters in waves: the pull requests of a wave are opened when the one before is well.',
      'ClusterUpgrade',
      [],
      {
        type: 'object',
        additionalProperties: false,
        required: ['version', 'waves'],
        properties: {
          version: { type: 'string' },
          waves: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['title', 'claims'],
              properties: {
                title: { type: 'string' },
                claims: {
                  type: 'array',
                  minItems: 1,
                  items: { type: 'string' },
                },
              },
            },
          },
        },
      },
    ),
  },
  '/cluster-upgrades/{id}/stop': post(
    'stopClusterUpgrade',
    'Opens no more pull requests for an upgrade.',
    'ClusterUpgrade',
    [id],
  ),
  '/clusters/{name}/upgrade-readiness': get(
    'getUpgradeReadiness',
    'What stands in the way of the next Kubernetes version, asked now.',
    'UpgradeReadiness',
    [inPath('name')],
  ),
};
