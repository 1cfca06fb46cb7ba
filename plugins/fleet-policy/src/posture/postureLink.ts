import { filterLink } from '@fleetcommander/backstage-plugin-fleet-react';

/** What the posture can be told by. */
export const groupings = {
  owner: 'By team',
  environment: 'By environment',
  cluster: 'By cluster',
} as const;

/** One of {@link groupings}. */
export type Grouping = keyof typeof groupings;

/** The results that a number of the posture counts. */
export function postureLink(
  by: Grouping,
  key: string,
  rest: Record<string, string | readonly string[] | undefined> = {},
): string {
  const whose =
    by === 'owner' && key === '' ? { unowned: 'true' } : { [by]: key };
  return filterLink('', { view: 'results', ...rest, ...whose });
}
