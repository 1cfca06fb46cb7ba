import {
  policySeverities,
  type PolicyPostureItem,
} from '@fleetcommander/backstage-plugin-fleet-common';

/** The posture as the table of a file. */
export function postureTable(items: readonly PolicyPostureItem[]): string[][] {
  return [
    [
      'name',
      'ref',
      ...policySeverities,
      'resources',
      'oldest since',
      'began in 7 days',
      'ended in 7 days',
      'share enforced',
    ],
    ...items.map(item => [
      item.title,
      item.key,
      ...policySeverities.map(severity => String(item.open[severity])),
      String(item.resources),
      item.oldestSince ?? '',
      String(item.changed.began),
      String(item.changed.ended),
      item.enforced?.toFixed(4) ?? '',
    ]),
  ];
}
