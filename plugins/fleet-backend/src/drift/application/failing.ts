import type { DriftDetector } from '@fleetcommander/backstage-plugin-fleet-node';

/** The engine cannot apply. */
export const failing: DriftDetector = {
  name: 'failing',
  detectApplication({ application }) {
    const { state, summary, since, engine } = application;
    const by = engine === 'argocd' ? 'Argo CD' : 'Flux';
    return state === 'failing'
      ? [
          {
            kind: 'failing',
            key: '',
            summary: `${by}: ${summary.replace(/\.$/, '')}.`,
            since,
            correction: {
              expected: false,
              reason:
                'It stays until its cause is mended: trying again alone does not help.',
            },
            remedy:
              'Mend what the message names, most often in Git; then reconcile the application.',
          },
        ]
      : [];
  },
};
