import type { ClusterDetail } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Section,
  Tabs,
  useUrlState,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { CanaryList } from '../application/CanaryList';
import { ClusterApplications } from './ClusterApplications';
import { ClusterDoctor } from './ClusterDoctor';
import { EngineObjects } from './EngineObjects';
import { Engines } from './Engines';
import { Namespaces } from './Namespaces';
import { Nodes } from './Nodes';
import { ClusterSources } from './ClusterSources';
import { UpgradeReadiness } from './UpgradeReadiness';

/** What is on a cluster, and what we can read of it. */
export function ClusterTabs(props: { detail: ClusterDetail }) {
  const { cluster, nodes, namespaces, sources } = props.detail;
  const { canaries, engineObjects } = props.detail;
  const [open, setOpen] = useUrlState('section');

  return (
    <Section title="What is on it">
      <Tabs
        label="On this cluster"
        value={open ?? 'applications'}
        onChange={setOpen}
        tabs={[
          {
            key: 'applications',
            title: 'Applications',
            content: <ClusterApplications cluster={cluster.name} />,
          },
          ...(canaries.length > 0
            ? [
                {
                  key: 'rollouts',
                  title: `Rollouts (${canaries.length})`,
                  content: <CanaryList canaries={canaries} />,
                },
              ]
            : []),
          {
            key: 'engines',
            title: 'Engines',
            content: <Engines engines={cluster.engines} />,
          },
          {
            key: 'nodes',
            title: `Nodes (${nodes.length})`,
            content: <Nodes nodes={nodes} />,
          },
          {
            key: 'sources',
            title: `Sources (${sources.length})`,
            content: <ClusterSources sources={sources} />,
          },
          {
            key: 'objects',
            title: `Other objects (${engineObjects.length})`,
            content: <EngineObjects objects={engineObjects} />,
          },
          {
            key: 'namespaces',
            title: `Namespaces (${namespaces.length})`,
            content: <Namespaces namespaces={namespaces} />,
          },
          {
            key: 'upgrade-readiness',
            title: 'Upgrade readiness',
            content: <UpgradeReadiness cluster={cluster.name} />,
          },
          {
            key: 'doctor',
            title: 'Doctor',
            content: <ClusterDoctor cluster={cluster.name} />,
          },
        ]}
      />
    </Section>
  );
}
