import { LiveDiff, Tabs } from '@fleetcommander/backstage-plugin-fleet-react';
import { LiveObjectView } from './LiveObjectView';

/** One object that an application deploys: as it is, and against what it should be. The cluster is asked for what is open. */
export function ObjectTabs(props: {
  applicationId?: string;
  cluster: string;
  group: string;
  version: string;
  kind: string;
  namespace?: string;
  name: string;
  withPods?: boolean;
}) {
  const { withPods, ...object } = props;
  const { group, version } = object;

  return (
    <Tabs
      label={`About ${object.kind} ${object.name}`}
      tabs={[
        {
          key: 'live',
          title: 'Live',
          content: (
            <LiveObjectView
              {...object}
              apiVersion={group ? `${group}/${version}` : version}
              withPods={withPods}
            />
          ),
        },
        {
          key: 'diff',
          title: 'Live diff',
          content: <LiveDiff {...object} />,
        },
      ]}
    />
  );
}
