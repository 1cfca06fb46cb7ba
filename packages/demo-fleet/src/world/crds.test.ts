import Ajv, { ValidateFunction } from 'ajv';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { SimulatedCluster } from '../apiserver/SimulatedCluster';
import { objectsOf, populatedClusters } from './__fixtures__/populatedClusters';
import { createWorld } from './createWorld';

const folder = process.env.FLEET_TEST_CRDS;

interface Crd {
  kind: string;
  spec: {
    group: string;
    names: { kind: string };
    versions: { name: string; schema: { openAPIV3Schema: object } }[];
  };
}

/** Compiles each schema when an object first needs it. */
class Schemas {
  private readonly ajv = new Ajv({ strict: false, logger: false });
  private readonly schemas = new Map<string, object>();
  private readonly compiled = new Map<string, ValidateFunction>();

  static read(root: string): Schemas {
    const schemas = new Schemas();
    for (const file of readdirSync(root, { recursive: true })) {
      if (
        /^(flux|argo-cd|flagger|external-secrets|cert-manager|kyverno|gatekeeper|trivy-operator|crossplane-v2|provider-).*\.yaml$/.test(
          String(file),
        )
      ) {
        schemas.add(readFileSync(join(root, String(file)), 'utf8'));
      }
    }
    return schemas;
  }

  private add(text: string): void {
    for (const document of parseAllDocuments(text)) {
      const { kind, spec } = document.toJS() as Crd;
      if (kind === 'CustomResourceDefinition') {
        for (const { name, schema } of spec.versions) {
          const key = `${spec.group}/${name}/${spec.names.kind}`;
          this.schemas.set(key, schema.openAPIV3Schema);
        }
      }
    }
  }

  find(apiVersion: string, kind: string): ValidateFunction | undefined {
    const key = `${apiVersion}/${kind}`;
    const schema = this.schemas.get(key);
    if (schema && !this.compiled.has(key)) {
      this.compiled.set(key, this.ajv.compile(schema));
    }
    return this.compiled.get(key);
  }
}

/** What is wrong with the objects of these clusters, and which kinds could be checked. */
function check(schemas: Schemas, clusters: Iterable<SimulatedCluster>) {
  const kinds = new Set<string>();
  const invalid: unknown[] = [];
  for (const cluster of clusters) {
    for (const object of objectsOf(cluster)) {
      const { kind, metadata, spec } = object;
      // Only the first version has this scope, and the newer one shows it all the same.
      const isLegacy = (spec as { scope?: string })?.scope === 'LegacyCluster';
      const apiVersion = isLegacy
        ? 'apiextensions.crossplane.io/v1'
        : object.apiVersion;
      const validate = schemas.find(apiVersion, kind);
      const valid: boolean = !validate || validate(object);
      if (validate) {
        kinds.add(kind);
      }
      if (!valid) {
        invalid.push([cluster.name, kind, metadata.name, validate?.errors]);
      }
    }
  }
  return { kinds: [...kinds], invalid };
}

it('writes only objects that the CustomResourceDefinitions of their engines allow', () => {
  if (!folder) {
    process.stdout.write(
      'Not checked against CustomResourceDefinitions: FLEET_TEST_CRDS names no folder of them.\n',
    );
    return;
  }
  jest.useFakeTimers();
  const schemas = Schemas.read(folder);
  const world = createWorld({ spokes: 9, seed: 1 });
  const clusters = populatedClusters(world);
  const { kinds, invalid } = check(schemas, clusters.values());
  expect(invalid).toEqual([]);
  expect(kinds).toEqual(
    expect.arrayContaining([
      'Application',
      'ApplicationSet',
      'AppProject',
      'Certificate',
      'Cluster',
      'ClusterIssuer',
      'ClusterPolicy',
      'ClusterSecretStore',
      'ClusterUsage',
      'CompositeResourceDefinition',
      'Composition',
      'ConfigAuditReport',
      'ConstraintTemplate',
      'ExternalSecret',
      'GitRepository',
      'HelmChart',
      'HelmRelease',
      'ImagePolicy',
      'Kustomization',
      'OCIRepository',
      'PolicyException',
      'NodePool',
      'PolicyReport',
      'Provider',
      'PushSecret',
      'Release',
      'ValidatingPolicy',
      'VulnerabilityReport',
    ]),
  );

  world.start(clusters, { speed: 1 });
  jest.advanceTimersByTime(25 * 60_000);
  world.stop();
  jest.useRealTimers();
  expect(check(schemas, clusters.values()).invalid).toEqual([]);
}, 60_000);
