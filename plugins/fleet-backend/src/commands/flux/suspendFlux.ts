import { annotate } from '../annotate';
import type { CommandPlan, CommandSubject } from '../Command';
import { isSuspended } from './isSuspended';
import { parentWarning } from './parentWarning';

/** Stops Flux from reconciling an application. */
export function suspendFlux(subject: CommandSubject): CommandPlan {
  const { application } = subject;
  if (isSuspended(subject)) {
    return {
      refused: `${application.kind} ${application.name} is suspended already.`,
    };
  }
  return {
    message:
      'Flux stops reconciling it: changes in Git do not arrive and drift is not corrected until it is resumed.',
    warnings: parentWarning(application),
    patches: [annotate(application, {}, { suspend: true })],
  };
}
