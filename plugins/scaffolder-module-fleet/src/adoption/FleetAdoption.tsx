import {
  ErrorNotice,
  Muted,
  Notice,
  Skeleton,
  Stack,
  Text,
  UnifiedDiff,
  useFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import type { FleetAdoptionSchema } from './schema';

/** A drift that its button filled in, as what would change in Git to keep what is live. */
export function FleetAdoption(props: typeof FleetAdoptionSchema.TProps) {
  const { formData: driftId } = props;
  return driftId ? (
    <Preview key={driftId} driftId={driftId} />
  ) : (
    <Muted>
      Open a drift, and choose Adopt into Git there: what would change is shown
      here then.
    </Muted>
  );
}

function Preview(props: { driftId: string }) {
  const { driftId } = props;
  const { value, error, refresh } = useFleet(
    (api, signal) => api.planAdoption(driftId, {}, { signal }),
    [],
    { once: true },
  );
  if (error) {
    return (
      <ErrorNotice error={error} what="what would change" onRetry={refresh} />
    );
  }
  if (!value) {
    return <Skeleton rows={3} label="Reading what would change" />;
  }
  const { summary, nothing, warnings, files } = value;
  return (
    <Stack>
      <Text variant="strong">{summary}</Text>
      {nothing && <Notice severity="info" title={nothing} />}
      {warnings.map(warning => (
        <Notice key={warning} severity="warning" title={warning} />
      ))}
      {files.map(file => (
        <UnifiedDiff key={file.path} file={file} />
      ))}
    </Stack>
  );
}
