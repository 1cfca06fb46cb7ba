import type { OverlayFiles } from '../Overlay';

/** The base of an application with a Deployment of two containers, and a release of a chart. */
export function webBase(folder: string): OverlayFiles {
  return {
    [`${folder}/kustomization.yaml`]: `resources:
  - deployment.yaml
  - release.yaml
`,
    [`${folder}/deployment.yaml`]: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 1
  template:
    spec:
      containers:
        - name: app
          image: registry.example/web:1.0.0
          env:
            - name: REGION
              value: none
        - name: proxy
          image: envoy:1.30.1
`,
    [`${folder}/release.yaml`]: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: cache
spec:
  chart:
    spec:
      chart: redis
      version: 18.0.0
  values:
    image:
      repository: registry.example/redis
      tag: "7.2"
`,
  };
}

/** The files of a folder. */
export function inFolder(
  folder: string,
  files: OverlayFiles,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]),
  );
}

/** An overlay that says which version the image of the application has, and no more. */
export function byImages(tag: string, base = '../../base'): OverlayFiles {
  return {
    'kustomization.yaml': `resources:
  - ${base}
images:
  - name: registry.example/web
    newTag: ${tag}
`,
  };
}
