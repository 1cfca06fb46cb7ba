/** Paths of the lists of policy reports. */
export const reportLists = [
  '/apis/wgpolicyk8s.io/v1alpha2/policyreports?limit=500',
];
