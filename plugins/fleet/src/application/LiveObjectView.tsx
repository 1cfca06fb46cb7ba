import {
  fleetClaimObjectReadPermission,
  fleetObjectReadPermission,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Age,
  CodeView,
  ErrorNotice,
  Muted,
  Notice,
  pluralOf,
  Skeleton,
  Stack,
  useFleet,
  useFleetPermission,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { EventList } from './EventList';
import { PodList } from './PodList';

/** The live object as its cluster has it now, secrets masked; of a workload also its pods and events. */
export function LiveObjectView(props: {
  applicationId?: string;
  /** The claim whose tree it is of, where no application deploys it. */
  claimId?: string;
  cluster: string;
  apiVersion: string;
  kind: string;
  namespace?: string;
  name: string;
  withPods?: boolean;
}) {
  const { applicationId, claimId, cluster } = props;
  const { apiVersion, kind, namespace, name } = props;
  const needed = claimId
    ? fleetClaimObjectReadPermission
    : fleetObjectReadPermission;
  const permission = useFleetPermission(needed, claimId ?? applicationId);
  const [version, group = ''] = apiVersion.split('/').reverse();
  const live = useFleet(
    (api, signal) =>
      api.getObject(
        {
          cluster,
          group,
          version,
          plural: pluralOf(kind, group),
          namespace,
          name,
          with: props.withPods ? ['pods', 'events'] : undefined,
        },
        { signal },
      ),
    [cluster, apiVersion, kind, namespace, name, props.withPods],
    { pause: !permission.allowed, once: true },
  );

  if (!permission.loading && !permission.allowed) {
    return (
      <Notice severity="info" title="You may not read live objects here">
        Ask for the permission {needed.name}.
      </Notice>
    );
  }
  if (!live.value) {
    return live.error ? (
      <ErrorNotice
        error={live.error}
        what="the live object"
        onRetry={live.refresh}
      />
    ) : (
      <Skeleton rows={4} label="Asking the cluster" />
    );
  }
  const { yaml, observedAt, masked, pods, events } = live.value;

  return (
    <Stack>
      {pods && <PodList pods={pods} />}
      {events && <EventList events={events} />}
      <CodeView
        code={yaml}
        title={`${kind} ${name}`}
        collapsed={props.withPods}
      />
      <Muted>
        Read from {cluster} <Age at={observedAt} />
        {masked && ', secret values masked'}
      </Muted>
    </Stack>
  );
}
