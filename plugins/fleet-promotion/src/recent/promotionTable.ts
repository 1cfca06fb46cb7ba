import type { Promotion } from '@fleetcommander/backstage-plugin-fleet-common';

/** Promotions as the table of a file. */
export function promotionTable(promotions: readonly Promotion[]): string[][] {
  return [
    [
      'application',
      'action',
      'from',
      'to',
      'environment',
      'state',
      'version',
      'moves',
      'requester',
      'asked for',
      'merged',
      'ended',
      'lead seconds',
      'owners',
      'pull request',
    ],
    ...promotions.map(promotion => [
      promotion.application,
      promotion.action,
      promotion.from ?? '',
      promotion.to,
      promotion.environment,
      promotion.state,
      promotion.version ?? '',
      promotion.moves.map(({ summary }) => summary).join('; '),
      promotion.requester ?? '',
      promotion.createdAt,
      promotion.mergedAt ?? '',
      promotion.endedAt ?? '',
      promotion.leadSeconds?.toString() ?? '',
      promotion.ownerRefs.join(' '),
      promotion.pullRequest?.url ?? '',
    ]),
  ];
}
