import type { Promotion } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Notice,
  PromotionBadge,
  Section,
  Stack,
  Text,
  TimedText,
  WaitsFor,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { promotionTitle } from '../promotions/promotionTitle';
import { PromotionFacts } from './PromotionFacts';
import { WayBack } from './WayBack';

/** How a promotion is, in plain words; first what it waits for. */
export function PromotionStory(props: {
  promotion: Promotion;
  onChanged(): Promise<void>;
}) {
  const { promotion, onChanged } = props;
  const { state, summary, stuck, waitsFor, from, to } = promotion;
  return (
    <Section
      title={
        <Stack direction="row" gap={1} align="center" wrap>
          <PromotionBadge state={state} />
          {promotionTitle(promotion)}
        </Stack>
      }
      subtitle={from ? `From ${from} to ${to}` : `Back in ${to}`}
      action={<WayBack promotion={promotion} onChanged={onChanged} />}
    >
      <Stack>
        {stuck && (
          <Notice severity="warning" title="It is stuck">
            <TimedText text={stuck} />
          </Notice>
        )}
        {state === 'failed' ? (
          <Notice severity="error" title="It failed">
            <TimedText text={summary} />
          </Notice>
        ) : (
          <Text variant="strong">
            <TimedText text={summary} />
          </Text>
        )}
        {waitsFor.length > 0 && (
          <Text>
            It can be moved on by <WaitsFor who={waitsFor} />.
          </Text>
        )}
        <PromotionFacts promotion={promotion} />
      </Stack>
    </Section>
  );
}
