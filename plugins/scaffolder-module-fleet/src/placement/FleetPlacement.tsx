import {
  EmptyState,
  FieldGroup,
  Skeleton,
  Stack,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { Answer } from '../shared/Answer';
import { fieldLook } from '../shared/fieldLook';
import { useOffers } from '../shared/useOffers';
import { EnvironmentPlacement } from './EnvironmentPlacement';
import { overlaysOf, placedIn, type PlacedOverlay } from './PlacementValue';
import type { FleetPlacementSchema } from './schema';

const mostClusters = 500;

/** The environments that something is for, in the order of promotion, and the clusters of each: the stages of an application, or where a team has a place. */
export function FleetPlacement(props: typeof FleetPlacementSchema.TProps) {
  const { formData = [], onChange, uiSchema } = props;
  const {
    environments: allowed,
    regions = true,
    what = 'A stage',
  } = uiSchema['ui:options'] ?? {};
  // Where a template asks for one at least, the form begins with an empty one.
  const value: PlacedOverlay[] = formData.filter(
    overlay => overlay.environment,
  );
  const offers = useOffers();
  const clusters = useFleet(
    (api, signal) =>
      api.listClusters(
        { filter: ['hub=false'], limit: mostClusters },
        { signal },
      ),
    [],
    { once: true },
  );
  const { label, help, disabled } = fieldLook(props, { title: 'Stages' });

  return (
    <FieldGroup title={label} help={help}>
      <Answer result={offers} what="the environments">
        {offered => (
          <Answer result={clusters} what="the clusters">
            {list => {
              if (!offered || !list) {
                return (offers.loading || clusters.loading) && <Skeleton />;
              }
              const environments = offered.environments
                .map(({ name }) => ({
                  name,
                  clusters: list.items.filter(
                    ({ environment }) => environment === name,
                  ),
                }))
                .filter(
                  environment =>
                    (!allowed || allowed.includes(environment.name)) &&
                    environment.clusters.length > 0,
                );
              if (environments.length === 0) {
                return (
                  <EmptyState
                    title="There is no cluster that you may see"
                    description="An application runs on clusters of an environment; fleet.environments of the portal's config names those."
                  />
                );
              }
              return (
                <Stack>
                  {environments.map(environment => (
                    <EnvironmentPlacement
                      key={environment.name}
                      environment={environment.name}
                      clusters={environment.clusters}
                      regions={regions}
                      what={what}
                      value={placedIn(value, environment.name)}
                      onChange={placed =>
                        onChange(
                          environments.flatMap(({ name, clusters: known }) => {
                            const kept =
                              name === environment.name
                                ? placed
                                : placedIn(value, name);
                            return kept ? overlaysOf(name, kept, known) : [];
                          }),
                        )
                      }
                      disabled={disabled}
                    />
                  ))}
                </Stack>
              );
            }}
          </Answer>
        )}
      </Answer>
    </FieldGroup>
  );
}
