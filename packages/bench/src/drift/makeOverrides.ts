import { setTimeout as sleep } from 'node:timers/promises';
import { createDemoFleet } from '@fleetcommander/demo-fleet';
import type { ApplicationRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Scope } from '../measure/Scope';
import { ClusterClient } from './ClusterClient';
import {
  detectOverrides,
  forgetDropped,
  gitManagers,
  observeObject,
  readLiveFields,
  type GitOwned,
} from '../backend';
import { configMapManifest, configMapScenarios } from './configMapScenarios';
import { deploymentManifest, deploymentScenarios } from './deploymentScenarios';
import type { Label, Labelled } from './Labelled';
import { git, type Manifest, type OverrideScenario } from './OverrideScenario';
import { SeededRandom } from './SeededRandom';
import { serviceManifest, serviceScenarios } from './serviceScenarios';

/** `managedFields` tell time in seconds. */
const tickMs = 1_100;
/** As far apart as what happens in life. */
const stepMs = 10 * 60_000;

const kustomization: ApplicationRecord = {
  type: 'application',
  engine: 'flux',
  apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
  kind: 'Kustomization',
  namespace: 'flux-system',
  name: 'web',
  state: 'healthy',
  summary: 'applied',
  target: { type: 'own-cluster' },
  suspended: false,
  automated: true,
  deleting: false,
  sources: [],
  images: [],
  resources: [],
  history: [],
};

/** A scenario with an object of its own. */
interface Run {
  scenario: string;
  ignored?: string;
  manifest: Manifest;
  path: string;
  steps: (() => Promise<void>)[];
  expected(): Label[];
  /** What Git's manager has applied. */
  revision(): string;
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
  const runsOf = <M extends Manifest>(
    collection: string,
    scenarios: readonly OverrideScenario<M>[],
    manifestOf: (
      random: SeededRandom,
      name: string,
      annotations?: Record<string, string>,
    ) => M,
  ) =>
    scenarios.flatMap(({ name, ignored, steps, expected, annotations }) =>
      Array.from({ length: times }, (): Run => {
        const object = `app-${random.below(2 ** 31)}`;
        const manifest = manifestOf(random, object, annotations);
        const path = `${collection}/${object}`;
        const subject = { client, path, manifest, random, commits: 1 };
        return {
          scenario: name,
          ignored,
          manifest,
          path,
          steps: steps.map(step => () => step(subject)),
          expected: () => expected(subject),
          revision: () => `main@sha1:${subject.commits}`,
          found: [],
        };
      }),
    );
  const runs = [
    ...runsOf(
      '/apis/apps/v1/namespaces/default/deployments',
      deploymentScenarios,
      deploymentManifest,
    ),
    ...runsOf(
      '/api/v1/namespaces/default/services',
      serviceScenarios,
      serviceManifest,
    ),
    ...runsOf(
      '/api/v1/namespaces/default/configmaps',
      configMapScenarios,
      configMapManifest,
    ),
  ];
  for (const { path, manifest } of runs) {
    await client.patch(path, 'apply', git, manifest);
  }
  await look(client, runs, 0);
  for (let step = 0; runs.some(run => run.steps[step]); step += 1) {
    await sleep(tickMs);
    for (const { steps } of runs) {
      await steps[step]?.();
    }
    await look(client, runs, step + 1);
  }
  return runs.map(({ scenario, expected, found }) => ({
    kind: 'override',
    scenario,
    expected: expected(),
    found,
  }));
}

async function look(
  client: ClusterClient,
  runs: readonly Run[],
  step: number,
): Promise<void> {
  const managers = gitManagers();
  const now = new Date(Date.now() + step * stepMs).toISOString();
  for (const run of runs) {
    const { apiVersion, kind, metadata } = run.manifest;
    const object = await client.get(run.path);
    const live = object && readLiveFields(object, managers);
    const application: ApplicationRecord = {
      ...kustomization,
      revision: run.revision(),
      drift: run.ignored
        ? { ignoreRules: [{ jsonPointers: [run.ignored] }] }
        : undefined,
    };
    const owned = observeObject(live, run.owned, {
      gitManagers: managers,
      now,
    });
    run.owned = owned && forgetDropped(owned, application, now);
    const { findings } = detectOverrides({
      object: {
        group: apiVersion.includes('/') ? apiVersion.split('/')[0] : '',
        kind,
        namespace: metadata.namespace,
        name: metadata.name,
      },
      owned: run.owned,
      application,
      listed: true,
    });
    run.found = findings
      // What nobody looks at is told of an object as well, and is no override.
      .filter(({ kind: found }) => found === 'override')
      .map(finding => ({
        kind: finding.kind,
        path: finding.path,
        manager: finding.manager,
      }));
  }
}
