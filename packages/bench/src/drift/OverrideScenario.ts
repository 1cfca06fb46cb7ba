import type { ClusterClient } from './ClusterClient';
import type { Label } from './Labelled';
import type { SeededRandom } from './SeededRandom';

/** An object as Git has it. */
export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace: string };
}

/** An object that Git applied. */
export interface Subject<M extends Manifest> {
  client: ClusterClient;
  path: string;
  manifest: M;
  /** How often Git was applied. */
  commits: number;
  random: SeededRandom;
}

/** A change to an object, in steps a second apart. */
export interface OverrideScenario<M extends Manifest> {
  name: string;
  steps: ((subject: Subject<M>) => Promise<void>)[];
  expected(subject: Subject<M>): Label[];
  annotations?: Record<string, string>;
  ignored?: string;
}

/** Whose applies are Git's. */
export const git = 'kustomize-controller';

/** An override of a field, or of an object as a whole. */
export function override(path?: string, manager?: string): Label {
  return { kind: 'override', path, manager };
}

/** What is expected of a look-alike. */
export function none(): Label[] {
  return [];
}

/** Git applies again, with a part of its manifest changed. */
export function commit<M extends Manifest>(change: (manifest: M) => object) {
  return async (subject: Subject<M>) => {
    const { client, path, manifest } = subject;
    await client.patch(path, 'apply', git, change(manifest));
    subject.commits += 1;
  };
}

/** A client changes a part of the object. */
export function patch<M extends Manifest>(
  manager: string,
  body: object,
  type: 'merge' | 'strategic' = 'merge',
) {
  return async ({ client, path }: Subject<M>) =>
    client.patch(path, type, manager, body);
}
