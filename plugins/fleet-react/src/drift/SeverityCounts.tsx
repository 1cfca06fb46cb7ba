import {
  policySeverities,
  type PolicySeverity,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { Stack } from '../layout/Stack';
import { InternalLink } from '../links/InternalLink';
import { SeverityBadge } from './SeverityBadge';

/** Props of {@link SeverityCounts}. @public */
export interface SeverityCountsProps {
  counts: Readonly<Partial<Record<PolicySeverity, number>>>;
  /** The list that a number counts. */
  linkTo(severity: PolicySeverity): string;
}

/**
 * How many of each severity, worst first, each a link to them.
 *
 * @public
 */
export function SeverityCounts(props: SeverityCountsProps) {
  const { counts, linkTo } = props;
  return (
    <Stack direction="row" gap={1.5} wrap>
      {policySeverities.map(severity => {
        const count = counts[severity];
        return count ? (
          <InternalLink key={severity} to={linkTo(severity)}>
            <Stack direction="row" gap={0.5} align="center">
              {count.toLocaleString()} <SeverityBadge severity={severity} />
            </Stack>
          </InternalLink>
        ) : null;
      })}
    </Stack>
  );
}
