const directory = '/var/run/secrets/kubernetes.io/serviceaccount';

/** Where a pod finds its service account. */
export const inClusterFiles = {
  token: `${directory}/token`,
  ca: `${directory}/ca.crt`,
};
