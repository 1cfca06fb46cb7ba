import type { TrafficCounts } from '../apiserver/http/Traffic';
import type { DemoCluster } from '../DemoCluster';
import type { DemoFleet } from '../DemoFleet';
import { faultTypes, parseFault } from '../faults/Fault';

interface ControlRoute {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  path: RegExp;
  /** For people. */
  usage: string;
  does: string;
  run(fleet: DemoFleet, name: string, body: unknown): unknown;
}

/** What can be done to the fleet. */
export const controlRoutes: ControlRoute[] = [
  {
    method: 'GET',
    path: /^\/$/,
    usage: 'GET /',
    does: 'tells what can be done',
    run: fleet => ({
      routes: Object.fromEntries(
        controlRoutes.map(({ usage, does }) => [usage, does]),
      ),
      faults: faultTypes,
      scenarioSteps: fleet.scenarioSteps,
    }),
  },
  {
    method: 'GET',
    path: /^\/clusters$/,
    usage: 'GET /clusters',
    does: 'lists the clusters with URL and fault',
    run: fleet => [...fleet.clusters.values()].map(describe),
  },
  {
    method: 'PUT',
    path: /^\/clusters\/([^/]+)\/fault$/,
    usage:
      'PUT /clusters/{name}/fault {type, kind?, retryAfterSeconds?, delayMs?}',
    does: 'sets a fault',
    run: (fleet, name, body) => fleet.setFault(name, parseFault(body)),
  },
  {
    method: 'DELETE',
    path: /^\/clusters\/([^/]+)\/fault$/,
    usage: 'DELETE /clusters/{name}/fault',
    does: 'lifts the fault',
    run: (fleet, name) => fleet.setFault(name, undefined),
  },
  {
    method: 'POST',
    path: /^\/clusters\/([^/]+)\/snapshot$/,
    usage: 'POST /clusters/{name}/snapshot',
    does: 'remembers the state that the fault "restored" goes back to',
    run: (fleet, name) => fleet.cluster(name).takeSnapshot(),
  },
  {
    method: 'GET',
    path: /^\/clusters\/([^/]+)\/traffic$/,
    usage: 'GET /clusters/{name}/traffic',
    does: 'counts requests, bytes, connections and open streams',
    run: (fleet, name) => fleet.cluster(name).traffic(),
  },
  {
    method: 'DELETE',
    path: /^\/clusters\/([^/]+)\/traffic$/,
    usage: 'DELETE /clusters/{name}/traffic',
    does: 'sets the counts back to nothing',
    run: (fleet, name) => fleet.cluster(name).resetTraffic(),
  },
  {
    method: 'GET',
    path: /^\/traffic$/,
    usage: 'GET /traffic',
    does: 'adds the counts of all clusters up',
    run: fleet => totalTraffic(fleet),
  },
  {
    method: 'DELETE',
    path: /^\/traffic$/,
    usage: 'DELETE /traffic',
    does: 'sets the counts of all clusters back to nothing',
    run: fleet => {
      for (const cluster of fleet.clusters.values()) {
        cluster.resetTraffic();
      }
    },
  },
  {
    method: 'POST',
    path: /^\/scenario\/([^/]+)$/,
    usage: 'POST /scenario/{step} {application?}',
    does: 'lets something happen in the fleet; break-canary and mend-canary to the application that is named',
    run: (fleet, step, body) => {
      if (!fleet.scenarioSteps.includes(step)) {
        throw new Error(
          `Unknown step "${step}"; known are ${fleet.scenarioSteps.join(', ')}`,
        );
      }
      fleet.scenario(step, applicationIn(body));
    },
  },
];

function applicationIn(body: unknown): string | undefined {
  const { application } = (body ?? {}) as { application?: unknown };
  if (application !== undefined && typeof application !== 'string') {
    throw new Error('The application is a name such as "bookings"');
  }
  return application;
}

function describe({ name, url, plan, fault, objects }: DemoCluster): object {
  return {
    name,
    url,
    hub: plan.hub,
    environment: plan.environment,
    region: plan.region,
    provider: plan.provider,
    resourceVersion: objects.storage.revision,
    fault,
  };
}

/** Of all clusters together. */
function totalTraffic(fleet: DemoFleet): TrafficCounts {
  const total: TrafficCounts = {
    requests: 0,
    bytesIn: 0,
    bytesOut: 0,
    connections: 0,
    openStreams: 0,
  };
  for (const cluster of fleet.clusters.values()) {
    const counts = cluster.traffic();
    for (const key of Object.keys(total) as (keyof TrafficCounts)[]) {
      total[key] += counts[key];
    }
  }
  return total;
}
