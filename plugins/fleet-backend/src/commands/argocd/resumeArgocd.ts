import { annotate } from '../annotate';
import type { CommandPlan, CommandSubject } from '../Command';
import { AUTOMATED_BEFORE, automatedBefore, isAutomated } from './automation';
import { parentWarning } from './parentWarning';
import { refuseGenerated } from './refuseGenerated';

/** Turns auto-sync on again, as it was before it was suspended. */
export function resumeArgocd(subject: CommandSubject): CommandPlan {
  const { application, object } = subject;
  const refused = refuseGenerated(application);
  if (refused) {
    return refused;
  }
  if (isAutomated(subject)) {
    return {
      refused: `Auto-sync of Application ${application.name} is on already.`,
    };
  }
  const automated = automatedBefore(subject);
  if (object && !automated) {
    return {
      refused: `Auto-sync of Application ${application.name} was not turned off here, so there is nothing to restore: set spec.syncPolicy.automated in Git.`,
    };
  }
  return {
    message: 'Argo CD syncs it by itself again, as it did before.',
    warnings: parentWarning(application),
    patches: [
      annotate(
        application,
        { [AUTOMATED_BEFORE]: null },
        { syncPolicy: { automated } },
      ),
    ],
  };
}
