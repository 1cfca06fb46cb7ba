import { KubernetesObject } from '../../types';

interface Observed {
  version?: string;
  masterVersion?: string;
  currentKubernetesVersion?: string;
}

/** The minor version that a control plane runs, as its cloud says; undefined before it is there. */
export function runningVersion(
  controlPlane: KubernetesObject | undefined,
): string | undefined {
  const { atProvider = {} } = (controlPlane?.status ?? {}) as {
    atProvider?: Observed;
  };
  const { version, masterVersion, currentKubernetesVersion } = atProvider;
  return /^\d+\.\d+/.exec(
    version ?? masterVersion ?? currentKubernetesVersion ?? '',
  )?.[0];
}
