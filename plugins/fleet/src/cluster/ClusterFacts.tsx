import type { Cluster } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Columns,
  ExternalLink,
  Freshness,
  KeyValues,
  Stack,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { ApplicationCounts } from '../clusters/ApplicationCounts';
import { EngineList } from '../clusters/EngineList';
import { NodeCount } from '../clusters/NodeCount';
import { CapacityText } from './CapacityText';

/** What a cluster is and what it has. */
export function ClusterFacts(props: { cluster: Cluster }) {
  const { cluster } = props;

  return (
    <Columns min={320}>
      <KeyValues
        items={[
          {
            key: 'Age of data',
            // Why it is old stands above.
            value: <Freshness freshness={cluster.freshness} brief />,
          },
          { key: 'Kubernetes', value: cluster.version },
          { key: 'Nodes ready', value: <NodeCount nodes={cluster.nodes} /> },
          {
            key: 'Capacity',
            value: cluster.capacity && (
              <CapacityText capacity={cluster.capacity} />
            ),
          },
          {
            key: 'Applications',
            value: <ApplicationCounts cluster={cluster} />,
          },
          { key: 'Engines', value: <EngineList cluster={cluster} /> },
        ]}
      />
      <KeyValues
        items={[
          { key: 'Environment', value: cluster.environment },
          { key: 'Region', value: cluster.region },
          { key: 'Provider', value: cluster.provider },
          { key: 'Role', value: cluster.hub ? 'hub' : 'spoke' },
          { key: 'Comes from', value: cluster.source },
          {
            key: 'Links',
            value:
              cluster.links.length > 0 ? (
                <Stack direction="row" gap={2} wrap>
                  {cluster.links.map(({ title, url }) => (
                    <ExternalLink key={url} href={url}>
                      {title}
                    </ExternalLink>
                  ))}
                </Stack>
              ) : undefined,
          },
        ]}
      />
    </Columns>
  );
}
