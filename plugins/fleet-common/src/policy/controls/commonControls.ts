import { libraryPolicies, type PolicyControl } from './PolicyControl';

/** Well-known controls that are not of the Pod Security Standards. */
export const commonControls: readonly PolicyControl[] = [
  {
    id: 'requests-and-limits',
    title: 'Requests and limits are set',
    description: 'Containers say what they need, and how much they may take.',
    policies: libraryPolicies({
      kyverno: {
        'require-requests-limits': 'best-practices/require-pod-requests-limits',
      },
      gatekeeper: {
        K8sRequiredResources: 'general/containerresources',
        K8sContainerLimits: 'general/containerlimits',
        K8sContainerRequests: 'general/containerrequests',
      },
      trivy: ['KSV011', 'KSV015', 'KSV016', 'KSV018'],
    }),
  },
  {
    id: 'latest-tag',
    title: 'No latest tag',
    description: 'Images name a version that does not move.',
    policies: libraryPolicies({
      kyverno: { 'disallow-latest-tag': 'best-practices/disallow-latest-tag' },
      gatekeeper: { K8sDisallowedTags: 'general/disallowedtags' },
      trivy: ['KSV013'],
    }),
  },
  {
    id: 'image-digests',
    title: 'Images by digest',
    description: 'Images are named by their digest.',
    policies: libraryPolicies({
      kyverno: { 'require-image-checksum': 'other/require-image-checksum' },
      gatekeeper: { K8sImageDigests: 'general/imagedigests' },
    }),
  },
  {
    id: 'image-registries',
    title: 'Known registries only',
    description: 'Images come from registries that the organisation allows.',
    policies: libraryPolicies({
      kyverno: {
        'restrict-image-registries': 'best-practices/restrict-image-registries',
      },
      gatekeeper: {
        K8sAllowedRepos: 'general/allowedrepos',
        K8sAllowedReposv2: 'general/allowedreposv2',
      },
    }),
  },
  {
    id: 'image-signatures',
    title: 'Images are signed',
    description: 'Images carry a signature that is verified.',
    policies: libraryPolicies({
      kyverno: {
        'verify-image': 'other/verify-image',
        'verify-image-slsa': 'other/verify-image-slsa',
      },
    }),
  },
  {
    id: 'required-labels',
    title: 'Labels are set',
    description: 'Objects carry the labels that the organisation asks for.',
    policies: libraryPolicies({
      kyverno: { 'require-labels': 'best-practices/require-labels' },
      gatekeeper: { K8sRequiredLabels: 'general/requiredlabels' },
    }),
  },
  {
    id: 'probes',
    title: 'Probes are set',
    description: 'Containers have liveness and readiness probes.',
    policies: libraryPolicies({
      kyverno: { 'require-pod-probes': 'best-practices/require-probes' },
      gatekeeper: { K8sRequiredProbes: 'general/requiredprobes' },
    }),
  },
  {
    id: 'read-only-root',
    title: 'Read-only root filesystem',
    description: 'Containers cannot write to their image.',
    policies: libraryPolicies({
      kyverno: { 'require-ro-rootfs': 'best-practices/require-ro-rootfs' },
      gatekeeper: {
        K8sPSPReadOnlyRootFilesystem:
          'pod-security-policy/read-only-root-filesystem',
      },
      trivy: ['KSV014'],
    }),
  },
  {
    id: 'default-namespace',
    title: 'Nothing in the default namespace',
    description: 'Workloads have namespaces of their own.',
    policies: libraryPolicies({
      kyverno: {
        'disallow-default-namespace':
          'best-practices/disallow-default-namespace',
      },
    }),
  },
  {
    id: 'node-ports',
    title: 'No NodePort Services',
    description: 'Services open no ports on nodes.',
    policies: libraryPolicies({
      kyverno: { 'restrict-nodeport': 'best-practices/restrict-node-port' },
      gatekeeper: { K8sBlockNodePort: 'general/block-nodeport-services' },
    }),
  },
  {
    id: 'load-balancers',
    title: 'No LoadBalancer Services',
    description: 'Services order no load balancers of the cloud.',
    policies: libraryPolicies({
      kyverno: { 'no-loadbalancer-service': 'other/restrict-loadbalancer' },
      gatekeeper: {
        K8sBlockLoadBalancer: 'general/block-loadbalancer-services',
      },
    }),
  },
  {
    id: 'external-ips',
    title: 'Known external IPs only',
    description: 'Services take no external IPs that were not allowed.',
    policies: libraryPolicies({
      kyverno: {
        'restrict-external-ips': 'best-practices/restrict-service-external-ips',
      },
      gatekeeper: { K8sExternalIPs: 'general/externalip' },
    }),
  },
  {
    id: 'ingress-hosts',
    title: 'Unique ingress hosts',
    description: 'No two Ingresses claim the same host.',
    policies: libraryPolicies({
      kyverno: {
        'unique-ingress-host-and-path': 'other/unique-ingress-host-and-path',
      },
      gatekeeper: { K8sUniqueIngressHost: 'general/uniqueingresshost' },
    }),
  },
  {
    id: 'ingress-wildcards',
    title: 'No wildcard ingress hosts',
    description: 'Ingresses name the hosts that they serve.',
    policies: libraryPolicies({
      kyverno: {
        'restrict-ingress-wildcard': 'other/restrict-ingress-wildcard',
        'disallow-empty-ingress-host':
          'best-practices/disallow-empty-ingress-host',
      },
      gatekeeper: {
        K8sBlockWildcardIngress: 'general/block-wildcard-ingress',
      },
    }),
  },
  {
    id: 'service-account-tokens',
    title: 'No service account token by default',
    description:
      'Pods that do not speak to the API server hold no token for it.',
    policies: libraryPolicies({
      kyverno: {
        'restrict-automount-sa-token': 'other/restrict-automount-sa-token',
      },
      gatekeeper: {
        K8sPSPAutomountServiceAccountTokenPod:
          'general/automount-serviceaccount-token',
      },
      trivy: ['KSV036'],
    }),
  },
  {
    id: 'replicas',
    title: 'More than one replica',
    description: 'What people depend on survives the loss of a pod.',
    policies: libraryPolicies({
      kyverno: {
        'deployment-has-multiple-replicas':
          'other/require-deployments-have-multiple-replicas',
      },
      gatekeeper: { K8sReplicaLimits: 'general/replicalimits' },
    }),
  },
  {
    id: 'disruption-budgets',
    title: 'PodDisruptionBudgets are right',
    description: 'Draining a node takes down no service, and is not blocked.',
    policies: libraryPolicies({
      kyverno: { 'require-pdb': 'other/require-pdb' },
      gatekeeper: { K8sPodDisruptionBudget: 'general/poddisruptionbudget' },
    }),
  },
];
