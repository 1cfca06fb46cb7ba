import {
  statesByUrgency,
  type StageCluster,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ActionButton,
  Muted,
  Stack,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useState } from 'react';
import { ClusterLine } from './ClusterLine';

/** More of a wave push its gates out of sight. */
const most = 6;

/** Clusters in a line each; of many, those that need a person. */
export function ClusterLines(props: {
  clusters: readonly StageCluster[];
  /** Names of those that what was merged is on its way to. */
  changing: ReadonlySet<string>;
}) {
  const { clusters, changing } = props;
  const [all, setAll] = useState(false);
  const shown =
    all || clusters.length <= most
      ? clusters
      : [...clusters].sort(worstFirst).slice(0, most);
  return (
    <Stack gap={0.5}>
      {clusters.length === 0 && <Muted>no cluster</Muted>}
      {shown.map(cluster => (
        <ClusterLine
          key={cluster.cluster}
          cluster={cluster}
          isChanging={changing.has(cluster.cluster)}
        />
      ))}
      {clusters.length > most && (
        <div>
          <ActionButton size="small" onClick={() => setAll(!all)}>
            {all ? `Show ${most}` : `Show all ${clusters.length}`}
          </ActionButton>
        </div>
      )}
    </Stack>
  );
}

/** What Git does not say comes before what is not well. */
function worstFirst(a: StageCluster, b: StageCluster): number {
  const rank = ({ agrees, state }: StageCluster) =>
    agrees === false ? -1 : statesByUrgency.indexOf(state);
  return rank(a) - rank(b);
}
