import { ConflictError, InputError } from '@backstage/errors';
import type {
  Application,
  FleetClient,
  FleetRequestOptions,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Sight } from './Sight';

/** An application has arrived when it is healthy at the revision that is wanted. One that is not there yet is waited for. */
export async function lookAtApplication(
  client: FleetClient,
  wanted: {
    cluster: string;
    namespace?: string;
    name: string;
    revision?: string;
  },
  caller: FleetRequestOptions,
): Promise<Sight> {
  const { cluster, namespace, name, revision } = wanted;
  const at = [cluster, namespace, name].filter(Boolean).join('/');
  if (/[,=]/.test(at)) {
    throw new InputError(`application: ${at} is no name of an application`);
  }
  const { items } = await client.listApplications(
    { filter: [`cluster=${cluster},name=${name}`], limit: 10 },
    caller,
  );
  const found = items.filter(
    item => namespace === undefined || item.namespace === namespace,
  );
  if (found.length > 1) {
    throw new ConflictError(
      `application: ${at} may be any of ${found
        .map(item => `${item.kind} ${item.namespace}/${item.name}`)
        .join(', ')}: name its namespace`,
    );
  }
  return found.length === 0
    ? {
        arrived: false,
        state: 'unknown',
        line: `${at}: there is none yet, or you may not see it`,
      }
    : sightOf(found[0], revision);
}

function sightOf(application: Application, wanted?: string): Sight {
  const { kind, name, state, summary, revision = '' } = application;
  // Flux writes main@sha1:HASH, Argo CD the hash.
  const [, hash = revision] =
    /(?:^|:|\/)([0-9a-f]{7,64})$/.exec(revision) ?? [];
  return {
    arrived:
      state === 'healthy' && (wanted === undefined || hash.startsWith(wanted)),
    state,
    line: `${kind} ${name}: ${state}${
      revision && ` at ${revision}`
    }: ${summary}`,
  };
}
