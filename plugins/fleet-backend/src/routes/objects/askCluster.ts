import { NotFoundError } from '@backstage/errors';
import { ApiError } from '../../kubernetes/ApiError';
import { ClusterError } from './ClusterError';

/** What a request asks of a cluster, as RBAC words it. */
interface Right {
  cluster: string;
  verb: 'get' | 'list';
  group: string;
  plural: string;
}

/** Asks a cluster; its failures become those of a route, with what to do about them. */
export async function askCluster<T>(
  right: Right,
  ask: () => Promise<T>,
): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw error instanceof ApiError ? failureOf(error, right) : error;
  }
}

function failureOf(error: ApiError, right: Right): Error {
  const { cluster } = right;
  if (error.status === 404) {
    return new NotFoundError(`It is not, or no longer, on cluster ${cluster}`);
  }
  return new ClusterError(
    error.outcome === 'not-allowed'
      ? `Cluster ${cluster} does not let Fleet Commander ${wordsFor(
          right,
        )}. ${remedyFor(right)} It said: ${error.message}`
      : `Cluster ${cluster} could not be asked: ${error.message}`,
  );
}

function wordsFor({ verb, group, plural }: Right): string {
  return `${verb} ${group ? `${plural}.${group}` : plural}`;
}

function remedyFor({ verb, group, plural }: Right): string {
  return group === '' && plural === 'secrets'
    ? 'No role in deploy/rbac grants to read Secrets, whose values would be masked anyway.'
    : `Grant "${verb}" on ${plural} in API group "${group}" there; roles in deploy/rbac do so: spoke-reader.yaml for workloads with their pods and events, spoke-object-reader.yaml for most else that applications deploy.`;
}
