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
  const { promotion } = props;
  const { waves } = promotion;
  if (waves.length === 0) {
    return null;
  }
  const isStopped =
    promotion.endedAt !== undefined && promotion.state !== 'done';
  return (
    <Section
      title={isStopped ? 'How far it came' : 'Where it runs'}
      subtitle={
        isStopped
          ? 'With what its clusters run now'
          : waves.length > 1 &&
            'The next wave begins when the one before it runs everywhere and is well'
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
