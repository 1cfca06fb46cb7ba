import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { builtInEngines } from '../engines/builtInEngines';

const path = join(__dirname, '../../../../deploy/rbac/spoke-reader.yaml');

interface Rule {
  apiGroups: string[];
  resources: string[];
  verbs: string[];
}

describe('deploy/rbac/spoke-reader.yaml', () => {
  const rules = parseAllDocuments(readFileSync(path, 'utf8')).flatMap(
    document => (document.toJS()?.rules ?? []) as Rule[],
  );

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

  it('grants nothing else but pods and events, and no writes', () => {
    const others = rules.filter(
      ({ verbs }) => verbs.join() !== 'get,list,watch',
    );
    expect(others).toEqual([
      {
        apiGroups: [''],
        resources: ['events', 'pods'],
        verbs: ['get', 'list'],
      },
    ]);
  });
});
