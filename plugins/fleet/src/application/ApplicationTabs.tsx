import type { ApplicationDetail } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  EmptyState,
  Tabs,
  Timeline,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { CanaryList } from './CanaryList';
import { History } from './History';
import { LiveObjectView } from './LiveObjectView';
import { OwnedResources } from './OwnedResources';
import { SourceList } from './SourceList';
import { WorkloadTable } from './WorkloadTable';

/** What an application is made of. */
export function ApplicationTabs(props: { detail: ApplicationDetail }) {
  const { detail } = props;
  const { application, workloads, canaries, resources } = detail;
  const { history, transitions } = detail;

  return (
    <Tabs
      label="About the application"
      tabs={[
        {
          key: 'workloads',
          title: `Workloads (${workloads.length})`,
          content: <WorkloadTable workloads={workloads} />,
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
          key: 'sources',
          title: 'Sources',
          content: <SourceList detail={detail} />,
        },
        {
          key: 'owns',
          title: `Owns (${application.resourceCount})`,
          content: (
            <OwnedResources
              application={application}
              resources={resources.map(resource => ({
                state: workloads.find(
                  ({ kind, namespace, name }) =>
                    kind === resource.kind &&
                    namespace === resource.namespace &&
                    name === resource.name,
                )?.state,
                ...resource,
              }))}
            />
          ),
        },
        {
          key: 'history',
          title: `History (${history.length})`,
          content: <History entries={history} />,
        },
        {
          key: 'transitions',
          title: 'Changes of state',
          content:
            transitions.length > 0 ? (
              <Timeline transitions={transitions} />
            ) : (
              <EmptyState
                title="No change seen"
                description="When its state changes, it is written down here."
              />
            ),
        },
        {
          key: 'yaml',
          title: 'YAML',
          content: (
            <LiveObjectView
              applicationId={application.id}
              cluster={application.cluster}
              apiVersion={application.apiVersion}
              kind={application.kind}
              namespace={application.namespace}
              name={application.name}
            />
          ),
        },
      ]}
    />
  );
}
