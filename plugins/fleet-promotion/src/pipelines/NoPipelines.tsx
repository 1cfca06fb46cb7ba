import { EmptyState } from '@fleetcommander/backstage-plugin-fleet-react';
import { usePromotionPaths } from '../usePromotionPaths';

/** Teaches where pipelines come from. */
export function NoPipelines() {
  const paths = usePromotionPaths();
  return (
    <EmptyState
      title="No pipelines"
      description="Every application that a repository of fleet.git.repositories has overlays of would be here, with what each of its stages runs: the layout of the repository says where they are. You see those whose applications you may see."
      action={{
        title: 'Create an application',
        to: paths.template('app-overlay'),
      }}
    />
  );
}
