import type {
  Promotion,
  StageCluster,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Section,
  WaveLine,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { ClusterLines } from '../pipeline/ClusterLines';

/** How far a promotion is, wave by wave and cluster by cluster, canaries included. */
export function WaveSection(props: { promotion: Promotion }) {
  const { waves } = props.promotion;
  if (waves.length === 0) {
    return null;
  }
  return (
    <Section
      title="Where it runs"
      subtitle={
        waves.length > 1
          ? 'The next wave begins when the one before it runs everywhere and is well'
          : undefined
      }
    >
      <WaveLine
        waves={waves}
        render={({ clusters, state }) => (
          <ClusterLines
            clusters={clusters}
            changing={namesOf(state === 'rolling-out' ? clusters : [])}
          />
        )}
      />
    </Section>
  );
}

function namesOf(clusters: readonly StageCluster[]): Set<string> {
  return new Set(clusters.map(({ cluster }) => cluster));
}
