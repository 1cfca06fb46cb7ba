import type { ApplicationAction } from '@fleetcommander/backstage-plugin-fleet-common';

/** What a button does, said before it does it. @public */
export interface ActionWords {
  title: string;
  effect: string;
  undo: string;
}

const anyEngine: Record<ApplicationAction, ActionWords> = {
  reconcile: {
    title: 'Reconcile',
    effect:
      'The engine looks at Git and at the cluster again now, instead of at its next turn. A Flux object applies what it finds; Argo CD compares, and syncs only where automatic sync is on.',
    undo: 'Nothing has to be undone: Git stays as it is.',
  },
  suspend: {
    title: 'Suspend',
    effect:
      'The engine stops to apply what Git says. What runs keeps running, and nobody corrects drift until it is resumed. Argo CD has no suspend: its automatic sync is turned off.',
    undo: 'Resume lets the engine go on; it then applies what Git says at that time.',
  },
  resume: {
    title: 'Resume',
    effect:
      'The engine applies what Git says again, beginning now: everything that was merged or changed by hand in the meantime.',
    undo: 'Suspend stops the engine again; what it has applied by then stays applied.',
  },
};

const byEngine: Record<string, Partial<Record<ApplicationAction, string>>> = {
  flux: {
    reconcile: 'Flux fetches the source and applies it now.',
    suspend:
      'Flux stops to apply what Git says. What runs keeps running, and nobody corrects drift until it is resumed.',
    resume:
      'Flux applies what Git says again, beginning now: everything that was merged or changed by hand in the meantime.',
  },
  argocd: {
    reconcile:
      'Argo CD compares Git and cluster now. It syncs only where automatic sync is on.',
    suspend:
      'Argo CD has no suspend: its automatic sync is turned off. What runs keeps running; a person can still sync by hand.',
    resume:
      'Automatic sync is turned on again: Argo CD applies everything that was merged in the meantime.',
  },
};

/**
 * The words for one engine, or for whatever engines a list holds.
 *
 * @public
 */
export function actionWords(
  action: ApplicationAction,
  engine?: string,
): ActionWords {
  const words = anyEngine[action];
  return {
    ...words,
    effect: byEngine[engine ?? '']?.[action] ?? words.effect,
  };
}
