import type { UpgradeReadiness as Readiness } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ActionButton,
  ErrorNotice,
  Muted,
  Skeleton,
  Stack,
  StateBadge,
  Text,
  TimedText,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';

/** What stands in the way of a cluster's next Kubernetes version: the cluster is asked when this is opened. */
export function UpgradeReadiness(props: { cluster: string }) {
  const { cluster } = props;
  const {
    value: readiness,
    error,
    refresh,
  } = useFleet(
    (api, signal) => api.claims.upgradeReadiness(cluster, { signal }),
    [cluster],
    { once: true },
  );

  if (!readiness) {
    return error ? (
      <ErrorNotice
        error={error}
        what="what stands in the way"
        onRetry={refresh}
      />
    ) : (
      <Skeleton rows={6} label={`Asking ${cluster}`} />
    );
  }
  return (
    <Stack gap={3}>
      {error && <ErrorNotice error={error} what="what stands in the way" />}
      <Stack direction="row" gap={2} align="center" justify="between" wrap>
        <Stack direction="row" gap={1} align="center" wrap>
          <StateBadge state={readiness.state} />
          <Text variant="strong">
            <TimedText text={readiness.summary} />
          </Text>
          <Muted>{versionsOf(readiness)}</Muted>
        </Stack>
        <ActionButton icon="refresh" size="small" onClick={refresh}>
          Ask again
        </ActionButton>
      </Stack>
      {readiness.checks.map(check => (
        <ReadinessCheck key={check.id} check={check} />
      ))}
    </Stack>
  );
}

function versionsOf({ version, next }: Readiness): string {
  return [
    version && `runs ${version}`,
    next ? `next is ${next}` : 'no next version is known',
  ]
    .filter(Boolean)
    .join(', ');
}

function ReadinessCheck(props: { check: Readiness['checks'][number] }) {
  const { title, state, summary, items } = props.check;
  return (
    <Stack gap={0.5}>
      <Stack direction="row" gap={1} align="center" wrap>
        <StateBadge state={state} size="small" />
        <Text variant="strong" as="h3">
          {title}
        </Text>
      </Stack>
      <Text>
        <TimedText text={summary} />
      </Text>
      {items.map(item => (
        <Stack key={item.title} direction="row" gap={1} align="baseline">
          <StateBadge state={item.state} size="small" iconOnly />
          <span>
            {item.title}{' '}
            <Muted>
              <TimedText text={item.summary} />
            </Muted>
          </span>
        </Stack>
      ))}
    </Stack>
  );
}
