import type { PromotionStatistics } from '@fleetcommander/backstage-plugin-fleet-common';

/** The statistics of teams as the table of a file. */
export function teamTable(items: PromotionStatistics['items']): string[][] {
  return [
    [
      'team',
      'done',
      'per week',
      'median lead seconds',
      'slowest lead seconds',
      'rollbacks',
      'failed',
      'failure rate',
      'waiting',
      'stuck',
    ],
    ...items.map(item => [
      item.ownerRef ?? '',
      String(item.promotions),
      item.perWeek.toFixed(2),
      item.medianLeadSeconds?.toString() ?? '',
      item.slowestLeadSeconds?.toString() ?? '',
      String(item.rollbacks),
      String(item.failed),
      item.failureRate?.toFixed(2) ?? '',
      String(item.waiting),
      String(item.stuck),
    ]),
  ];
}
