import {
  FleetContent,
  Tabs,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useSearchParams } from 'react-router-dom';
import { Freezes } from '../freezes/Freezes';
import { UnderWay } from '../now/UnderWay';
import { Pipelines } from '../pipelines/Pipelines';
import { Recent } from '../recent/Recent';
import { Teams } from '../teams/Teams';
import { Timeline } from '../timeline/Timeline';

/** A filter that several views understand alike. */
const shared = ['environment', 'owner', 'application', 'mine'];

/** Promotions of the fleet, view by view; the open one is in the URL. */
export function PromotionsScreen() {
  const [search, setSearch] = useSearchParams();

  const open = (view: string) => {
    const kept = new URLSearchParams({ view });
    for (const key of shared) {
      for (const value of search.getAll(key)) {
        kept.append(key, value);
      }
    }
    setSearch(kept);
  };

  return (
    <FleetContent>
      <Tabs
        label="Promotions"
        value={search.get('view') ?? 'now'}
        onChange={open}
        tabs={[
          { key: 'now', title: 'Under way', content: <UnderWay /> },
          { key: 'recent', title: 'Recent', content: <Recent /> },
          { key: 'pipelines', title: 'Pipelines', content: <Pipelines /> },
          { key: 'teams', title: 'By team', content: <Teams /> },
          { key: 'freezes', title: 'Freezes', content: <Freezes /> },
          { key: 'timeline', title: 'Timeline', content: <Timeline /> },
        ]}
      />
    </FleetContent>
  );
}
