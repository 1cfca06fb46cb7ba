import type { LoggerService } from '@backstage/backend-plugin-api';
import type { PromotionPlan } from '@fleetcommander/backstage-plugin-fleet-common';

/** Writes what a plan says into the log of a task. */
export function tellPlan(logger: LoggerService, plan: PromotionPlan): void {
  const { moves, notMoved, waves, wave, risk, gates, enforcement } = plan;
  for (const { summary, region } of moves) {
    logger.info(region ? `${summary} (${region})` : summary);
  }
  for (const line of notMoved) {
    logger.info(`Stays as it is: ${line}`);
  }
  if (wave !== undefined && waves.length > 1) {
    logger.info(
      `This is wave ${wave + 1} of ${waves.length}: ${waves[wave]?.title}`,
    );
  }
  logger.info(risk.summary);
  for (const { title, state, summary } of gates) {
    logger.info(`${title}: ${state}. ${summary}`);
  }
  if (gates.length > 0 && enforcement !== 'required') {
    logger.warn(
      {
        unknown:
          'Whether the branch demands that the gates are open is not known',
        'required-of-another':
          'The branch demands the commit status of the gates from another App: require it from the App of the integration',
        forgeable:
          'The branch demands that the gates are open, and takes that from whoever may push: require their commit status from the App of the integration alone',
        'not-required':
          'The branch does not demand that the gates are open: require their commit status there',
      }[enforcement],
    );
  }
  for (const line of plan.asks) {
    logger.info(line);
  }
  for (const line of plan.warnings) {
    logger.warn(line);
  }
}
