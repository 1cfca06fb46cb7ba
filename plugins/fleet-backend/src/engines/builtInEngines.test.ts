import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  states,
  type State,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  EngineKind,
  KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { builtInEngines } from './builtInEngines';
import { findEngineKind } from './findEngineKind';
import { findKindOfObject } from './findKindOfObject';
import { parseManifests } from './parseManifests';

const context = { proofKeys: ['fleetcommander.io/entity'] };
const kinds = builtInEngines.flatMap(engine => engine.kinds);

function objectOf(
  kind: EngineKind,
  parts: Record<string, unknown> = {},
): KubernetesObject {
  return {
    apiVersion: [kind.group, kind.versions[0]].filter(Boolean).join('/'),
    kind: kind.kind,
    metadata: { name: 'api', namespace: 'payments' },
    ...parts,
  };
}

/** As JSON of an unfriendly cluster could have it: each field in turn of every wrong type. */
const wrongValues = [
  undefined,
  null,
  'text',
  '<script>alert(1)</script>',
  7,
  Number.NaN,
  true,
  [],
  {},
  [null, 'text', 7, [], {}],
  { conditions: 'Ready' },
];

describe('builtInEngines', () => {
  const fields = fieldNames();

  it('name each kind once', () => {
    const names = builtInEngines.flatMap(engine =>
      engine.kinds.map(({ group, kind, category }) =>
        [engine.name, group, kind, category].join('/'),
      ),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(kinds.map(kind => [kind.kind, kind] as const))(
    'read a %s of which only the name is known',
    (_, kind) => {
      for (const record of kind.project(objectOf(kind), context)) {
        expect(record).toMatchObject({
          kind: kind.kind,
          name: 'api',
          namespace: 'payments',
          state: expect.any(String),
          summary: expect.stringMatching(/\S/),
        });
      }
    },
  );

  it.each(kinds.map(kind => [kind.kind, kind] as const))(
    'survive a %s with wrong types in every place',
    (_, kind) => {
      const seen = new Set<State>();
      for (const field of fields) {
        for (const value of wrongValues) {
          for (const part of ['spec', 'status']) {
            const object = objectOf(kind, {
              metadata: {
                name: '<img src=x onerror=alert(1)>',
                labels: value,
                annotations: value,
                ownerReferences: value,
                generation: value,
              },
              spec: value,
              status: value,
              [part]: { [field]: value },
            });
            for (const record of kind.project(object, context)) {
              seen.add(record.state);
            }
          }
        }
      }
      expect(states).toEqual(expect.arrayContaining([...seen]));
    },
  );

  it('bounds what it keeps of huge objects', () => {
    const kustomization = findEngineKind(
      builtInEngines,
      'kustomize.toolkit.fluxcd.io/v1',
      'Kustomization',
    )!.kind;
    const [record] = kustomization.project(
      objectOf(kustomization, {
        status: {
          conditions: [
            { type: 'Ready', status: 'False', message: 'x'.repeat(100_000) },
          ],
          inventory: {
            entries: Array.from({ length: 5_000 }, (_, index) => ({
              id: `payments_api-${index}_apps_Deployment`,
              v: 'v1',
            })),
          },
        },
      }),
      context,
    );
    expect(record.message).toHaveLength(2_000);
    expect(record.summary.length).toBeLessThan(300);
    expect(record).toHaveProperty('resources.length', 1_000);
  });
});

describe('findEngineKind', () => {
  it('goes by group, version and kind', () => {
    expect(findEngineKind(builtInEngines, 'v1', 'Node')).toMatchObject({
      engine: { name: 'kubernetes' },
      kind: { plural: 'nodes' },
    });
    expect(
      findEngineKind(
        builtInEngines,
        'helm.toolkit.fluxcd.io/v2beta1',
        'HelmRelease',
      ),
    ).toMatchObject({ engine: { name: 'flux' } });
    expect(
      findEngineKind(
        builtInEngines,
        'helm.toolkit.fluxcd.io/v9',
        'HelmRelease',
      ),
    ).toBeUndefined();
    expect(findEngineKind(builtInEngines, 'apps/v1', 'Node')).toBeUndefined();
  });
});

describe('findKindOfObject', () => {
  it('goes by what a spec looks like where only the category of a kind would tell', () => {
    const categories = [
      { forProvider: {} },
      { claimRef: {} },
      { crossplane: {} },
      { resourceRef: {} },
      { replicas: 1 },
    ].map(spec => {
      const object = {
        apiVersion: 'example.org/v1',
        kind: 'Thing',
        metadata: { name: 'thing' },
        spec,
      };
      return findKindOfObject(builtInEngines, object)?.kind.category;
    });
    expect(categories).toEqual([
      'managed',
      'composite',
      'composite',
      'claim',
      undefined,
    ]);
  });
});

const folder = process.env.FLEET_TEST_MANIFESTS;

describe('manifests of real clusters', () => {
  if (!folder) {
    it.todo('set FLEET_TEST_MANIFESTS to a folder of YAML or JSON files');
    return;
  }
  it('become records with a known state', () => {
    let records = 0;
    for (const file of readdirSync(folder, {
      recursive: true,
      encoding: 'utf8',
    })) {
      if (!/\.(ya?ml|json)$/.test(file)) {
        continue;
      }
      for (const manifest of parseManifests(
        readFileSync(path.join(folder, file), 'utf8'),
      )) {
        if ('problem' in manifest) {
          continue;
        }
        const found = findKindOfObject(builtInEngines, manifest.object);
        for (const record of found?.kind.project(manifest.object, context) ??
          []) {
          expect(states).toContain<State>(record.state);
          records += 1;
        }
      }
    }
    expect(records).toBeGreaterThan(0);
  });
});

/** Every field that a projection could read at the top of spec or status. */
function fieldNames(): Set<string> {
  const names = new Set<string>();
  const spy: ProxyHandler<object> = {
    get(_, key) {
      names.add(String(key));
      return undefined;
    },
    ownKeys: () => ['known'],
    getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true }),
  };
  for (const kind of kinds) {
    kind.project(
      objectOf(kind, {
        spec: new Proxy({}, spy),
        status: new Proxy({}, spy),
      }),
      context,
    );
  }
  return names;
}
