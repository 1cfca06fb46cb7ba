import {
  driftSeverities,
  type Facets,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  InternalLink,
  SeverityBadge,
  Stack,
} from '@fleetcommander/backstage-plugin-fleet-react';

/** How many of each severity, worst first, each a link to them. */
export function SeverityCounts(props: {
  counts: Facets[string] | undefined;
  linkTo(severity: string): string;
}) {
  const { counts = [], linkTo } = props;
  return (
    <Stack direction="row" gap={1.5} wrap>
      {driftSeverities.map(severity => {
        const count = counts.find(({ value }) => value === severity)?.count;
        return count ? (
          <InternalLink key={severity} to={linkTo(severity)}>
            <Stack direction="row" gap={0.5} align="center">
              {count} <SeverityBadge severity={severity} />
            </Stack>
          </InternalLink>
        ) : null;
      })}
    </Stack>
  );
}
