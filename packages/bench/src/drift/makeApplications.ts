import type {
  ApplicationDriftMemory,
  FleetRecord,
  KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { applicationScenarios, at, type Moment } from './applicationScenarios';
import {
  builtInDetectors,
  builtInEngines,
  detectApplication,
  findEngineKind,
  rememberApplication,
} from '../backend';
import type { Label, Labelled } from './Labelled';
import { SeededRandom } from './SeededRandom';

/** Lets objects of the engines follow one another, and looks after the last. */
export function makeApplications(times: number): Labelled[] {
  const random = new SeededRandom(2);
  return applicationScenarios.flatMap(scenario =>
    Array.from({ length: times }, () => ({
      kind: scenario.kind,
      scenario: scenario.name,
      expected: scenario.expected.map(kind => ({ kind })),
      found: follow(scenario.moments(random)),
    })),
  );
}

function follow(moments: readonly Moment[]): Label[] {
  let memory: ApplicationDriftMemory | undefined;
  let found: Label[] = [];
  moments.forEach((moment, index) => {
    const application = recordOf(moment.object);
    const source = moment.source && recordOf(moment.source);
    if (application.type !== 'application') {
      throw new Error('A scenario has to be of an application');
    }
    const input = {
      application,
      source: source?.type === 'source' ? source : undefined,
      commitsAhead:
        moment.commitsAhead === undefined
          ? undefined
          : { count: moment.commitsAhead },
      now: at(10 * (index + 1 - moments.length)),
    };
    memory = rememberApplication({ ...input, memory });
    found = detectApplication(builtInDetectors, {
      ...input,
      memory,
    }).findings.map(({ kind }) => ({ kind }));
  });
  return found;
}

function recordOf(given: object): FleetRecord {
  // As it comes over the wire: without what is undefined.
  const object: KubernetesObject = JSON.parse(JSON.stringify(given));
  const found = findEngineKind(builtInEngines, object.apiVersion, object.kind);
  return found!.kind.project(object, { proofKeys: [] })[0];
}
