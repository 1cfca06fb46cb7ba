import { annotate } from '../annotate';
import type { CommandPlan, CommandSubject } from '../Command';
import { isSuspended } from './isSuspended';

const REQUESTED_AT = 'reconcile.fluxcd.io/requestedAt';

/** Asks Flux to fetch the sources and to apply them now. */
export function reconcileFlux(subject: CommandSubject): CommandPlan {
  const { application, sources, now } = subject;
  if (isSuspended(subject)) {
    return {
      refused: `${application.kind} ${application.name} is suspended, so Flux would ignore the request: resume it first.`,
    };
  }
  const requestedAt = { [REQUESTED_AT]: now.toISOString() };
  const followed = sources.filter(source => !source.suspended);
  return {
    message: 'Flux fetches the source and applies it now.',
    warnings: sources
      .filter(source => source.suspended)
      .map(
        ({ kind, name }) =>
          `${kind} ${name} is suspended: what was fetched last is applied again, and nothing newer.`,
      ),
    patches: [...followed, application].map(object =>
      annotate(object, requestedAt),
    ),
  };
}
