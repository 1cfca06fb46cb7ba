import type { ClaimLeaf } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  InternalLink,
  Mono,
  Muted,
  Notice,
  Since,
  Stack,
  TimedText,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { plainWords } from '../plainWords';

/** The object that everything above it waits for: what is wrong in words, then what the engine says, and where it is. */
export function FailingLeaf(props: { leaf: ClaimLeaf }) {
  const { kind, name, summary, reason, message, path, since } = props.leaf;
  const engineWords = [reason, message].filter(Boolean).join(': ');

  return (
    <Notice
      severity={props.leaf.state === 'failing' ? 'error' : 'warning'}
      title={
        <>
          {kind} {name}: <TimedText text={plainWords(summary, message)} />
        </>
      }
    >
      <Stack gap={0.5}>
        {engineWords && <Mono wrap>{engineWords}</Mono>}
        <Muted>{path.join(' → ')}</Muted>
        <Stack direction="row" gap={2} wrap>
          <Since at={since} />
          <InternalLink to={`?${new URLSearchParams({ text: name })}`}>
            Show it in the tree
          </InternalLink>
        </Stack>
      </Stack>
    </Notice>
  );
}
