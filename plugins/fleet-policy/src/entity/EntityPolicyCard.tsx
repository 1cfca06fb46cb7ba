import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  ErrorNotice,
  filterLink,
  fleetScopeOf,
  InternalLink,
  Muted,
  Section,
  SeverityCounts,
  Since,
  Skeleton,
  Stack,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { usePolicyPaths } from '../usePolicyPaths';
import { ClusterPolicyFacts } from './ClusterPolicyFacts';
import { ExceptionLine } from './ExceptionLine';
import { ShortResult } from './ShortResult';

const few = 3;

/** What of the entity breaks policies, in short: what to fix first, with how. */
export function EntityPolicyCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const paths = usePolicyPaths();
  const scope = fleetScopeOf(entity);
  const terms = scope ? { [scope.key]: scope.value } : {};
  const { value, error, refresh } = useFleet(
    (api, signal) =>
      api.getEntity(entityRef, { sections: ['policy'] }, { signal }),
    [entityRef],
  );
  const policy = value?.policy;
  const link = (filters: Record<string, string>) =>
    filterLink(paths.policy, { view: 'results', ...terms, ...filters });
  const urgent = policy?.exceptions.filter(
    ({ state }) => state === 'expired' || state === 'expiring',
  );

  return (
    <Section
      title="Policy"
      subtitle={
        policy &&
        policy.worst.length > 0 && (
          <SeverityCounts
            counts={policy.open}
            linkTo={severity => link({ severity })}
          />
        )
      }
      action={
        policy &&
        policy.worst.length > 0 && (
          <InternalLink to={link({})}>All breaches</InternalLink>
        )
      }
    >
      {error && (
        <ErrorNotice error={error} what="the policy" onRetry={refresh} />
      )}
      {!value && !error && <Skeleton rows={3} label="Loading what it breaks" />}
      {policy && (
        <Stack gap={1.5}>
          {scope?.key === 'cluster' && (
            <ClusterPolicyFacts cluster={scope.value} />
          )}
          {policy.worst.length === 0 && (
            <Muted>
              No policy that is read on its clusters finds anything wrong here.
            </Muted>
          )}
          {policy.worst.slice(0, few).map(result => (
            <ShortResult
              key={result.id}
              result={result}
              isHere={scope?.key === 'cluster'}
              to={link({ result: result.id })}
            />
          ))}
          {policy.oldestSince && (
            <Muted>
              {`${policy.resources} ${
                policy.resources === 1 ? 'resource breaks' : 'resources break'
              } a policy, the oldest `}
              <Since at={policy.oldestSince} />
            </Muted>
          )}
          {urgent?.map(exception => (
            <ExceptionLine key={exception.id} exception={exception} />
          ))}
          {policy.exceptions.length > 0 && (
            <InternalLink
              to={filterLink(paths.policy, { view: 'exceptions', ...terms })}
            >
              {policy.exceptions.length === 1
                ? '1 exception'
                : `${policy.exceptions.length} exceptions`}
            </InternalLink>
          )}
        </Stack>
      )}
    </Section>
  );
}
