import {
  ErrorNotice,
  InternalLink,
  Muted,
  Section,
  Skeleton,
  Stack,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useLocation } from 'react-router-dom';
import { CompactPipeline } from './CompactPipeline';
import { useEntityPipelines } from './useEntityPipelines';

/** What each stage of a Component runs, in a line each, and what is on its way. */
export function EntityPromotionCard() {
  const { pathname } = useLocation();
  const { value, error, refresh } = useEntityPipelines();
  return (
    <Section
      title="Promotion"
      action={
        value &&
        value.items.length > 0 && (
          <InternalLink to={`${pathname.replace(/\/$/, '')}/promotion`}>
            Gates and way back
          </InternalLink>
        )
      }
    >
      {error && (
        <ErrorNotice error={error} what="the pipelines" onRetry={refresh} />
      )}
      {!value && !error && (
        <Skeleton rows={3} label="Loading what each stage runs" />
      )}
      {value?.items.length === 0 && (
        <Muted>No application in Git says that it belongs to it.</Muted>
      )}
      <Stack>
        {value?.items.map(pipeline => (
          <CompactPipeline key={pipeline.id} pipeline={pipeline} />
        ))}
      </Stack>
    </Section>
  );
}
