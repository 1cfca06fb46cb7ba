import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  ErrorNotice,
  filterLink,
  Section,
  Stack,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useLocation } from 'react-router-dom';
import { ShortResult } from './ShortResult';

const few = 3;

/** The worst that the entity breaks, each once however many clusters it is on, with how to fix it. */
export function FixFirst() {
  const { entity } = useEntity();
  const { pathname } = useLocation();
  const entityRef = stringifyEntityRef(entity);
  const { value, error, refresh } = useFleet(
    (api, signal) =>
      api.getEntity(entityRef, { sections: ['policy'] }, { signal }),
    [entityRef],
  );
  const worst = value?.policy?.worst ?? [];

  if (error) {
    return (
      <ErrorNotice error={error} what="what to fix first" onRetry={refresh} />
    );
  }
  return worst.length > 0 ? (
    <Section
      title="What to fix first"
      subtitle="Each once, however many clusters it is on"
    >
      <Stack>
        {worst.slice(0, few).map(result => (
          <ShortResult
            key={result.id}
            result={result}
            isHere={false}
            to={filterLink(pathname, { result: result.id })}
          />
        ))}
      </Stack>
    </Section>
  ) : undefined;
}
