import type { Canary } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  KeyValues,
  Mono,
  Stack,
  StateBadge,
} from '@fleetcommander/backstage-plugin-fleet-react';

/** What a new version has to show before it takes over, what was measured, and what the engine says. */
export function CanaryEvidence(props: { canary: Canary }) {
  const { target, phase, message, metrics = [], ...counts } = props.canary;
  const { failedChecks, threshold } = counts;
  return (
    <Stack gap={1}>
      {message && <Mono wrap>{message}</Mono>}
      <KeyValues
        items={[
          { key: 'Releases', value: target },
          { key: 'Phase', value: phase },
          { key: 'Given up after', value: failuresOf(failedChecks, threshold) },
          ...metrics.map(metric => ({
            key: metric.name,
            value: <MetricWords metric={metric} />,
          })),
        ]}
      />
    </Stack>
  );
}

function failuresOf(
  failed: number | undefined,
  threshold: number | undefined,
): string | undefined {
  const most =
    threshold === undefined
      ? undefined
      : `${threshold} failed ${threshold === 1 ? 'check' : 'checks'}`;
  return most && failed ? `${most}, of which ${failed} have failed` : most;
}

function MetricWords(props: {
  metric: NonNullable<Canary['metrics']>[number];
}) {
  const { threshold, interval, state, message } = props.metric;
  return (
    <Stack direction="row" gap={1} align="center" wrap>
      {state && <StateBadge state={state} size="small" />}
      <span>
        {[threshold, interval && `over ${interval}`, message]
          .filter(Boolean)
          .join(', ')}
      </span>
    </Stack>
  );
}
