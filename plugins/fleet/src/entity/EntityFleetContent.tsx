import {
  ErrorNotice,
  FleetContent,
  Section,
  Skeleton,
  StageRow,
  useUrlState,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { ApplicationDrawer } from '../application/ApplicationDrawer';
import { CanaryList } from '../application/CanaryList';
import { WorkloadTable } from '../application/WorkloadTable';
import { PlatformSections } from '../platform/PlatformSections';
import { AnnotationProblems } from './AnnotationProblems';
import { EntityApplications } from './EntityApplications';
import { NothingLinked } from './NothingLinked';
import { PromotionLink } from './PromotionLink';
import { RecentTransitions } from './RecentTransitions';
import { stagesOf } from './stagesOf';
import { useEntityView } from './useEntityView';
import { worstFirst } from './worstFirst';

/** Where does my service run, at what version, and is it well? */
export function EntityFleetContent() {
  const { value: view, error, refresh } = useEntityView();
  const [open, setOpen] = useUrlState('application');

  if (!view) {
    return (
      <FleetContent tab>
        {error ? (
          <ErrorNotice error={error} what="the fleet" onRetry={refresh} />
        ) : (
          <Skeleton rows={8} label="Loading where it runs" />
        )}
      </FleetContent>
    );
  }
  const { transitions, problems, clusters } = view;
  const underWay = worstFirst(
    view.canaries.filter(({ state }) => state !== 'healthy'),
    clusters,
  );
  const applications = worstFirst(view.applications, clusters);
  const workloads = worstFirst(view.workloads, clusters);

  return (
    <FleetContent tab>
      {error && (
        <ErrorNotice error={error} what="the fleet" onRetry={refresh} />
      )}
      <AnnotationProblems problems={problems} />
      {applications.length + workloads.length === 0 ? (
        <NothingLinked />
      ) : (
        <>
          <PromotionLink />
          <StageRow
            stages={stagesOf(view, application => setOpen(application.id))}
          />
          <Section
            title="Delivered by"
            subtitle="Each opens to its sources, what it owns and its live YAML"
            flush
          >
            <EntityApplications
              applications={applications}
              onOpen={application => setOpen(application.id)}
              onDone={refresh}
            />
          </Section>
          <Section
            title="Runs"
            subtitle="Each opens to its pods and events"
            flush
          >
            <WorkloadTable workloads={workloads} />
          </Section>
          {underWay.length > 0 && (
            <Section
              title="New versions on trial"
              subtitle="Those that wait, were given up or get part of the traffic"
              flush
            >
              <CanaryList canaries={underWay} />
            </Section>
          )}
          <PlatformSections page="entity" scope={`entity=${view.entityRef}`} />
          <RecentTransitions transitions={transitions} />
        </>
      )}
      <ApplicationDrawer id={open} onClose={() => setOpen(undefined)} />
    </FleetContent>
  );
}
