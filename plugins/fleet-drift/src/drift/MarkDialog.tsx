import { useApi } from '@backstage/frontend-plugin-api';
import type { Drift } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ConfirmDialog,
  fleetApiRef,
  Moment,
  SelectInput,
  TextInput,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useState } from 'react';

/** What a person can say of a drift. */
export type MarkVerb = 'acknowledge' | 'mute';

const words: Record<MarkVerb, { title: string; effect: string; undo: string }> =
  {
    acknowledge: {
      title: 'Acknowledge',
      effect:
        'Everybody sees that it is known, by whom, and why it stands. It stays in the list.',
      undo: 'It is taken back when the drift ends: if it comes back, it is new again.',
    },
    mute: {
      title: 'Mute',
      effect:
        'It is left out of lists, numbers and notifications until then, also when it ends and comes back. Nothing is corrected by it.',
      undo: 'It comes back by itself at that time. The button Muted shows it before; to mute it again sets another end.',
    },
  };

const durations = {
  '1': '1 hour',
  '24': '1 day',
  '168': '1 week',
  '720': '30 days',
};

/** Says what it will do, and asks why, before a drift is acknowledged or muted. */
export function MarkDialog(props: {
  verb: MarkVerb;
  drift: Drift;
  onDone(): Promise<void>;
  onClose(): void;
}) {
  const { verb, drift, onDone, onClose } = props;
  const api = useApi(fleetApiRef);
  const [opened] = useState(Date.now);
  const [reason, setReason] = useState('');
  const [hours, setHours] = useState('24');
  const until = new Date(opened + Number(hours) * 3_600_000).toISOString();
  const { title, effect, undo } = words[verb];

  async function confirm() {
    const mark = { reason: reason.trim() };
    await (verb === 'mute'
      ? api.muteDrift(drift.id, { ...mark, until })
      : api.acknowledgeDrift(drift.id, mark));
    await onDone();
  }

  return (
    <ConfirmDialog
      open
      title={`${title} this drift of ${drift.title}?`}
      effect={effect}
      targets={[drift.summary]}
      undo={undo}
      confirmTitle={title}
      incomplete={reason.trim() === ''}
      onConfirm={confirm}
      onClose={onClose}
    >
      <TextInput
        label="Why"
        value={reason}
        onChange={setReason}
        help="Those who see it next read this."
        maxLength={500}
      />
      {verb === 'mute' && (
        <SelectInput
          label="For how long"
          options={durations}
          value={hours}
          onChange={setHours}
          help={
            <>
              until <Moment at={until} />
            </>
          }
        />
      )}
    </ConfirmDialog>
  );
}
