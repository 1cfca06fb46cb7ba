import { useEntity } from '@backstage/plugin-catalog-react';
import {
  FleetContent,
  fleetScopeOf,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { Pipelines } from '../pipelines/Pipelines';
import { Timeline } from '../timeline/Timeline';
import { EntityPipelines } from './EntityPipelines';

/** What does each stage run, what lacks the next, what stops it, and who did what? */
export function EntityPromotionContent() {
  const { entity } = useEntity();
  const scope = fleetScopeOf(entity);
  return (
    <FleetContent tab>
      {scope?.sum ? <Pipelines scope={scope} /> : <EntityPipelines />}
      <Timeline scope={scope} />
    </FleetContent>
  );
}
