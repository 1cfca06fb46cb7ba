import { claimFile } from './records';

/** Where claims of staging lie. */
export const folder = 'infrastructure/claims/staging';
export const file = `${folder}/staging-1.yaml`;
/** The repository as each test finds it. */
export const files = {
  [file]: claimFile('staging-1'),
  [`${folder}/kustomization.yaml`]: `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  # The first of them
  - staging-1.yaml
  - staging-3.yaml
`,
  [`${folder}/staging-3.yaml`]: claimFile('staging-3'),
  'README.md': '# The fleet\n',
};
