import type { Pipeline } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Freshness,
  KeyValues,
  Muted,
  Notice,
  Since,
  Stack,
  StateBadge,
  Text,
  TimedText,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { OpenPromotion } from '../pipeline/OpenPromotion';

/** A pipeline as a short list: a line for each stage. */
export function CompactPipeline(props: { pipeline: Pipeline }) {
  const { stages, problems, freshness } = props.pipeline;
  return (
    <Stack>
      {problems.map(problem => (
        <Notice key={problem} severity="warning">
          <TimedText text={problem} />
        </Notice>
      ))}
      {freshness.stale && (
        <Muted>
          <Freshness freshness={freshness} />
        </Muted>
      )}
      <KeyValues
        items={stages.map(stage => {
          const { title, state, summary, version, since, lacks, promotion } =
            stage;
          const none =
            stage.overlays.length === 0 ? 'nothing in Git' : 'no one version';
          const lacking = lacks.reduce(
            (sum, { moves }) => sum + moves.length,
            0,
          );
          return {
            key: title,
            value: (
              <Stack gap={0.25}>
                <Stack direction="row" gap={1} align="center" wrap>
                  <StateBadge
                    state={state}
                    summary={summary}
                    stale={freshness.stale}
                    iconOnly
                  />
                  <Text variant="strong">{version ?? none}</Text>
                  <Muted>
                    <Since at={since} />
                    {lacking > 0 && ` · ${lackWords(lacking)}`}
                    {stage.freeze && ' · frozen'}
                  </Muted>
                </Stack>
                {promotion && <OpenPromotion promotion={promotion} />}
              </Stack>
            ),
          };
        })}
      />
    </Stack>
  );
}

function lackWords(count: number): string {
  return count === 1 ? 'lacks 1 change' : `lacks ${count} changes`;
}
