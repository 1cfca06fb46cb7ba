import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { builtInEngines } from '../engines/builtInEngines';

const folder = join(__dirname, '../../../../deploy/rbac');

interface Rule {
  apiGroups: string[];
  resources: string[];
  verbs: string[];
}

function rulesIn(file: string): Rule[] {
  return parseAllDocuments(readFileSync(join(folder, file), 'utf8')).flatMap(
    document => document.toJS()?.rules ?? [],
  );
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
      .map(({ group, plural }) => `${group}/${plural}`);
    expect([...granted].sort()).toEqual([...new Set(read)].sort());
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
