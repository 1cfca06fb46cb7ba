/** A repository with three clusters, as teams that deliver with Flux and Argo CD have it. */
export const fleetFiles = {
  'README.md': '# The fleet\n',
  'clusters/dev-1/kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  # What every cluster has
  - infrastructure.yaml
  - search.yaml
`,
  'clusters/dev-1/infrastructure.yaml': 'a: 1\n',
  'clusters/dev-1/search.yaml': `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: search, namespace: flux-system }
spec:
  sourceRef: { kind: GitRepository, name: fleet }
`,
  'clusters/prod-1/infrastructure.yaml': 'a: 1\n',
  'clusters/prod-2/kustomization.yaml': 'resources: [infrastructure.yaml]\n',
  'clusters/prod-2/infrastructure.yaml': 'a: 1\n',
  'clusters/hub/infrastructure.yaml': 'a: 1\n',
};
