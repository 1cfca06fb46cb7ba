import type { Drift } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Mono,
  Muted,
  Stack,
  Text,
  ValueChange,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { clientOf } from './clientOf';

/** A drift in two or three lines. */
export function WhatDiffers(props: { drift: Drift }) {
  const { title, application, object, path, from, to, summary } = props.drift;
  const { acknowledged, muted } = props.drift;
  const thing = object ?? application;
  const client = clientOf(props.drift);

  return (
    <Stack gap={0}>
      <span>
        <Text variant="strong">{title}</Text>{' '}
        {thing && (
          <Muted>
            {thing.name === title ? thing.kind : `${thing.kind} ${thing.name}`}
          </Muted>
        )}
      </span>
      {path ? (
        <span>
          <Mono wrap>{path}</Mono> <ValueChange from={from} to={to} brief />
        </span>
      ) : (
        <Text lines={2}>{summary}</Text>
      )}
      {client && <Muted>by {client}</Muted>}
      {acknowledged && <Muted>acknowledged: {acknowledged.reason}</Muted>}
      {muted && <Muted>muted: {muted.reason}</Muted>}
    </Stack>
  );
}
