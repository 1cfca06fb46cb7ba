import {
  ErrorNotice,
  FleetContent,
  InternalLink,
  Section,
  Skeleton,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useParams } from 'react-router-dom';
import { usePromotionPaths } from '../usePromotionPaths';
import { EventSection } from './EventSection';
import { GateSection } from './GateSection';
import { PromotionStory } from './PromotionStory';
import { WaveSection } from './WaveSection';

/** How far is it, what does it wait for, and what is the way back? */
export function PromotionPage() {
  const { id = '' } = useParams();
  const paths = usePromotionPaths();
  const {
    value: detail,
    error,
    refresh,
  } = useFleet((api, signal) => api.promotions.get(id, { signal }), [id]);
  const shown = detail?.promotion.id === id ? detail : undefined;

  return (
    <FleetContent>
      <InternalLink to={paths.promotions}>← Promotions</InternalLink>
      {error && (
        <ErrorNotice error={error} what="the promotion" onRetry={refresh} />
      )}
      {!shown && !error && <Skeleton rows={10} label="Loading the promotion" />}
      {shown && (
        <>
          <PromotionStory promotion={shown.promotion} onChanged={refresh} />
          <WaveSection promotion={shown.promotion} />
          <GateSection promotion={shown.promotion} />
          <Section
            title="What happened"
            subtitle="Oldest first, from Git and from what people did here"
          >
            <EventSection events={shown.events} />
          </Section>
        </>
      )}
    </FleetContent>
  );
}
