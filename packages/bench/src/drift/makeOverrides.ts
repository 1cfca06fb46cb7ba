import { setTimeout as sleep } from 'node:timers/promises';
import { createDemoFleet } from '@fleetcommander/demo-fleet';
import type { Scope } from '../measure/Scope';
import { ClusterClient } from './ClusterClient';
import {
  detectOverrides,
  gitManagers,
  observeObject,
  readLiveFields,
  type GitOwned,
} from './backend';
import type { Label, Labelled } from './Labelled';
import {
  git,
  manifestOf,
  overrideScenarios,
  type OverrideScenario,
  type Subject,
} from './overrideScenarios';
import { SeededRandom } from './SeededRandom';

const deployments = '/apis/apps/v1/namespaces/default/deployments';
/** `managedFields` tell time in seconds. */
const tickMs = 1_100;

interface Run {
  scenario: OverrideScenario;
  subject: Subject;
  owned?: GitOwned;
  found: Label[];
}

/** Makes each change several times on a simulated API server, by the clients that make it in life, and looks after each step. */
export async function makeOverrides(
  scope: Scope,
  times: number,
): Promise<Labelled[]> {
  const fleet = await createDemoFleet({
    spokes: 1,
    basePort: 0,
    still: true,
    populate: () => {},
  });
  await fleet.start();
  scope.add(fleet);
  const client = new ClusterClient([...fleet.clusters.values()][0]);
  const random = new SeededRandom(1);
  const runs = overrideScenarios.flatMap(scenario =>
    Array.from({ length: times }, (): Run => {
      const name = `app-${random.below(2 ** 31)}`;
      const manifest = manifestOf(random, name, scenario.annotations);
      return {
        scenario,
        found: [],
        subject: {
          client,
          path: `${deployments}/${name}`,
          manifest,
          container: manifest.spec.template.spec.containers[0].name,
          random,
        },
      };
    }),
  );
  for (const { subject } of runs) {
    await client.patch(subject.path, 'apply', git, subject.manifest);
  }
  await look(runs);
  for (let step = 0; runs.some(run => run.scenario.steps[step]); step += 1) {
    await sleep(tickMs);
    for (const { scenario, subject } of runs) {
      await scenario.steps[step]?.(subject);
    }
    await look(runs);
  }
  return runs.map(({ scenario, subject, found }) => ({
    kind: 'override',
    scenario: scenario.name,
    expected: scenario.expected(subject),
    found,
  }));
}

async function look(runs: readonly Run[]): Promise<void> {
  const managers = gitManagers();
  for (const run of runs) {
    const { manifest, client, path } = run.subject;
    const object = await client.get(path);
    const now = new Date().toISOString();
    const live = object && readLiveFields(object, managers);
    run.owned = observeObject(live, run.owned, { gitManagers: managers, now });
    const { findings } = detectOverrides({
      object: {
        group: 'apps',
        kind: 'Deployment',
        namespace: 'default',
        name: manifest.metadata.name,
      },
      owned: run.owned,
      application: {
        engine: 'flux',
        kind: 'Kustomization',
        state: 'healthy',
        suspended: false,
        automated: true,
        drift: run.scenario.ignored
          ? { ignoreRules: [{ jsonPointers: [run.scenario.ignored] }] }
          : undefined,
      },
      listed: true,
    });
    // That an object is a blind spot is told, and is no alarm.
    run.found = findings
      .filter(({ kind }) => kind !== 'frozen')
      .map(({ kind, path: at, manager }) => ({ kind, path: at, manager }));
  }
}
