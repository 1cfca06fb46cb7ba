import { diffLines } from './__testUtils__/diffLines';
import { inFolder, webBase } from './__testUtils__/webFiles';
import { adoptValue, type LiveValue } from './adoptValue';

const production = 'apps/web/overlays/production';
const resources = 'resources:\n  - ../../base\n';
const web = { kind: 'Deployment', name: 'web', namespace: 'travel' };
const files = {
  ...webBase('apps/web/base'),
  ...inFolder(production, {
    'kustomization.yaml': `${resources}namespace: travel
images:
  - name: registry.example/web
    newTag: 1.4.2 # ours
replicas:
  - name: web
    count: 3
patches:
  - path: web.yaml
`,
    'web.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      containers:
        - name: app
          resources:
            limits: {memory: 256Mi} # measured
`,
  }),
};

function adopt(live: LiveValue): string[] {
  return diffLines(files, adoptValue(files, production, live).files);
}

describe('adoptValue', () => {
  it.each<[string, LiveValue, string[]]>([
    [
      'where a patch of the overlay sets it',
      {
        ...web,
        path: '.spec.template.spec.containers[?(@.name=="app")].resources.limits.memory',
        value: '512Mi',
      },
      [
        '-            limits: {memory: 256Mi} # measured',
        '+            limits: {memory: 512Mi} # measured',
      ],
    ],
    [
      'where the overlay counts replicas',
      { ...web, path: '.spec.replicas', value: 5 },
      ['-    count: 3', '+    count: 5'],
    ],
    [
      'where the overlay says the version of an image',
      {
        ...web,
        path: '.spec.template.spec.containers[?(@.name=="app")].image',
        value: 'registry.example/web:1.4.3',
      },
      ['-    newTag: 1.4.2 # ours', '+    newTag: 1.4.3 # ours'],
    ],
    [
      'in a patch that the overlay has, where only the base sets it',
      {
        ...web,
        path: '.spec.template.spec.containers[?(@.name=="app")].env[?(@.name=="REGION")].value',
        value: 'eu-west-1',
      },
      [
        '+          env:',
        '+            - name: REGION',
        '+              value: eu-west-1',
      ],
    ],
    [
      'in a patch of its own, of what nothing sets',
      {
        kind: 'HelmRelease',
        name: 'cache',
        path: '.spec.values["app.kubernetes.io/part-of"]',
        value: 'travel',
      },
      [
        '+  - path: cache-helmrelease.yaml',
        '+apiVersion: helm.toolkit.fluxcd.io/v2',
        '+kind: HelmRelease',
        '+metadata:',
        '+  name: cache',
        '+spec:',
        '+  values:',
        '+    app.kubernetes.io/part-of: travel',
      ],
    ],
    [
      'that it is gone',
      {
        ...web,
        path: '.spec.template.spec.containers[?(@.name=="app")].resources.limits.memory',
      },
      [
        '-            limits: {memory: 256Mi} # measured',
        '+            limits: {} # measured',
      ],
    ],
  ])('has an overlay say what a cluster has: %s', (_, live, diff) => {
    expect(adopt(live)).toEqual(diff);
  });

  it.each<[string, LiveValue, string]>([
    [
      'an object that the overlay does not make',
      { ...web, name: 'shop', path: '.spec.replicas', value: 2 },
      'apps/web/overlays/production makes no Deployment shop: change it by hand',
    ],
    [
      'an item that is not there',
      {
        ...web,
        path: '.spec.template.spec.containers[?(@.name=="mesh")].image',
        value: 'mesh:1',
      },
      'Deployment web has no item [?(@.name=="mesh")] in spec.template.spec.containers: add it by hand',
    ],
    [
      'another image than the one whose version is told',
      {
        ...web,
        path: '.spec.template.spec.containers[?(@.name=="app")].image',
        value: 'other.example/web:1.4.3',
      },
      '.spec.template.spec.containers[?(@.name=="app")].image of Deployment web cannot be set here alone: something else overrides it, or is set with it',
    ],
    [
      'a path that is no path',
      { ...web, path: 'spec..replicas', value: 1 },
      'the path spec..replicas is not understood',
    ],
    [
      'a secret',
      { kind: 'Secret', name: 'web', path: '.data.token', value: 'x' },
      'what a Secret holds is not written into Git: change it where it comes from',
    ],
  ])('refuses, and says why: %s', (_, live, message) => {
    expect(() => adopt(live)).toThrow(message);
  });

  it('changes nothing where Git says so already', () => {
    const live = { ...web, path: '.spec.replicas', value: 3 };
    expect(adopt(live)).toEqual([]);
  });
});
