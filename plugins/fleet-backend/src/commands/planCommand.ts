import type { ApplicationAction } from '@fleetcommander/backstage-plugin-fleet-common';
import { reconcileArgocd } from './argocd/reconcileArgocd';
import { resumeArgocd } from './argocd/resumeArgocd';
import { suspendArgocd } from './argocd/suspendArgocd';
import type { Command, CommandPlan, CommandSubject } from './Command';
import { reconcileFlux } from './flux/reconcileFlux';
import { resumeFlux } from './flux/resumeFlux';
import { suspendFlux } from './flux/suspendFlux';

const commands: Record<string, Record<ApplicationAction, Command>> = {
  flux: {
    reconcile: reconcileFlux,
    suspend: suspendFlux,
    resume: resumeFlux,
  },
  argocd: {
    reconcile: reconcileArgocd,
    suspend: suspendArgocd,
    resume: resumeArgocd,
  },
};

/** What an action would do to an application. */
export function planCommand(
  action: ApplicationAction,
  subject: CommandSubject,
): CommandPlan {
  const { engine, kind } = subject.application;
  return (
    commands[engine]?.[action](subject) ?? {
      refused: `There is no way to ${action} a ${kind} of ${engine}.`,
    }
  );
}
