import { KubernetesObject } from '../../types';

/** How kustomize-controller says that what it applied does not become ready: it gives up early on what has failed for good. */
export function healthCheckFailure(
  unhealthy: readonly KubernetesObject[],
  stalled: boolean,
  seconds: number,
): { reason: string; message: string } {
  const [status, cause] = stalled
    ? ['Failed', 'failed early due to stalled resources']
    : ['InProgress', 'timeout waiting for'];
  const names = unhealthy.map(
    ({ kind, metadata }) =>
      `${kind}/${metadata.namespace}/${metadata.name} status: '${status}'`,
  );
  const duration = `${seconds.toFixed(3)}s`;
  return {
    reason: 'HealthCheckFailed',
    message: `health check failed after ${duration}: ${cause}: [${names.join(
      ', ',
    )}]`,
  };
}
