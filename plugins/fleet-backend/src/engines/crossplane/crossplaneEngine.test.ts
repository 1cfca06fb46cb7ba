import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  ClaimNodeRecord,
  EngineKind,
  FleetRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { MASK } from '../../secrets/SecretValue';
import { projectFixture } from '../__fixtures__/projectFixture';
import { parseManifests } from '../parseManifests';
import { claim } from './claim';
import { composite } from './composite';
import { controller } from './controller';
import { definition } from './definition';
import { managed } from './managed';

const context = { proofKeys: ['fleetcommander.io/entity'] };

function project(kind: EngineKind, file: string) {
  const text = readFileSync(join(__dirname, '__fixtures__', file), 'utf8');
  return new Map(
    parseManifests(text).map(manifest => {
      if ('problem' in manifest) {
        throw new Error(manifest.problem);
      }
      const { object } = manifest;
      return [object.metadata.name, kind.project(object, context)[0]] as const;
    }),
  );
}

function nodes(kind: EngineKind, file: string) {
  return project(kind, file) as Map<string, ClaimNodeRecord>;
}

function said({ state, summary, reason }: FleetRecord) {
  return [state, summary, reason].filter(Boolean).join(' | ');
}

describe('claims', () => {
  const claims = nodes(claim, 'claims.yaml');

  it('are roots that name their composite, with what people asked for and no secret in it', () => {
    const record = claims.get('staging-eu-central-1')!;
    expect(record).toMatchObject({
      type: 'claim-node',
      engine: 'crossplane',
      claimType: 'crossplane',
      role: 'claim',
      root: true,
      children: [
        {
          apiVersion: 'platform.example.org/v1alpha1',
          kind: 'XKubernetesCluster',
          name: 'staging-eu-central-1-x7k2p',
        },
      ],
      labels: { team: 'payments' },
      proofs: { 'fleetcommander.io/entity': 'component:default/payments' },
      ownerKey: 'Kustomization/flux-system/claims',
      createdAt: '2026-11-20T10:00:00Z',
      readyAt: undefined,
      paused: false,
      deleting: false,
    });
    expect(record.spec).toEqual({
      region: 'eu-central-1',
      adminPassword: MASK,
      compositionRef: { name: 'eks' },
      compositeDeletePolicy: 'Background',
      writeConnectionSecretToRef: { name: 'conn' },
    });
    expect(record.conditions).toHaveLength(2);
  });

  it('say how they are', () => {
    expect([...claims].map(([name, record]) => [name, said(record)])).toEqual([
      [
        'staging-eu-central-1',
        'progressing | is not ready yet: Claim is waiting for composite resource to become Ready | Waiting',
      ],
      ['new', 'unknown | Crossplane has not taken it up'],
      ['done', 'healthy | ready | Available'],
    ]);
    expect(claims.get('done')!.readyAt).toBe('2026-11-20T08:12:00.000Z');
  });
});

describe('composites', () => {
  const composites = nodes(composite, 'composites.yaml');

  it('belong to their claim, name what they compose as soon as that has a name, and are no roots then', () => {
    expect(composites.get('staging-eu-central-1-x7k2p')).toMatchObject({
      role: 'composite',
      root: false,
      parent: {
        kind: 'KubernetesCluster',
        namespace: 'fleet-system',
        name: 'staging-eu-central-1',
      },
      children: [
        { kind: 'Cluster', name: 'staging-eu-central-1-x7k2p-4l9' },
        { kind: 'XNetwork', name: 'staging-eu-central-1-net' },
      ],
    });
    expect(composites.get('staging-eu-central-1-x7k2p')).not.toHaveProperty(
      'spec',
    );
    expect(composites.get('staging-eu-central-1-net')).toMatchObject({
      root: false,
      parent: { kind: 'XKubernetesCluster', namespace: undefined },
    });
  });

  it('are claims themselves where nobody claimed them, and compose in their own namespace', () => {
    expect(composites.get('orders')).toMatchObject({
      root: true,
      parent: undefined,
      labels: { team: 'shop' },
      spec: {
        version: '17',
        crossplane: {
          compositionRef: { name: 'postgres' },
          compositionUpdatePolicy: 'Automatic',
        },
      },
      children: [
        {
          apiVersion: 'rds.aws.m.upbound.io/v1beta1',
          kind: 'Instance',
          namespace: 'shop',
          name: 'orders-1',
        },
        { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'shop' },
      ],
      readyAt: '2026-11-20T09:00:00Z',
    });
  });

  it('say how they are', () => {
    expect([...composites.values()].map(said)).toEqual([
      'progressing | is being created: Unready resources: cluster, nodegroup | Creating',
      'failing | cannot be carried out: cannot compose resources: pipeline step "render" returned a fatal result: no such region eu-central-9 | ReconcileError',
      'healthy | ready; changes so often that Crossplane follows it slowly | Available',
    ]);
  });
});

describe('managed resources', () => {
  const resources = nodes(managed, 'managed.yaml');

  it('say how they are', () => {
    expect(
      [...resources].map(([name, record]) => `${name}: ${said(record)}`),
    ).toEqual([
      'eks: healthy | ready | Available',
      'gke: unknown | Crossplane has not taken it up',
      'aks: unknown | Crossplane has not taken it up',
      'async: failing | the provider could not do what it asks for: async create failed: InvalidParameterException: The subnet ID subnet-0 does not exist | AsyncCreateFailure',
      'paused: suspended | paused: Crossplane leaves it alone | ReconcilePaused',
      'stuck: failing | cannot be deleted: delete failed: DependencyViolation: the VPC has dependencies | ReconcileError',
      'going: progressing | is being deleted | Deleting',
      'lost: failing | not available | Unavailable',
      'changed: progressing | its latest spec is not acted on yet | ReconcileSuccess',
      'silent: unknown | Crossplane has not taken it up',
    ]);
    expect(resources.get('stuck')).toMatchObject({ deleting: true });
    expect(resources.get('paused')).toMatchObject({ paused: true });
  });

  it('tell what the cloud calls them, which version a control plane runs, and nothing of their spec', () => {
    expect(resources.get('eks')).toMatchObject({
      role: 'managed',
      root: false,
      children: [],
      parent: { kind: 'XKubernetesCluster' },
      externalName: 'staging-eu-central-1',
      managementPolicies: ['*'],
      controlPlane: true,
      clusterVersion: '1.34',
      readyAt: '2026-11-20T10:11:00Z',
    });
    expect(resources.get('eks')).not.toHaveProperty('spec');
    expect(resources.get('gke')?.clusterVersion).toBe('1.34.2-gke.100');
    expect(resources.get('aks')?.clusterVersion).toBe('1.34.1');
    expect(resources.get('async')?.controlPlane).toBeUndefined();
    expect(resources.get('changed')?.managementPolicies).toEqual(['Observe']);
  });
});

describe('what Crossplane has beside claims', () => {
  const objects = projectFixture(join(__dirname, '__fixtures__/objects.yaml'));
  const first = (name: string) => objects.get(name)![0];

  it('are kinds to claim, as people ask for them', () => {
    expect(first('xkubernetesclusters.platform.example.org')).toMatchObject({
      type: 'claim-kind',
      state: 'healthy',
      group: 'platform.example.org',
      claimKind: 'KubernetesCluster',
      claimPlural: 'kubernetesclusters',
      compositeKind: 'XKubernetesCluster',
      claimVersion: 'v1alpha1',
      namespaced: true,
      description: 'A cluster of ours.',
      schema: { type: 'object' },
    });
    expect(first('postgresdatabases.platform.example.org')).toMatchObject({
      type: 'claim-kind',
      state: 'failing',
      summary: 'its kind is not served: waits for 3 composites',
      claimKind: 'PostgresDatabase',
      compositeKind: 'PostgresDatabase',
      namespaced: true,
      unreadable: 'its version v1alpha1 has no schema',
    });
    expect(first('broken')).toMatchObject({
      type: 'engine-object',
      state: 'unknown',
    });
  });

  it('leaves out a schema that is too long', () => {
    const schema = { openAPIV3Schema: { description: 'x'.repeat(600_000) } };
    const [record] = definition.project(
      {
        apiVersion: 'apiextensions.crossplane.io/v1',
        kind: 'CompositeResourceDefinition',
        metadata: { name: 'xlongs.example.org' },
        spec: {
          group: 'example.org',
          names: { kind: 'XLong', plural: 'xlongs' },
          versions: [{ name: 'v1', served: true, schema }],
        },
      },
      context,
    );
    expect(record).toMatchObject({
      namespaced: false,
      unreadable: expect.stringContaining('of which at most 500000 are read'),
    });
    expect(record).not.toHaveProperty('schema');
    expect(JSON.stringify(record).length).toBeLessThan(5_000);
  });

  it('are recipes, protection, packages and operations', () => {
    expect(first('eks')).toMatchObject({
      type: 'composition',
      compositeApiVersion: 'platform.example.org/v1alpha1',
      compositeKind: 'XKubernetesCluster',
    });
    expect(first('keep-orders')).toMatchObject({
      type: 'usage',
      of: { kind: 'PostgresDatabase', name: 'orders' },
      by: { kind: 'Deployment', name: 'shop' },
      why: 'the shop runs on it',
    });
    expect(first('provider-aws-eks')).toMatchObject({
      type: 'engine-object',
      state: 'failing',
      summary: 'is not well: cannot resolve package dependencies',
      details: { version: 'v2.1.0', revision: 'provider-aws-eks-4b2' },
    });
    expect(said(first('provider-aws-eks-3a1'))).toBe('healthy | not in use');
    expect(said(first('function-cel'))).toBe(
      'progressing | is being unpacked | UnpackingPackage',
    );
    expect(said(first('rotate'))).toBe(
      'failing | failed: step one failed | PipelineError',
    );
    expect(JSON.stringify(first('platform'))).not.toContain('hunter2');
  });

  it('has a version, which its Deployment tells', () => {
    const records = project(controller, 'deployment.yaml');
    expect(records.get('crossplane')).toMatchObject({
      type: 'engine',
      engine: 'crossplane',
      version: 'v2.3.4',
      state: 'healthy',
    });
    expect(records.get('crossplane-of-a-chart')).toMatchObject({
      version: 'v1.20.0',
    });
  });
});
