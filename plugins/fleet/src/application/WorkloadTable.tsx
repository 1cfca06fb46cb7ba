import type { Workload } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  EmptyState,
  ExternalLink,
  FleetTable,
  Mono,
  Muted,
  Stack,
  StateBadge,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { ObjectTabs } from './ObjectTabs';

const columns: FleetTableColumn<Workload>[] = [
  {
    key: 'state',
    title: 'State',
    width: '150px',
    render: workload => (
      <StateBadge
        state={workload.state}
        summary={workload.summary}
        size="small"
      />
    ),
  },
  {
    key: 'name',
    title: 'Workload',
    width: 'minmax(140px, 1.5fr)',
    render: workload => (
      <Stack gap={0}>
        <span>{workload.name}</span>
        <Muted>{`${workload.kind} on ${workload.cluster}`}</Muted>
      </Stack>
    ),
  },
  {
    key: 'ready',
    title: 'Ready',
    width: '80px',
    render: workload => `${workload.ready} / ${workload.desired}`,
  },
  {
    key: 'images',
    title: 'Images',
    width: 'minmax(170px, 2fr)',
    render: workload => (
      <Stack gap={0}>
        {workload.images.map(({ container, image, link }) => (
          <ExternalLink key={container} href={link}>
            <Mono wrap>{image}</Mono>
          </ExternalLink>
        ))}
      </Stack>
    ),
  },
];

/** What runs. One opens to its pods, events and live YAML. */
export function WorkloadTable(props: { workloads: readonly Workload[] }) {
  return (
    <FleetTable
      label="Workloads"
      list={props.workloads}
      columns={columns}
      rowKey={workload => workload.id}
      isStale={workload => workload.freshness.stale}
      expand={workload => (
        <Stack gap={1}>
          <span>{workload.summary}</span>
          {workload.message && <Mono wrap>{workload.message}</Mono>}
          <ObjectTabs
            applicationId={workload.applicationId}
            cluster={workload.cluster}
            {...groupVersionOf(workload.apiVersion)}
            kind={workload.kind}
            namespace={workload.namespace}
            name={workload.name}
            withPods
          />
        </Stack>
      )}
      empty={
        <EmptyState
          title="No workloads"
          description="Deployments, StatefulSets, DaemonSets, Jobs and Rollouts that it owns would be here."
        />
      }
      maxHeight="60vh"
    />
  );
}

function groupVersionOf(apiVersion: string) {
  const [version, group = ''] = apiVersion.split('/').reverse();
  return { group, version };
}
