import { Canary } from '../flagger/Canary';
import { Stage, Step } from './Stage';

const usual = 'bookings';

/** The release of an application that Flagger tries, or tries next, answers with errors. */
export const breakCanary: Step = (stage, application = usual) => {
  const released = releasedByFlagger(stage);
  if (!released.includes(application)) {
    throw new Error(
      `Flagger releases no "${application}"; it releases ${released.join(
        ', ',
      )}`,
    );
  }
  stage.fleet.metrics.worsen(application);
};

/** It answers well again. */
export const mendCanary: Step = ({ fleet }, application = usual) =>
  fleet.metrics.mend(application);

function releasedByFlagger({ clusters }: Stage): string[] {
  const canaries = [...clusters.values()].flatMap(
    cluster => cluster.list('flagger.app', 'canaries') as Canary[],
  );
  return [...new Set(canaries.map(({ spec }) => spec.targetRef.name))].sort();
}
