import {
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { ApiError } from '../../kubernetes/ApiError';

/** What a failure of a cluster is to the caller of a route. */
export function clusterError(error: unknown, cluster: string): unknown {
  if (!(error instanceof ApiError)) {
    return error;
  }
  if (error.status === 404) {
    return new NotFoundError(`It is not, or no longer, on cluster ${cluster}`);
  }
  if (error.outcome === 'not-allowed') {
    return new NotAllowedError(
      `Cluster ${cluster} does not let Fleet Commander read it: see the doctor of the cluster. It said: ${error.message}`,
    );
  }
  return new ServiceUnavailableError(
    `Cluster ${cluster} could not be asked: ${error.message}`,
  );
}
