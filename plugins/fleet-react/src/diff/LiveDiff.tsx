import {
  fleetObjectReadPermission,
  type FleetObjectPath,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { useFleet } from '../hooks/useFleet';
import { useFleetPermission } from '../hooks/useFleetPermission';
import { ErrorNotice } from '../notices/ErrorNotice';
import { Notice } from '../notices/Notice';
import { Skeleton } from '../notices/Skeleton';
import { ObjectDiffView } from './ObjectDiffView';
import { pluralOf } from './pluralOf';

/** Props of {@link LiveDiff}. @public */
export interface LiveDiffProps extends Omit<FleetObjectPath, 'plural'> {
  /** Of the application that deploys the object; absent: unknown. */
  applicationId?: string;
  /** Of the object, as `Deployment`. */
  kind: string;
}

/**
 * What an object of an application should be against what it is. The cluster is asked when this is shown, once.
 *
 * @public
 */
export function LiveDiff(props: LiveDiffProps) {
  const { applicationId, cluster, group, version, kind, namespace, name } =
    props;
  const permission = useFleetPermission(
    fleetObjectReadPermission,
    applicationId,
  );
  const diff = useFleet(
    (api, signal) =>
      api.getObjectDiff(
        {
          cluster,
          group,
          version,
          plural: pluralOf(kind, group),
          namespace,
          name,
        },
        { signal },
      ),
    [cluster, group, version, kind, namespace, name],
    { pause: !permission.allowed, once: true },
  );

  if (!permission.loading && !permission.allowed) {
    return (
      <Notice severity="info" title="You may not compare live objects here">
        Ask for the permission {fleetObjectReadPermission.name}.
      </Notice>
    );
  }
  if (diff.value) {
    return <ObjectDiffView diff={diff.value} title={`${kind} ${name}`} />;
  }
  return diff.error ? (
    <ErrorNotice
      error={diff.error}
      what="the live object"
      onRetry={diff.refresh}
    />
  ) : (
    <Skeleton rows={4} label="Asking the cluster" />
  );
}
