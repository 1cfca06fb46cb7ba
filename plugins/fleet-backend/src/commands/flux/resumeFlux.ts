import { annotate } from '../annotate';
import type { CommandPlan, CommandSubject } from '../Command';
import { isSuspended } from './isSuspended';
import { parentWarning } from './parentWarning';

/** Lets Flux reconcile an application again. */
export function resumeFlux(subject: CommandSubject): CommandPlan {
  const { application } = subject;
  if (!isSuspended(subject)) {
    return {
      refused: `${application.kind} ${application.name} is not suspended.`,
    };
  }
  return {
    message: 'Flux reconciles it again, at once.',
    warnings: parentWarning(application),
    patches: [annotate(application, {}, { suspend: false })],
  };
}
