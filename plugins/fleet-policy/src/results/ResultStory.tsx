import type { PolicyResult } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ActionButton,
  Freshness,
  InternalLink,
  Lasted,
  Moment,
  Mono,
  Notice,
  Section,
  Stack,
  Text,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { formFor } from '../exceptions/exceptionForm';
import { usePolicyPaths } from '../usePolicyPaths';
import { ResultFacts } from './ResultFacts';

/** What the policy says, what breaks it and how to fix that, in the order in which they are asked. */
export function ResultStory(props: {
  result: PolicyResult;
  onOpenPolicy(id: string): void;
}) {
  const { result, onOpenPolicy } = props;
  const { policy, message, remedy, field, exception } = result;
  const { since, endedAt, freshness } = result;
  // What a scanner checks is no object of a cluster, so that there is no more to say of it.
  const [about] =
    useFleet(
      (api, signal) =>
        api.policies.list(
          { filter: [`id=${policy.id}`], limit: 1 },
          { signal },
        ),
      [policy.id],
    ).value?.items ?? [];
  const description = about?.description;
  const paths = usePolicyPaths();
  const form = exception ? undefined : formFor(result);

  return (
    <Stack gap={3}>
      {endedAt && (
        <Notice severity="success" title="It is over">
          It was there for <Lasted from={since} to={endedAt} />, until{' '}
          <Moment at={endedAt} />.
        </Notice>
      )}
      {freshness.stale && !endedAt && (
        <Notice severity="warning" title="This is the last known state">
          <Freshness freshness={freshness} />
        </Notice>
      )}
      {exception && (
        <Notice severity="info" title={`Let through by ${exception.name}`}>
          {exception.expiresAt ? (
            <>
              until <Moment at={exception.expiresAt} />
            </>
          ) : (
            'It never expires.'
          )}
        </Notice>
      )}
      {!endedAt && (
        <Notice severity="info" title="How to fix it">
          {remedy}
          {field && !remedy.includes(field) && (
            <div>
              <Mono wrap>{field}</Mono>
            </div>
          )}
          {form && (
            <div>
              <InternalLink to={paths.exception(form)}>
                Request an exception
              </InternalLink>
            </div>
          )}
        </Notice>
      )}
      <Section
        title="What the policy says"
        action={
          about && (
            <ActionButton size="small" onClick={() => onOpenPolicy(policy.id)}>
              About the policy
            </ActionButton>
          )
        }
      >
        <Stack gap={1}>
          {description && <Text as="p">{description}</Text>}
          {message && message !== description && (
            <Text as="p">
              <Mono wrap>{message}</Mono>
            </Text>
          )}
        </Stack>
      </Section>
      <ResultFacts result={result} />
    </Stack>
  );
}
