import { Files } from '../Files';

interface Layout {
  files: Files;
  folder: string;
  /** Of each object by `kind/namespace/name`, something that the layout is about. */
  built: Record<string, object>;
}

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels: {tier: front}
spec:
  replicas: 2
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
    spec:
      serviceAccountName: web
      initContainers:
        - {name: migrate, image: registry.example.org/web-tools:7}
      containers:
        - name: web
          image: registry.example.org/web:1.4.2
          env:
            - {name: LEVEL, value: info}
            - name: REGION
              valueFrom: {configMapKeyRef: {name: settings, key: REGION}}
          envFrom:
            - configMapRef: {name: settings}
            - secretRef: {name: token}
          ports:
            - {containerPort: 8080}
        - {name: proxy, image: "registry.example.org:5000/proxy@sha256:0123"}
`;

const others = `apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  selector: {app: web}
  ports: [{port: 80}]
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: web}
---
# Nothing here.
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec:
  rules:
    - host: web.example.org
      http:
        paths:
          - {path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
`;

const base: Files = {
  'apps/web/base/kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources: [deployment.yaml, others.yaml]
configMapGenerator:
  - name: settings
    literals: [REGION=none, "GREETING=<hello>"]
secretGenerator:
  - name: token
    literals: [value=not-a-secret]
`,
  'apps/web/base/deployment.yaml': deployment,
  'apps/web/base/others.yaml': others,
};

const overlay = 'apps/web/overlays/prod';

function overBase(kustomization: string, more: Files = {}): Files {
  return {
    ...base,
    [`${overlay}/kustomization.yaml`]: `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - ../../base
${kustomization}`,
    ...more,
  };
}

const unchanged = {
  'Service//web': {},
  'ServiceAccount//web': {},
  'ConfigMap//settings-bkff7f7cc5': {},
  'Secret//token-d7965bth6f': {},
};

function containers(...images: string[]) {
  return {
    spec: {
      template: {
        spec: {
          containers: images.map(image => expect.objectContaining({ image })),
        },
      },
    },
  };
}

export const layouts: Record<string, Layout> = {
  images: {
    folder: overlay,
    files: overBase(`images:
  - {name: registry.example.org/web, newTag: 1.5.0}
  - {name: registry.example.org/web-tools, newName: mirror.example.org/tools, digest: "sha256:4567"}
  - {name: "registry.example.org:5000/proxy", newTag: "2.0"}
`),
    built: {
      ...unchanged,
      'Ingress//web': {},
      'Deployment//web': containers(
        'registry.example.org/web:1.5.0',
        'registry.example.org:5000/proxy:2.0',
      ),
    },
  },
  'a merge and operations, in files and in place': {
    folder: overlay,
    files: overBase(
      `patchesStrategicMerge: [image.yaml]
patches:
  - path: replicas.yaml
    target: {kind: Deploy.*, labelSelector: "tier in (front)"}
  - patch: |-
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec: {type: LoadBalancer}
  - patch: |-
      $patch: delete
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: web}
`,
      {
        [`${overlay}/image.yaml`]: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    spec:
      initContainers:
        - {name: migrate, $patch: delete}
      containers:
        - name: web
          image: registry.example.org/web:1.5.0
          env: [{name: LEVEL, value: debug}, {name: MORE, value: "1"}]
`,
        [`${overlay}/replicas.yaml`]: `- {op: replace, path: /spec/replicas, value: 6}
- {op: add, path: /metadata/labels/team~1name, value: travel}
`,
      },
    ),
    built: {
      ...unchanged,
      'Deployment//web': {
        metadata: { labels: { 'team/name': 'travel' } },
        spec: { replicas: 6 },
      },
      'Service//web': { spec: { type: 'LoadBalancer' } },
    },
  },
  'names, a namespace, labels and replicas': {
    folder: overlay,
    files: overBase(`namespace: shop
namePrefix: blue-
nameSuffix: -eu
commonAnnotations: {team: travel}
labels:
  - pairs: {environment: production}
    includeTemplates: true
  - pairs: {color: blue}
    includeSelectors: true
replicas:
  - {name: web, count: 9}
configMapGenerator:
  - name: settings
    behavior: merge
    literals: [REGION=eu-west-1]
`),
    built: {
      'Deployment/shop/blue-web-eu': {
        spec: {
          replicas: 9,
          selector: { matchLabels: { app: 'web', color: 'blue' } },
          template: { spec: { serviceAccountName: 'blue-web-eu' } },
        },
      },
      'Service/shop/blue-web-eu': {
        spec: { selector: { app: 'web', color: 'blue' } },
      },
      'ServiceAccount/shop/blue-web-eu': {},
      'Ingress/shop/blue-web-eu': {
        spec: {
          rules: [
            {
              http: {
                paths: [{ backend: { service: { name: 'blue-web-eu' } } }],
              },
            },
          ],
        },
      },
      'ConfigMap/shop/blue-settings-eu-8578gdf7gt': {
        data: { GREETING: '<hello>', REGION: 'eu-west-1' },
      },
      'Secret/shop/blue-token-eu-d7965bth6f': {},
    },
  },
  'components and replacements': {
    folder: overlay,
    files: overBase(
      `components:
  - ../../../../components/canary
configMapGenerator:
  - name: versions
    literals: [web=1.5.0]
    options: {disableNameSuffixHash: true, labels: {kind: versions}}
  - name: files
    files: [config.toml, other=config.toml]
generatorOptions:
  disableNameSuffixHash: true
replacements:
  - source: {kind: ConfigMap, name: versions, fieldPath: data.web}
    targets:
      - select: {kind: Deployment, name: web}
        fieldPaths: ["spec.template.spec.containers.[name=web].image"]
        options: {delimiter: ":", index: 1}
      - select: {kind: Service}
        fieldPaths: ["metadata.annotations.[example.org/version]"]
        options: {create: true}
`,
      {
        [`${overlay}/config.toml`]: 'a = 1\n',
        'components/canary/kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
resources: [canary.yaml]
patches:
  - target: {kind: Deployment}
    patch: |-
      - op: remove
        path: /spec/replicas
`,
        'components/canary/canary.yaml': `apiVersion: flagger.app/v1beta1
kind: Canary
metadata: {name: web}
spec:
  targetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
`,
      },
    ),
    built: {
      ...unchanged,
      'Ingress//web': {},
      'Canary//web': {},
      'ConfigMap//versions': {
        metadata: { labels: { kind: 'versions' } },
      },
      'ConfigMap//files': {
        data: { 'config.toml': 'a = 1\n', other: 'a = 1\n' },
      },
      'Service//web': {
        metadata: { annotations: { 'example.org/version': '1.5.0' } },
      },
      'Deployment//web': containers(
        'registry.example.org/web:1.5.0',
        'registry.example.org:5000/proxy@sha256:0123',
      ),
    },
  },
  'a folder of a region, with what the regions share': {
    folder: `${overlay}/eu-west-1`,
    files: {
      ...base,
      [`${overlay}/eu-west-1/kustomization.yaml`]: `resources:
  - canary.yaml
  - ../../../base
images: [{name: registry.example.org/web, newTag: "3"}]
patches:
  - patch: |-
      apiVersion: flagger.app/v1beta1
      kind: Canary
      metadata: {name: web}
      spec: {analysis: {steps: [3], metrics: null}}
`,
      [`${overlay}/eu-west-1/canary.yaml`]: `apiVersion: flagger.app/v1beta1
kind: Canary
metadata: {name: web}
spec: {analysis: {steps: [1, 2], metrics: [{name: errors}]}}
`,
    },
    built: {
      ...unchanged,
      'Ingress//web': {},
      'Canary//web': { spec: { analysis: { steps: [3] } } },
      'Deployment//web': containers(
        'registry.example.org/web:3',
        'registry.example.org:5000/proxy@sha256:0123',
      ),
    },
  },
};
