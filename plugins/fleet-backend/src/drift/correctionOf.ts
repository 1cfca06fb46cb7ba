import type {
  ApplicationRecord,
  DriftCorrection,
} from '@fleetcommander/backstage-plugin-fleet-node';

/** What of an application tells whether its engine corrects drift. */
export type Corrector = Pick<
  ApplicationRecord,
  | 'engine'
  | 'kind'
  | 'state'
  | 'suspended'
  | 'automated'
  | 'intervalSeconds'
  | 'drift'
>;

const units: [name: string, seconds: number][] = [
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** Whether what somebody changed on the cluster will be undone, and by whom. */
export function correctionOf(application: Corrector): DriftCorrection {
  if (application.suspended) {
    return {
      expected: false,
      reason: 'Nobody corrects it: the application is suspended.',
    };
  }
  switch (application.kind) {
    case 'Kustomization':
      return byFlux(application);
    case 'HelmRelease':
      return byHelm(application);
    case 'Application':
      return byArgocd(application);
    default:
      return {
        expected: false,
        reason: `It is not known whether ${application.engine} corrects it.`,
      };
  }
}

function byFlux(application: Corrector): DriftCorrection {
  return application.state === 'failing'
    ? {
        expected: false,
        by: 'Flux',
        reason:
          'Flux would undo it, and cannot apply the application at present.',
      }
    : {
        expected: true,
        by: 'Flux',
        reason: `Flux will undo it when it reconciles next${every(
          application,
        )}.`,
      };
}

function byHelm(application: Corrector): DriftCorrection {
  switch (application.drift?.driftDetection) {
    case 'enabled':
      return byFlux(application);
    case 'warn':
      return {
        expected: false,
        reason:
          'Nobody corrects it: drift detection of the HelmRelease only warns.',
      };
    default:
      return {
        expected: false,
        reason:
          'Nobody corrects it before the next upgrade: drift detection of the HelmRelease is off.',
      };
  }
}

function byArgocd({ automated, drift }: Corrector): DriftCorrection {
  if (!automated) {
    return {
      expected: false,
      reason: 'Nobody corrects it: auto-sync is off.',
    };
  }
  return drift?.selfHeal
    ? {
        expected: true,
        by: 'Argo CD',
        reason: 'Argo CD will undo it: self-heal is on.',
      }
    : {
        expected: false,
        reason:
          'Nobody corrects it before Git changes: auto-sync is on and self-heal is off.',
      };
}

function every({ intervalSeconds }: Corrector): string {
  if (!intervalSeconds) {
    return '';
  }
  const [unit, seconds] = units.find(
    ([, length]) => intervalSeconds >= length,
  ) ?? ['second', 1];
  const count = Number((intervalSeconds / seconds).toFixed(1));
  return count === 1 ? `, every ${unit}` : `, every ${count} ${unit}s`;
}
