import {
  EmptyState,
  ErrorNotice,
  Section,
  Skeleton,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { AnnotationProblems } from './AnnotationProblems';
import { CompactStages } from './CompactStages';
import { stagesOf } from './stagesOf';
import { useEntityView } from './useEntityView';

/** Where the entity runs, in short. */
export function EntityFleetCard() {
  const { value: view, error, refresh } = useEntityView();

  return (
    <Section title="Fleet">
      {error && (
        <ErrorNotice error={error} what="the fleet" onRetry={refresh} />
      )}
      {!view && !error && <Skeleton rows={3} label="Loading where it runs" />}
      {view && <AnnotationProblems problems={view.problems} />}
      {view && view.clusters.length === 0 && (
        <EmptyState
          title="Runs nowhere that you may see"
          description="The Fleet tab says how to link it."
        />
      )}
      {view && view.clusters.length > 0 && (
        <CompactStages stages={stagesOf(view)} />
      )}
    </Section>
  );
}
