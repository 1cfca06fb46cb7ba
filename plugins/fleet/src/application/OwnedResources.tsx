import type {
  Application,
  OwnedResource,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  EmptyState,
  FleetTable,
  Muted,
  Stack,
  StateBadge,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { ObjectTabs } from './ObjectTabs';

const columns: FleetTableColumn<OwnedResource>[] = [
  {
    key: 'kind',
    title: 'Kind',
    width: 'minmax(130px, 1fr)',
    render: resource => resource.kind,
  },
  {
    key: 'name',
    title: 'Name',
    width: 'minmax(160px, 2fr)',
    render: resource => (
      <Stack gap={0}>
        <span>{resource.name}</span>
        {resource.namespace && <Muted>{resource.namespace}</Muted>}
      </Stack>
    ),
  },
  {
    key: 'state',
    title: 'State',
    width: '150px',
    render: resource =>
      resource.state ? (
        <StateBadge
          state={resource.state}
          summary={resource.message}
          size="small"
        />
      ) : (
        <Muted>{resource.sync ?? 'not watched'}</Muted>
      ),
  },
];

/** The objects that an application owns; one opens to its live YAML, and to what differs from what it should be. */
export function OwnedResources(props: {
  application: Application;
  resources: readonly OwnedResource[];
}) {
  const { application, resources } = props;

  return (
    <FleetTable
      label="Owned objects"
      list={resources}
      columns={columns}
      rowKey={({ group, kind, namespace, name }) =>
        [group, kind, namespace, name].join('/')
      }
      expand={resource =>
        resource.version && (
          <ObjectTabs
            applicationId={application.id}
            cluster={application.targetCluster ?? application.cluster}
            group={resource.group}
            version={resource.version}
            kind={resource.kind}
            namespace={resource.namespace}
            name={resource.name}
          />
        )
      }
      empty={
        <EmptyState
          title="It owns nothing yet"
          description="What the engine applied would be listed here."
        />
      }
      maxHeight="60vh"
    />
  );
}
