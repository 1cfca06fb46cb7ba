import { type ComponentProps, lazy, Suspense } from 'react';
import type { PromotionDialog } from './PromotionDialog';

// What runs templates brings the forms of the scaffolder along: it is fetched when it is asked for.
const Lazy = lazy(() =>
  import('./PromotionDialog').then(m => ({ default: m.PromotionDialog })),
);

/** Asks whether to promote or to roll back, and does so. */
export function AskPromotion(props: ComponentProps<typeof PromotionDialog>) {
  return (
    <Suspense fallback={null}>
      <Lazy {...props} />
    </Suspense>
  );
}
