import { Muted } from '../layout/Muted';
import { Stack } from '../layout/Stack';
import { StateCounts } from '../state/StateCounts';
import type { StageCluster } from './StageClusterCard';

const fewVersions = 3;

/**
 * What there is to say of the clusters of a stage that are not shown.
 *
 * @public
 */
export function StageRest(props: { clusters: readonly StageCluster[] }) {
  const { clusters } = props;
  const counts: Record<string, number> = {};
  for (const { state } of clusters) {
    counts[state] = (counts[state] ?? 0) + 1;
  }
  const versions = [
    ...new Set(clusters.flatMap(({ version }) => version ?? [])),
  ].sort();
  return (
    <Stack direction="row" gap={1} align="center" wrap>
      <Muted>and {clusters.length.toLocaleString()} more:</Muted>
      <StateCounts counts={counts} label="clusters" />
      <Muted>
        {versions.length > fewVersions
          ? `${versions.length} versions`
          : versions.join(', ')}
      </Muted>
    </Stack>
  );
}
