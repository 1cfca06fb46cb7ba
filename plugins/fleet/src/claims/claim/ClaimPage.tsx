import {
  ErrorNotice,
  FleetContent,
  InternalLink,
  Section,
  Skeleton,
  StepLine,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useParams } from 'react-router-dom';
import { useFleetPaths } from '../../useFleetPaths';
import { ClaimStory } from './ClaimStory';
import { ClaimTabs } from './ClaimTabs';
import { WhatWasAsked } from './WhatWasAsked';

/** How far is it, and what is wrong? */
export function ClaimPage() {
  const { id = '' } = useParams();
  const paths = useFleetPaths();
  const {
    value: detail,
    error,
    refresh,
  } = useFleet((api, signal) => api.claims.get(id, { signal }), [id]);
  const shown = detail?.claim.id === id ? detail : undefined;

  return (
    <FleetContent>
      <InternalLink to={paths.provisioning}>← Provisioning</InternalLink>
      {error && (
        <ErrorNotice error={error} what="the claims" onRetry={refresh} />
      )}
      {!shown && !error && <Skeleton rows={10} label="Loading the claim" />}
      {shown && (
        <>
          <ClaimStory claim={shown.claim} />
          <Section title="Steps">
            <StepLine steps={shown.steps} />
          </Section>
          <WhatWasAsked detail={shown} />
          <ClaimTabs key={id} detail={shown} />
        </>
      )}
    </FleetContent>
  );
}
