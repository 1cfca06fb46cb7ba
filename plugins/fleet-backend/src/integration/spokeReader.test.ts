import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { builtInEngines } from '../engines/builtInEngines';

const folder = join(__dirname, '../../../../deploy/rbac');

interface Role {
  kind: string;
  metadata: { name: string };
  aggregationRule?: { clusterRoleSelectors: object[] };
  rules?: Rule[];
  roleRef?: { name: string };
}

interface Rule {
  apiGroups: string[];
  resources: string[];
  verbs: string[];
}

function objectsIn(file: string): Role[] {
  return parseAllDocuments(readFileSync(join(folder, file), 'utf8')).map(
    document => document.toJS(),
  );
}

function rulesIn(file: string): Rule[] {
  return objectsIn(file).flatMap(({ rules }) => rules ?? []);
}

describe('deploy/rbac/spoke-reader.yaml', () => {
  const rules = rulesIn('spoke-reader.yaml');

  it('grants to read every kind that an engine reads', () => {
    const granted = new Set(
      rules
        .filter(({ verbs }) => verbs.join() === 'get,list,watch')
        .flatMap(({ apiGroups, resources }) =>
          apiGroups.flatMap(group =>
            resources.map(resource => `${group}/${resource}`),
          ),
        ),
    );
    const read = builtInEngines
      .flatMap(({ kinds }) => kinds)
      .filter(({ category }) => category === undefined)
      .map(({ group, plural }) => `${group}/${plural}`);
    expect([...granted].sort()).toEqual([...new Set(read)].sort());
  });

  it('grants the kinds of categories, which nobody can name beforehand, by what Crossplane itself gives to viewers', () => {
    const objects = objectsIn('spoke-reader.yaml');
    const [aggregated] = objects.filter(role => role.aggregationRule);
    expect(aggregated).toMatchObject({
      kind: 'ClusterRole',
      aggregationRule: {
        clusterRoleSelectors: [
          { matchLabels: { 'rbac.crossplane.io/aggregate-to-view': 'true' } },
        ],
      },
      rules: [],
    });
    expect(objects).toContainEqual(
      expect.objectContaining({
        kind: 'ClusterRoleBinding',
        roleRef: expect.objectContaining({ name: aggregated.metadata.name }),
      }),
    );
  });

  it('grants nothing else but pods, and no writes', () => {
    const others = rules.filter(
      ({ verbs }) => verbs.join() !== 'get,list,watch',
    );
    expect(others).toEqual([
      {
        apiGroups: [''],
        resources: ['pods'],
        verbs: ['get', 'list'],
      },
    ]);
  });
});

describe('deploy/rbac/spoke-object-reader.yaml', () => {
  it('grants to get single objects, and no Secret', () => {
    for (const { apiGroups, resources, verbs } of rulesIn(
      'spoke-object-reader.yaml',
    )) {
      expect(verbs).toEqual(['get']);
      expect([...apiGroups, ...resources]).not.toContain('*');
      expect(resources).not.toContain('secrets');
    }
  });
});
