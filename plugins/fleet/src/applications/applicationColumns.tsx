import type { Application } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Freshness,
  Muted,
  Since,
  Stack,
  StateBadge,
  VersionTag,
  type FleetTableColumn,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { ApplicationOwner } from './ApplicationOwner';
import { kindOf } from '../application/kindOf';
import { TargetCluster } from './TargetCluster';

/** How an application looks in a list. */
export const applicationColumns: FleetTableColumn<Application>[] = [
  {
    key: 'state',
    title: 'State',
    sort: 'state',
    width: '150px',
    render: application => (
      <StateBadge state={application.state} summary={application.summary} />
    ),
  },
  {
    key: 'name',
    title: 'Name',
    sort: 'name',
    width: 'minmax(160px, 2fr)',
    render: application => (
      <Stack gap={0}>
        <span>{application.name}</span>
        <Muted>{kindOf(application)}</Muted>
      </Stack>
    ),
  },
  {
    key: 'cluster',
    title: 'Cluster',
    sort: 'targetCluster',
    width: 'minmax(140px, 1.5fr)',
    render: application => <TargetCluster application={application} />,
  },
  {
    key: 'namespace',
    title: 'Namespace',
    sort: 'namespace',
    width: 'minmax(116px, 1fr)',
    render: application => application.targetNamespace ?? application.namespace,
  },
  {
    key: 'version',
    title: 'Version',
    sort: 'version',
    width: 'minmax(110px, 1.2fr)',
    render: application => (
      <VersionTag
        version={application.version}
        revision={application.revision}
        href={application.sources.find(source => source.link)?.link}
      />
    ),
  },
  {
    key: 'owner',
    title: 'Belongs to',
    width: 'minmax(110px, 1.2fr)',
    render: application => <ApplicationOwner application={application} />,
  },
  {
    key: 'since',
    title: 'How long',
    sort: 'since',
    width: 'minmax(110px, 1fr)',
    render: application => (
      <Stack gap={0}>
        <Since at={application.since} />
        <Muted>
          <Freshness freshness={application.freshness} prefix="seen" brief />
        </Muted>
      </Stack>
    ),
  },
];
