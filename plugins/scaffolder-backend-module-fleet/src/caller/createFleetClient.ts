import type { DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError, ServiceUnavailableError } from '@backstage/errors';
import { FleetClient } from '@fleetcommander/backstage-plugin-fleet-common';

/** A client whose errors are those of the fleet backend, in its words: they are what a task shows. */
export function createFleetClient(discovery: DiscoveryService): FleetClient {
  return new FleetClient({
    discoveryApi: discovery,
    fetchApi: {
      fetch: async (input, init) => {
        const response = await fetch(input, init).catch(error => {
          init?.signal?.throwIfAborted();
          throw new ServiceUnavailableError(
            `The fleet backend does not answer: ${error.cause ?? error}`,
          );
        });
        if (!response.ok) {
          throw (await ResponseError.fromResponse(response)).cause;
        }
        return response;
      },
    },
  });
}
