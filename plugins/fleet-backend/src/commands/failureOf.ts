import { stringifyError } from '@backstage/errors';
import { ApiError } from '../kubernetes/ApiError';

/** Why an object of a cluster could not be read or changed, and what to do. */
export function failureOf(
  error: unknown,
  cluster: string,
  { kind, name }: { kind: string; name: string },
): string {
  if (!(error instanceof ApiError)) {
    return `${kind} ${name} was not changed: ${stringifyError(error)}`;
  }
  if (error.outcome === 'not-allowed') {
    return `Cluster ${cluster} does not let Fleet Commander change ${kind} ${name}: apply deploy/rbac/spoke-operator.yaml there. It said: ${error.message}`;
  }
  if (error.status === 404) {
    return `${kind} ${name} is no longer on cluster ${cluster}.`;
  }
  return `${kind} ${name} was not changed, cluster ${cluster} answered: ${error.message}`;
}
