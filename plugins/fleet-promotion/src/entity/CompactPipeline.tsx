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
import { versionWords } from '../pipeline/versionWords';

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
          const { title, state, summary, since, lacks, promotion } = stage;
          const overlays = stage.overlays.length;
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
                  <Text variant="strong">
                    {versionWords({ ...stage, overlays })}
                  </Text>
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
