import { annotate } from '../annotate';
import type { CommandPlan, CommandSubject } from '../Command';
import { AUTOMATED_BEFORE, automatedOf, isAutomated } from './automation';
import { parentWarning } from './parentWarning';
import { refuseGenerated } from './refuseGenerated';

/** Turns auto-sync off, the nearest that Argo CD has to suspending, and remembers what it was. */
export function suspendArgocd(subject: CommandSubject): CommandPlan {
  const { application } = subject;
  const refused = refuseGenerated(application);
  if (refused) {
    return refused;
  }
  if (!isAutomated(subject)) {
    return {
      refused: `Auto-sync of Application ${application.name} is off already.`,
    };
  }
  return {
    message:
      'Argo CD has no suspend, so auto-sync is turned off: changes in Git do not arrive and drift is not corrected until it is resumed.',
    warnings: parentWarning(application),
    patches: [
      annotate(
        application,
        { [AUTOMATED_BEFORE]: JSON.stringify(automatedOf(subject)) },
        { syncPolicy: { automated: null } },
      ),
    ],
  };
}
