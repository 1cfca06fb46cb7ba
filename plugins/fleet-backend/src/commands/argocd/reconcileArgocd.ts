import { annotate } from '../annotate';
import type { CommandPlan, CommandSubject } from '../Command';
import { isAutomated } from './automation';

/** Asks Argo CD to compare again now. */
export function reconcileArgocd(subject: CommandSubject): CommandPlan {
  return {
    message: 'Argo CD compares the cluster with Git now.',
    warnings: isAutomated(subject)
      ? []
      : [
          'A refresh is not a sync: auto-sync is off, so that a difference shows and stays.',
        ],
    patches: [
      annotate(subject.application, {
        'argocd.argoproj.io/refresh': 'normal',
      }),
    ],
  };
}
