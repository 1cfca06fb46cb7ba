import { minorsAhead, minorVersion } from '../claims/offers/minorVersion';
import type { ReadinessCheck } from './ReadinessCheck';
import { toItems } from './toItems';

/**
 * The newest minor version of Kubernetes that a minor version of an engine is made for, as its makers say.
 *
 * - Flux: https://fluxcd.control-plane.io/releases
 * - Kyverno: https://kyverno.io/docs/installation/releases
 * - cert-manager: https://cert-manager.io/docs/releases
 */
const newest: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  flux: {
    '2.3': '1.30',
    '2.4': '1.32',
    '2.5': '1.33',
    '2.7': '1.35',
    '2.8': '1.35',
    '2.10': '1.37',
  },
  kyverno: {
    '1.16': '1.34',
    '1.17': '1.35',
    '1.18': '1.35',
    '1.19': '1.35',
  },
  'cert-manager': { '1.18': '1.33', '1.19': '1.35', '1.20': '1.35' },
};

/** Parts of Kubernetes itself. */
const builtIn = ['admission', 'kubernetes'];

/** Engines whose makers do not say that they work with the next version. */
export const engineSupport: ReadinessCheck = {
  id: 'engines',
  title: 'Engines',
  async run({ cluster, next }) {
    const engines = cluster.engines
      .filter(({ name, installed }) => installed && !builtIn.includes(name))
      .map(({ name, version }) => {
        const minor = minorVersion(version);
        const upTo = minor && newest[name]?.[minor];
        const title = version ? `${name} ${version}` : name;
        if (!upTo) {
          return {
            title,
            summary: `is not known to be made for ${next}; see its release notes`,
            state: 'unknown' as const,
          };
        }
        return minorsAhead(upTo, next) > 0
          ? {
              title,
              summary: `is made for Kubernetes up to ${upTo}: upgrade it first`,
              state: 'degraded' as const,
            }
          : {
              title,
              summary: `is made for ${next} as well`,
              state: 'healthy' as const,
            };
      });
    const old = engines.filter(({ state }) => state === 'degraded').length;
    const unknown = engines.filter(({ state }) => state === 'unknown').length;
    return {
      state: (old > 0 && 'degraded') || (unknown > 0 && 'unknown') || 'healthy',
      summary:
        (old > 0 &&
          `${old} of ${engines.length} engines are too old for ${next}`) ||
        (unknown > 0 &&
          `Of ${unknown} of ${engines.length} engines it is not known whether they work with ${next}`) ||
        `All ${engines.length} engines are made for ${next}`,
      items: toItems(engines),
    };
  },
};
